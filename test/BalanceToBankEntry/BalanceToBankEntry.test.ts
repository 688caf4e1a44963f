import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { LEDGER_TYPES } from '../../nodes/accounting/ledgerTypes';
import { BalanceToBankEntry } from '../../nodes/BalanceToBankEntry/BalanceToBankEntry.node';
import { csvItem } from '../engine/csvItem.mts';
import { ledgerItems } from '../engine/ledgerItems.mts';
import { runMapper, type MapperRun } from '../engine/mapper.mts';

const mapper = new BalanceToBankEntry();

const run = (items: ReturnType<typeof ledgerItems>, more: Omit<MapperRun, 'mapper'> = {}) =>
	runMapper(items, { mapper, ...more });

it('books what no other node does, and says of every other row who does', async () => {
	const { outputs } = await run(ledgerItems('40-chargeback-fee-and-protection', '37-dispute-lost'));
	const [documents, skipped] = outputs.Map;
	expect(documents.map(({ json, pairedItem }) => [json.key, json.document, pairedItem])).toEqual([
		['northwind-demo.myshopify.com/BalanceTransaction/4', 'Journal Entry', { item: 0 }],
		['northwind-demo.myshopify.com/BalanceTransaction/6', 'Journal Entry', { item: 0 }],
		['northwind-demo.myshopify.com/Dispute/81/Lost', 'Journal Entry', { item: 1 }],
		['northwind-demo.myshopify.com/Dispute/82/Lost', 'Journal Entry', { item: 2 }],
	]);
	const told = skipped.map(({ json }) => [
		(json.row as IDataObject).type,
		(json.skipped as IDataObject).code,
	]);
	expect(told).toEqual([
		['CHARGE', 'booked-by-order'],
		['CHARGE', 'booked-by-order'],
		['REFUND', 'booked-by-refund'],
		['CHARGEBACK_FEE', 'booked-by-fee'],
		['CHARGEBACK_PROTECTION_DEBIT', 'booked-by-fee'],
	]);
});

it('stops at a type that asks, until its account is named', async () => {
	const items = ledgerItems('54-goodwill-credit-and-anomaly-ask', '41-reserve-held');
	const asked = await run(items, { onError: 'continueErrorOutput' });
	expect(asked.outputs.Map[0].map(({ json }) => json.memo)).toEqual([
		'Shopify reserved funds, transaction 4',
	]);
	expect(asked.outputs.Map[2].map(({ json }) => json.details)).toEqual([
		expect.objectContaining({ code: 'confirm-type', where: 'Payout 554' }),
	]);
	const rows = [
		{
			type: 'merchant_goodwill_credit',
			book: 'account',
			account: 'Credits from Shopify',
			accountType: 'Other Income',
		},
		{ type: 'ANOMALY_DEBIT', book: 'stop' },
	];
	const stopped = await run(items, {
		parameters: { ledgerTypes: { rows } },
		onError: 'continueErrorOutput',
	});
	expect(stopped.outputs.Map[2].map(({ json }) => json.details)).toEqual([
		expect.objectContaining({ code: 'stopped-type' }),
	]);
	rows[1] = { ...rows[0], type: 'ANOMALY_DEBIT', account: 'Anomalies', accountType: 'Expense' };
	const told = await run(items, { parameters: { ledgerTypes: { rows } } });
	expect(told.outputs.Map[0].map(({ json }) => [json.document, json.total])).toEqual([
		['Deposit', '5.00'],
		['Expense', '1.37'],
		['Journal Entry', '129.69'],
	]);
});

it('takes an account for a type that Shopify has added', async () => {
	const named = {
		type: 'other',
		otherType: 'MANAGED_MARKETS_FEE',
		book: 'account',
		account: 'Markets Fees',
		accountType: 'Expense',
	};
	const nameless = { type: 'other', otherType: '', book: 'stop' };
	const items = ledgerItems('55-unknown-type-stops');
	const parameters = { ledgerTypes: { rows: [nameless, named] } };
	const { outputs } = await run(items, { parameters });
	expect(outputs.Map[0].map(({ json }) => [json.document, json.total])).toEqual([
		['Expense', '3.00'],
	]);
});

it('shows the whole table of types, but for what other documents book', () => {
	const table = mapper.description.properties.find(({ name }) => name === 'ledgerTypes');
	const [{ values }] = table?.options as Array<{ values: INodeProperties[] }>;
	const choices = values.find(({ name }) => name === 'type')?.options as INodePropertyOptions[];
	const elsewhere = ['CHARGE', 'REFUND', 'TRANSFER', 'TRANSFER_FAILURE', 'TRANSFER_CANCEL'];
	const shown = choices.map(({ value }) => value);
	expect([...shown, ...elsewhere].sort()).toEqual([...LEDGER_TYPES.keys(), 'other'].sort());
	const said = (type: string) => choices.find(({ value }) => value === type);
	expect(said('DISPUTE_WITHDRAWAL')).toMatchObject({
		name: 'Dispute Withdrawal',
		description:
			'Money held for a dispute, or given back when it was won. Booked to Disputes Receivable.',
	});
	expect(said('ANOMALY_DEBIT')?.description).toMatch(/Stops until an account is named\.$/);
});

