import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { frozen, refundsOf } from '../engine/shopOrders.mts';
import { mapRefunds } from './engine.mts';

const [inFull, oneUnit, goodwill, pending, toGiftCard, dutiesToo] = refundsOf(
	'Refund in full',
	'Refund of one unit',
	'Goodwill refund without lines',
	'Refund pending',
	'Refund to a new gift card',
	'EUR order refunded in full, duties too',
);
const malformed = { ...inFull, name: '#9', refund: { id: 'gid://shopify/Refund/9' } };

const bare = ({ name }: IDataObject) => String(name).replace('#', '');
const numbers = (items: INodeExecutionData[]) => items.map(({ json }) => json.number);
const shown = (items: INodeExecutionData[]) =>
	items.map(({ json, pairedItem }) => [json.document, json.number, pairedItem]);

const TO_BANK = {
	paymentAccounts: { rows: [{ gateway: '*', account: 'Checking', accountType: 'Bank' }] },
};

it('gives documents by the first output and what is no refund (yet) by the second', async () => {
	const { status, error, outputs } = await mapRefunds([inFull, pending, oneUnit], TO_BANK);
	expect(error).toBeUndefined();
	expect(status).toBe('success');
	const [documents, skipped] = outputs.Map;
	expect(shown(documents)).toEqual([
		['Refund Receipt', `${bare(inFull)}-R1`, { item: 0 }],
		['Refund Receipt', `${bare(oneUnit)}-R1`, { item: 2 }],
	]);
	expect(documents[0].json).toMatchObject({
		total: (inFull.refund as { totalRefundedSet: { shopMoney: IDataObject } }).totalRefundedSet
			.shopMoney.amount,
		refundFrom: { account: 'Checking', type: 'Bank' },
		appliesTo: { document: 'Sales Receipt' },
	});
	expect(skipped).toEqual([
		{
			json: {
				id: (pending.refund as IDataObject).id,
				name: pending.name,
				skipped: { code: 'pending', reason: expect.stringMatching(/on its way/) },
			},
			pairedItem: { item: 1 },
		},
	]);
});

it('stops with what happened and what to do, naming the item', async () => {
	const rows = [{ gateway: 'nowhere', account: 'Nowhere', accountType: 'Bank' }];
	const { status, error } = await mapRefunds([pending, inFull], { paymentAccounts: { rows } });
	expect(status).toBe('error');
	expect(error).toMatchObject({
		name: 'NodeOperationError',
		message: expect.stringMatching(/^Order #\d+: .*no account is named/),
		description: expect.stringContaining("Add a row to 'Payment Accounts'"),
		context: { itemIndex: 1 },
	});
});

it('sends one refused refund by the error output, with the fix, and the others on', async () => {
	const refunds = [malformed, oneUnit, { name: '#10' }, pending];
	const { status, outputs } = await mapRefunds(refunds, TO_BANK, 'continueErrorOutput');
	expect(status).toBe('success');
	const [documents, skipped, refused] = outputs.Map;
	expect(numbers(documents)).toEqual([`${bare(oneUnit)}-R1`]);
	expect(skipped).toHaveLength(1);
	expect(refused.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual([
		['#9', { item: 0 }],
		['#10', { item: 2 }],
	]);
	for (const { json } of refused) {
		expect(json.details).toMatchObject({
			code: expect.stringMatching(/^malformed/),
			where: expect.stringContaining(String(json.name)),
			fix: expect.stringMatching(/Shopify Records/),
		});
	}
});

it('leaves one item in place of a refused refund when the workflow goes on by the same output', async () => {
	const { outputs } = await mapRefunds([malformed, oneUnit], TO_BANK, 'continueRegularOutput');
	expect(outputs.Map[0].map(({ json }) => json.number ?? json.error)).toEqual([
		expect.stringContaining('#9'),
		`${bare(oneUnit)}-R1`,
	]);
});

it('makes credit memos with the money paid out for them, where that is chosen', async () => {
	const { outputs } = await mapRefunds([oneUnit], { ...TO_BANK, refundForm: 'Credit Memo' });
	const [memo, money] = outputs.Map[0].map(({ json }) => json);
	expect([memo.document, money.document]).toEqual(['Credit Memo', 'Credit Refund']);
	expect(money).toMatchObject({
		total: memo.total,
		appliesTo: { document: 'Credit Memo', key: memo.key },
		refundFrom: { account: 'Checking' },
	});
});

it('refers to the invoice where orders are booked as invoices', async () => {
	const { outputs } = await mapRefunds([inFull], { ...TO_BANK, saleForm: 'Invoice and Payments' });
	expect(outputs.Map[0][0].json.appliesTo).toMatchObject({ document: 'Invoice' });
});

it('books gift cards, duties and goodwill to accounts of their own', async () => {
	const accounts = { refundsNotItemised: 'Goodwill', giftCards: 'Cards Owed', duties: 'Customs' };
	const settings = { ...TO_BANK, accounts, items: { refundsNotItemised: 'Sorry' } };
	const { outputs } = await mapRefunds([goodwill, toGiftCard, dutiesToo], settings);
	const lines = outputs.Map[0].map(({ json }) => json.lines as IDataObject[]);
	const line = (index: number, category: string) =>
		lines[index].find((each) => each.category === category);
	expect(line(0, 'Refund Not Itemised')).toMatchObject({
		item: { name: 'Sorry', income: { account: 'Goodwill' } },
	});
	expect(line(1, 'Gift Card Refunded')).toMatchObject({
		item: { income: { account: 'Cards Owed' } },
	});
	expect(line(2, 'Duty')).toMatchObject({ item: { income: { account: 'Customs' } } });
	expect(outputs.Map[0][1].json.total).toBe('0.00');
});

it('keeps goods that did not come back on the shelf off the stock of their product', async () => {
	const { refundLineItems } = oneUnit.refund as { refundLineItems: IDataObject[] };
	const lost = refundLineItems.map((line) => {
		return { ...line, restockType: 'NO_RESTOCK', restocked: false };
	});
	const refund = { ...(oneUnit.refund as IDataObject), refundLineItems: lost };
	const itemsOf = async (notRestocked: string) => {
		const items = [{ ...oneUnit, refund }];
		const { outputs } = await mapRefunds(items, { ...TO_BANK, notRestocked });
		return (outputs.Map[0][0].json.lines as IDataObject[]).map(({ item }) => item as IDataObject);
	};
	expect((await itemsOf('Refund Item'))[0].name).toBe('Shopify Returned Goods');
	expect((await itemsOf('Product'))[0].name).not.toBe('Shopify Returned Goods');
});

it('reads expressions for each refund, and refuses only the one whose expression fails', async () => {
	const prefix = `={{ $json.name === '${String(oneUnit.name)}' ? $('Nowhere').first().json.x : $json.presentmentCurrencyCode }}-`;
	const settings = { ...TO_BANK, options: { numberPrefix: prefix } };
	const { outputs } = await mapRefunds([dutiesToo, oneUnit], settings, 'continueErrorOutput');
	expect(numbers(outputs.Map[0])).toEqual([`EUR-${bare(dutiesToo)}-R1`]);
	expect(outputs.Map[2].map(({ json }) => [json.name, json.details])).toEqual([
		[oneUnit.name, expect.objectContaining({ code: 'unforeseen' })],
	]);
});

it('does not change its input', async () => {
	const { error, outputs } = await mapRefunds([frozen(inFull)], TO_BANK);
	expect(error).toBeUndefined();
	expect(outputs.Map[0]).toHaveLength(1);
});
