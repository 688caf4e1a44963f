import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { frozen, ordersOf } from '../engine/shopOrders.mts';
import { mapOrders } from './engine.mts';

const [paid, gift, bankDeposit, test, tip, inYen, edited, onTerms] = ordersOf(
	'Edited: discount before payment',
	'Gift card and credit card',
	'Bank deposit, paid days later',
	'Test order',
	'Tip',
	'Customer pays JPY',
	'Edited: item added, not yet paid',
	'B2B on terms, paid',
);
const malformed = { ...paid, id: 'gid://shopify/Order/9', name: '#9', lineItems: 'many' };

const bare = ({ name }: IDataObject) => String(name).replace('#', '');
const numbers = (items: INodeExecutionData[]) => items.map(({ json }) => json.number);
const shown = (items: INodeExecutionData[]) =>
	items.map(({ json, pairedItem }) => [json.document, json.number, pairedItem]);

const TO_BANK = {
	paymentAccounts: { rows: [{ gateway: '*', account: 'Checking', accountType: 'Bank' }] },
};

it('gives documents by the first output and skipped orders by the second, paired to their order', async () => {
	const { status, error, outputs } = await mapOrders([paid, test, gift], TO_BANK);
	expect(error).toBeUndefined();
	expect(status).toBe('success');
	const [documents, skipped] = outputs.Map;
	expect(shown(documents)).toEqual([
		['Sales Receipt', bare(paid), { item: 0 }],
		['Sales Receipt', bare(gift), { item: 2 }],
	]);
	expect(skipped).toEqual([
		{
			json: {
				id: test.id,
				name: test.name,
				skipped: { code: 'test', reason: 'It is a test order' },
			},
			pairedItem: { item: 1 },
		},
	]);
});

it('stops with what happened and what to do, naming the item', async () => {
	const { status, error } = await mapOrders([tip, bankDeposit]);
	expect(status).toBe('error');
	expect(error).toMatchObject({
		name: 'NodeOperationError',
		message: expect.stringMatching(
			/^Order #\d+: [\d.]+ USD came in by 'Bank Deposit', and no account is named/,
		),
		description:
			"Add a row to 'Payment Accounts' with the gateway 'bank deposit' and the account its money arrives in.",
		context: { itemIndex: 1 },
	});
});

it('sends one refused order by the error output, with the order and the fix, and the others on', async () => {
	const orders = [bankDeposit, tip, test, malformed, gift];
	const { status, outputs } = await mapOrders(orders, {}, 'continueErrorOutput');
	expect(status).toBe('success');
	const [documents, skipped, refused] = outputs.Map;
	expect(numbers(documents)).toEqual([bare(tip), bare(gift)]);
	expect(skipped.map(({ json }) => json.name)).toEqual([test.name]);
	expect(
		refused.map(({ json, pairedItem }) => [json.id, json.name, json.error, pairedItem]),
	).toEqual([
		[bankDeposit.id, bankDeposit.name, expect.stringContaining('no account'), { item: 0 }],
		[malformed.id, '#9', expect.stringContaining("'lineItems' must be"), { item: 3 }],
	]);
	expect(refused[0].json.details).toMatchObject({
		code: 'unmapped-gateway',
		where: `Order ${String(bankDeposit.name)}`,
		fix: expect.stringContaining("Add a row to 'Payment Accounts'"),
	});
});

it('leaves one item in place of a refused order when the workflow goes on by the same output', async () => {
	const { outputs } = await mapOrders([bankDeposit, tip], {}, 'continueRegularOutput');
	expect(outputs.Map[0].map(({ json }) => json.number ?? json.error)).toEqual([
		expect.stringContaining(`Order ${String(bankDeposit.name)}`),
		bare(tip),
	]);
	expect(outputs.Map[0][0].json.details).toMatchObject({ code: 'unmapped-gateway' });
});

it('books an invoice, its payments and later edits, all paired to their order', async () => {
	const parameters = { ...TO_BANK, saleForm: 'Invoice and Payments' };
	const { outputs } = await mapOrders([gift, edited, onTerms], parameters);
	expect(shown(outputs.Map[0])).toEqual([
		['Invoice', bare(gift), { item: 0 }],
		['Credit Memo', `${bare(gift)}-P1`, { item: 0 }],
		['Payment', undefined, { item: 0 }],
		['Invoice', bare(edited), { item: 1 }],
		['Invoice', `${bare(edited)}-E1`, { item: 1 }],
		['Payment', undefined, { item: 1 }],
		['Invoice', bare(onTerms), { item: 2 }],
		['Payment', undefined, { item: 2 }],
	]);
	expect(outputs.Map[0][6].json).toMatchObject({ terms: 'Net 30', dueDate: expect.any(String) });
});