it('takes every setting of the panel for the ledger', async () => {
	const parameters = {
		clearingAccounts: { rows: [{ currency: '*', account: 'Clearing' }] },
		chargesIn: 'Balance to Bank Entry',
		accounts: { loan: 'Capital', financingCost: 'Capital Cost', shippingLabels: 'Postage' },
		entryForm: 'Journal Entry',
		options: { financingCost: 20, class: 'Web' },
	};
	const items = ledgerItems('47-labels-as-entries', 'we-46-shopify-capital-remittance');
	const { status, outputs } = await run(items, { parameters });
	expect(status).toBe('success');
	const documents = outputs.Map[0].map(({ json }) => json);
	expect(documents.map(({ document, total }) => [document, total])).toEqual([
		['Journal Entry', '5.20'],
		['Journal Entry', '1.10'],
		['Journal Entry', '39.00'],
		['Journal Entry', '19.50'],
	]);
	expect(documents[0].lines).toEqual([
		expect.objectContaining({ account: { account: 'Clearing', type: 'Bank' }, posting: 'Credit' }),
		expect.objectContaining({ account: { account: 'Postage', type: 'Expense' }, posting: 'Debit' }),
	]);
	expect(documents[3].lines).toEqual([
		expect.objectContaining({ amount: '19.50' }),
		expect.objectContaining({ account: expect.objectContaining({ account: 'Capital' }) }),
		expect.objectContaining({ amount: '3.90' }),
	]);
	expect(documents[3].class).toBe('Web');
});

const CSV = `\uFEFFPosted date,Details,Paid in,Paid out,Ref
2026-10-01,Shopify payout,104.69,,P-1
2026-10-02,"Canva, Sydney",,12.99,C-1
2026-10-02,"Canva, Sydney",,12.99,C-2
2026-10-02,"Canva, Sydney",,12.99,C-2
2026-10-03,Cashback rewards,1.23,,R-1
2026-10-04,To savings,,"1,000.00",S-1
2026-10-05,Unheard-of Ltd,,4.00,U-1
`;

const EXPORT = {
	book: 'export',
	shop: 'Northwind-Demo.myshopify.com',
	balanceAccount: 'Shopify Balance Main',
	columns: {
		date: 'Posted date',
		description: 'Details',
		amount: '',
		moneyIn: 'Paid in',
		moneyOut: 'Paid out',
		reference: 'Ref',
	},
	rules: {
		rows: [
			{ contains: 'payout', direction: 'In', book: 'elsewhere' },
			{
				contains: 'cashback',
				direction: 'In',
				book: 'account',
				account: 'Cashback',
				accountType: 'Other Income',
			},
			{
				contains: 'canva',
				book: 'account',
				account: 'Software',
				accountType: 'Expense',
				vendor: 'Canva',
			},
			{
				contains: 'savings',
				direction: 'Out',
				book: 'account',
				account: 'Savings',
				accountType: 'Bank',
			},
			{ contains: 'half a rule', book: 'account', account: '' },
		],
	},
	options: { location: 'Oslo' },
};

it("books a Shopify Balance export that n8n's own node has read, each row once", async () => {
	const before = [
		{ type: 'n8n-nodes-base.extractFromFile', version: 1, parameters: { operation: 'csv' } },
	];
	const { outputs, error } = await run([csvItem(CSV)], {
		before,
		parameters: EXPORT,
		onError: 'continueErrorOutput',
	});
	expect(error).toBeUndefined();
	const [documents, skipped, refused] = outputs.Map;
	expect(documents.map(({ json }) => [json.document, json.key, json.total])).toEqual([
		['Expense', 'northwind-demo.myshopify.com/BalanceExport/C-1', '12.99'],
		['Expense', 'northwind-demo.myshopify.com/BalanceExport/C-2', '12.99'],
		['Deposit', 'northwind-demo.myshopify.com/BalanceExport/R-1', '1.23'],
		['Transfer', 'northwind-demo.myshopify.com/BalanceExport/S-1', '1000.00'],
	]);
	expect(documents[0].json).toMatchObject({
		date: '2026-10-02',
		vendor: 'Canva',
		payFrom: { account: 'Shopify Balance Main', type: 'Bank' },
		lines: [{ account: { account: 'Software', type: 'Expense' }, description: 'Canva, Sydney' }],
		location: 'Oslo',
	});
	expect(skipped.map(({ json }) => [json.Ref, (json.skipped as IDataObject).code])).toEqual([
		['P-1', 'booked-elsewhere'],
		['C-2', 'twice'],
	]);
	expect(refused.map(({ json }) => json.details)).toEqual([
		expect.objectContaining({ code: 'no-rule', where: 'Row 7' }),
	]);
});

it('has rules for payouts and cashback before anybody writes one', async () => {
	const rows = [
		{ json: { Date: '10/1/2026', Description: 'Payout from Shopify', Amount: '104.69' } },
		{ json: { Date: '10/3/2026', Description: 'Cashback', Amount: '1.23' } },
	];
	const parameters = { book: 'export', shop: 'northwind-demo.myshopify.com' };
	const { outputs } = await run(rows, { parameters });
	expect(outputs.Map[0].map(({ json }) => [json.document, json.date])).toEqual([
		['Deposit', '2026-10-03'],
	]);
	expect(outputs.Map[1]).toHaveLength(1);
});
