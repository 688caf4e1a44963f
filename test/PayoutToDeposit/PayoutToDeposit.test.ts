import { PayoutToDeposit } from '../../nodes/PayoutToDeposit/PayoutToDeposit.node';
import { ledgerItems } from '../engine/ledgerItems.mts';
import { runMapper, type Parameters } from '../engine/mapper.mts';

const mapper = new PayoutToDeposit();

const SHOP = 'northwind-demo.myshopify.com';

const CHECKING = {
	rows: [{ payoutsOf: '*', account: 'Checking', accountType: 'Bank' }],
};

const [paid] = ledgerItems('01-charges-a-refund-and-fees');
const [scheduled] = ledgerItems('13-scheduled');
const [wrong] = ledgerItems('59-sum-differs-by-a-row');
const [negative] = ledgerItems('10-negative-payout');

const run = (
	items: Array<typeof paid>,
	parameters: Parameters = {},
	onError?: 'continueErrorOutput',
) =>
	runMapper(items, {
		mapper,
		parameters: { payoutAccounts: CHECKING, ...parameters },
		onError,
	});

it('gives documents by the first output and what waits by the second, paired to their payout', async () => {
	const { status, outputs } = await run([paid, scheduled, negative]);
	expect(status).toBe('success');
	const [documents, skipped] = outputs.Map;
	expect(documents.map(({ json, pairedItem }) => [json.document, json.total, pairedItem])).toEqual([
		['Deposit', '104.69', { item: 0 }],
		['Transfer', '62.91', { item: 2 }],
	]);
	expect(documents[0].json).toMatchObject({
		key: `${SHOP}/Payout/501`,
		date: '2026-10-03',
		depositTo: { account: 'Checking', type: 'Bank' },
		lines: [{ account: { account: 'Shopify Payments Clearing', type: 'Bank' } }],
	});
	expect(skipped).toEqual([
		{
			json: {
				id: scheduled.json.id,
				skipped: {
					code: 'not-paid',
					reason: 'Its status is SCHEDULED: it is booked once it was paid',
				},
			},
			pairedItem: { item: 1 },
		},
	]);
});

it('asks for the bank account until one is named', async () => {
	const { status, error } = await runMapper([paid], { mapper });
	expect(status).toBe('error');
	expect(error).toMatchObject({
		name: 'NodeOperationError',
		message: expect.stringContaining('Payout 501: No account is named'),
		description: expect.stringContaining("Add a row to 'Payout Accounts'"),
		context: { itemIndex: 0 },
	});
});

it('sends a payout that does not add up by the error output, with the difference, and the others on', async () => {
	const { status, outputs } = await run([wrong, paid], {}, 'continueErrorOutput');
	expect(status).toBe('success');
	expect(outputs.Map[0].map(({ json }) => json.total)).toEqual(['104.69']);
	const [refused] = outputs.Map[2];
	expect(refused).toMatchObject({ json: { id: wrong.json.id }, pairedItem: { item: 0 } });
	expect(refused.json.error).toContain('a difference of -23.00 USD. Of that size: CHARGE 2');
	expect(refused.json.details).toMatchObject({ code: 'rows-differ', where: 'Payout 559' });
});

it('takes every setting of the panel', async () => {
	const [receipts] = ledgerItems('06-deposit-of-receipts-with-everything-else');
	const [euro] = ledgerItems('20-second-currency');
	const [failed] = ledgerItems('14-failed-taken-back');
	const [midnight] = ledgerItems('74-payout-around-midnight');
	const parameters = {
		payoutForm: '={{ $json.id.endsWith("506") ? "Deposit of Receipts" : "Transfer" }}',
		payoutAccounts: {
			rows: [
				{ payoutsOf: 'eur', account: 'Euro Account', accountType: 'Bank' },
				{ payoutsOf: '', account: 'Shopify Balance', accountType: 'Other Current Asset' },
				{ payoutsOf: '*', account: '', accountType: 'Bank' },
			],
		},
		clearingAccounts: {
			rows: [
				{ currency: 'eur', account: 'Clearing EUR' },
				{ currency: '*', account: 'Clearing' },
			],
		},
		receipts: 'Payment',
		failedPayouts: 'Leave Out',
		accounts: { disputeFees: 'Dispute Costs', reserves: 'Held by Shopify' },
		ledgerTypes: {
			rows: [
				{
					type: 'CHARGE_ADJUSTMENT',
					book: 'account',
					account: 'Corrections',
					accountType: 'Other Expense',
				},
			],
		},
		options: { class: 'Web', location: 'Oslo', payoutDay: 'Shop', financingCost: 10 },
	};
	const { status, error, outputs } = await run([receipts, euro, failed, midnight], parameters);
	expect([status, error]).toEqual(['success', undefined]);
	const [deposit, remittance, transfer, early] = outputs.Map[0].map(({ json }) => json);
	expect(outputs.Map[1]).toHaveLength(1);
	expect(deposit).toMatchObject({
		document: 'Deposit',
		depositTo: { account: 'Shopify Balance', type: 'Other Current Asset' },
		class: 'Web',
		location: 'Oslo',
	});
	expect(deposit.lines).toEqual(
		expect.arrayContaining([
			expect.objectContaining({ links: expect.objectContaining({ document: 'Payment' }) }),
			expect.objectContaining({ account: { account: 'Dispute Costs', type: 'Expense' } }),
			expect.objectContaining({
				account: { account: 'Held by Shopify', type: 'Other Current Asset' },
			}),
			expect.objectContaining({ account: { account: 'Corrections', type: 'Other Expense' } }),
			// The returns of failed payouts are not booked, so their receipts still wait.
			expect.objectContaining({
				category: 'Payout',
				account: expect.objectContaining({ account: 'Undeposited Funds' }),
			}),
		]),
	);
	// A loan is no line of a deposit.
	expect(remittance).toMatchObject({
		document: 'Journal Entry',
		lines: [{ amount: '10.00' }, { amount: '9.00' }, { amount: '1.00' }],
	});
	expect(transfer).toMatchObject({
		document: 'Transfer',
		from: { account: 'Clearing EUR', type: 'Bank' },
		to: { account: 'Euro Account', type: 'Bank' },
	});
	expect(early.date).toBe('2026-10-02');
});

it('refuses only the payout whose expression fails', async () => {
	const failing = "={{ $json.id.endsWith('501') ? $('Nowhere').first().json.form : 'Transfer' }}";
	const { outputs } = await run([paid, negative], { payoutForm: failing }, 'continueErrorOutput');
	expect(outputs.Map[0].map(({ json }) => json.total)).toEqual(['62.91']);
	expect(outputs.Map[2].map(({ json }) => json.details)).toEqual([
		expect.objectContaining({ code: 'unforeseen' }),
	]);
});
