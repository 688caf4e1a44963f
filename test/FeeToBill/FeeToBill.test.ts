import { FeeToBill } from '../../nodes/FeeToBill/FeeToBill.node';
import { ledgerItems } from '../engine/ledgerItems.mts';
import { runMapper, type Parameters } from '../engine/mapper.mts';

const mapper = new FeeToBill();

const SHOP = 'northwind-demo.myshopify.com';

const run = (
	items: ReturnType<typeof ledgerItems>,
	parameters: Parameters = {},
	onError?: 'continueErrorOutput',
) => runMapper(items, { mapper, parameters, onError });

it('gives a bill and its payment for each payout, paired to it', async () => {
	const items = ledgerItems('01-charges-a-refund-and-fees', '13-scheduled', '36-dispute-won');
	const { outputs } = await run(items);
	const [documents, skipped] = outputs.Map;
	expect(documents.map(({ json, pairedItem }) => [json.document, json.total, pairedItem])).toEqual([
		['Bill', '4.05', { item: 0 }],
		['Bill Payment', '4.05', { item: 0 }],
		['Deposit', '10.95', { item: 2 }],
	]);
	expect(documents[0].json.key).toBe(`${SHOP}/Payout/501/Fees`);
	expect(documents[1].json).toMatchObject({
		vendor: 'Shopify',
		appliesTo: { document: 'Bill', key: documents[0].json.key },
		payFrom: { account: 'Shopify Payments Clearing', type: 'Bank' },
	});
	expect(skipped.map(({ json }) => json.skipped)).toEqual([
		expect.objectContaining({ code: 'not-paid' }),
	]);
});

it('gives one document for each day, paired to all its rows, and holds a day that is not over', async () => {
	const items = ledgerItems('68-fees-per-day').slice(0, 6);
	items[4] = { json: { ...items[4].json, transactionDate: new Date().toISOString() } };
	const { outputs } = await run(items, { feeForm: 'Expense', feePeriod: 'Day' });
	const [documents, skipped] = outputs.Map;
	expect(documents.map(({ json, pairedItem }) => [json.key, json.total, pairedItem])).toEqual([
		['northwind-demo.myshopify.com/Fees/2026-10-01/USD', '3.05', [{ item: 0 }]],
		['northwind-demo.myshopify.com/Fees/2026-10-02/USD', '6.20', [{ item: 1 }, { item: 2 }]],
	]);
	expect(skipped.map(({ json }) => (json.skipped as { code: string }).code)).toEqual([
		'twice',
		'period-not-over',
		'test',
	]);
});

it('gives no document of a day of which a row was refused', async () => {
	const items = ledgerItems('70-fees-per-day-with-a-refused-row');
	const { outputs } = await run(items, { feePeriod: 'Day' }, 'continueErrorOutput');
	expect(outputs.Map[0]).toEqual([]);
	expect(
		outputs.Map[2].map(({ json, pairedItem }) => [
			(json.details as { code: string }).code,
			pairedItem,
		]),
	).toEqual([
		['unknown-type', { item: 2 }],
		['incomplete-period', { item: 0 }],
		['incomplete-period', { item: 1 }],
	]);
});

it('takes every setting of the panel', async () => {
	const parameters = {
		feeForm: 'Expense',
		splitAtMonthEnd: true,
		clearingAccounts: { rows: [{ currency: '*', account: 'Clearing' }] },
		chargesIn: 'Balance to Bank Entry',
		accounts: { cardFees: 'Card Fees' },
		options: { vendor: 'Shopify Inc.', taxCode: 'VAT 20', taxRate: 20, class: 'Web' },
	};
	const items = ledgerItems('24-month-end-split', '46-labels-and-the-shopify-bill');
	const { status, error, outputs } = await run(items, parameters);
	expect([status, error]).toEqual(['success', undefined]);
	const [october, november, labels] = outputs.Map[0].map(({ json }) => json);
	expect(october).toMatchObject({
		document: 'Expense',
		date: '2026-10-31',
		vendor: 'Shopify Inc.',
		payFrom: { account: 'Clearing', type: 'Bank' },
		lines: [{ account: { account: 'Card Fees' }, taxCode: 'VAT 20', amount: '3.88' }],
		taxTotal: '0.78',
		total: '4.66',
		class: 'Web',
	});
	expect(november.date).toBe('2026-11-03');
	// Labels and the bill are left to the other node; what was kept as a fee is not.
	expect(labels.total).toBe('6.55');
});

it('stops a payout at a type that nobody knows', async () => {
	const { status, error } = await run(ledgerItems('55-unknown-type-stops'));
	expect(status).toBe('error');
	expect(error).toMatchObject({
		message: expect.stringContaining('the type MANAGED_MARKETS_FEE is not in the table'),
		description: expect.stringContaining("Add a row to 'Ledger Types'"),
	});
});