it('books an order and says which edit of it still waits', async () => {
	const { outputs } = await mapOrders([edited]);
	expect(numbers(outputs.Map[0])).toEqual([bare(edited)]);
	expect(outputs.Map[1].map(({ json, pairedItem }) => [json.skipped, pairedItem])).toEqual([
		[{ code: 'edit-not-paid', reason: expect.stringMatching(/not paid yet/) }, { item: 0 }],
	]);
});

describe('one receipt per day', () => {
	const summed = { ...TO_BANK, saleForm: 'Summary per Day' };
	const sameDay = { ...tip, name: '#77', id: 'gid://shopify/Order/77', legacyResourceId: '77' };

	it('sums up the orders of a day and is paired with all of them', async () => {
		const { outputs } = await mapOrders([tip, paid, sameDay, test], summed);
		const [documents, skipped] = outputs.Map;
		const both = documents.find(({ pairedItem }) => [pairedItem].flat().length === 2);
		expect(both?.pairedItem).toEqual([{ item: 0 }, { item: 2 }]);
		const orders = (both?.json.source as { orders?: IDataObject[] }).orders;
		expect(orders?.map(({ name }) => name).sort()).toEqual([tip.name, '#77'].sort());
		expect(documents).toHaveLength(2);
		expect(skipped.map(({ json }) => json.name)).toEqual([test.name]);
	});

	it('keeps an order that cannot be booked out of its day, by the error output', async () => {
		const orders = [tip, { ...sameDay, lineItems: 'many' }];
		const { outputs } = await mapOrders(orders, summed, 'continueErrorOutput');
		expect(outputs.Map[0].map(({ pairedItem }) => pairedItem)).toEqual([[{ item: 0 }]]);
		expect(outputs.Map[2].map(({ json }) => json.name)).toEqual(['#77']);
	});
});

it('takes every setting of the panel', async () => {
	const parameters = {
		paymentAccounts: {
			rows: [
				{ gateway: '', account: 'Half a row', accountType: 'Bank' },
				{ gateway: '*', account: 'Undeposited Funds', accountType: 'Other Current Asset' },
			],
		},
		customerFrom: 'name',
		genericCustomer: 'Web Shop',
		discounts: 'Net',
		accounts: { sales: 'Shop Sales', tips: 'Tip Income', tipsBelongTo: 'business' },
		items: { tips: 'Gratuity' },
		options: {
			numberPrefix: 'EU-',
			productType: 'Service',
			class: 'Web',
			location: 'Leeds',
			memo: 'From the shop',
			customFields: { rows: [{ name: 'Channel', value: 'Shopify' }, { name: '' }] },
		},
	};
	const named = { ...tip, customer: { displayName: 'Ada Quill', email: null } };
	const { outputs } = await mapOrders([named, paid], parameters);
	const [tipped, netted] = outputs.Map[0].map(({ json }) => json);
	expect(tipped).toMatchObject({
		number: `EU-${bare(tip)}`,
		customer: { name: 'Ada Quill' },
		depositTo: { account: 'Undeposited Funds', type: 'Other Current Asset' },
		class: 'Web',
		location: 'Leeds',
		memo: 'From the shop',
		customFields: [{ name: 'Channel', value: 'Shopify' }],
	});
	expect(tipped.lines).toEqual(
		expect.arrayContaining([
			expect.objectContaining({
				item: expect.objectContaining({
					type: 'Service',
					income: { account: 'Shop Sales', type: 'Income' },
				}),
			}),
			expect.objectContaining({
				item: expect.objectContaining({
					name: 'Gratuity',
					income: { account: 'Tip Income', type: 'Income' },
				}),
			}),
		]),
	);
	expect(netted.customer).toEqual({ name: 'Web Shop' });
	expect((netted.lines as IDataObject[]).map(({ category }) => category)).not.toContain('Discount');
});

it('reads expressions for each order', async () => {
	const parameters = { options: { numberPrefix: '={{ $json.presentmentCurrencyCode }}-' } };
	const { outputs } = await mapOrders([tip, inYen], parameters);
	expect(numbers(outputs.Map[0])).toEqual([`USD-${bare(tip)}`, `JPY-${bare(inYen)}`]);
});

it('refuses only the order whose expression fails', async () => {
	const failing = `={{ $json.name === '${String(gift.name)}' ? $('Nowhere').first().json.prefix : '' }}`;
	const parameters = { options: { numberPrefix: failing } };
	const { outputs } = await mapOrders([gift, tip], parameters, 'continueErrorOutput');
	expect(numbers(outputs.Map[0])).toEqual([bare(tip)]);
	expect(outputs.Map[2].map(({ json }) => [json.name, json.details])).toEqual([
		[gift.name, expect.objectContaining({ code: 'unforeseen' })],
	]);
});

it('does not change its input', async () => {
	const { error, outputs } = await mapOrders([frozen(paid)], TO_BANK);
	expect(error).toBeUndefined();
	expect(outputs.Map[0]).toHaveLength(1);
});
