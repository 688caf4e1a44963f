import type { RunResult } from '../../engine/index.mts';
import {
	bookSales,
	explainedPayouts,
	itemsOf,
	payoutsOf,
	postedBy,
	startLedgerMerchant,
	templateFile,
} from './ledgerMonth.mts';
import { openMailbox } from './mailbox.mts';
import { parametersOf, type Merchant } from './merchant.mts';
import { changedAgo } from './moments.mts';

// Jest cannot require the ES modules that n8n's mail node loads for its own approval pages.
jest.mock('sanitize-html', () => ({}));

const POST = 'Post to QuickBooks';
const BILLS = 'Post bills to QuickBooks';
const HELD = 'Held: what to do';

/** Template 8 as set up for a closed month instead of the last days. */
function proofsOfMonth() {
	const workflow = templateFile(8);
	parametersOf(workflow, 'Get paid payouts').hours = 24 * 70;
	return workflow;
}

describe('the ledger of a month, after templates 1 and 3', () => {
	let merchant: Merchant;
	let payouts: RunResult;
	let fees: RunResult;
	const journal = () => JSON.stringify(merchant.quickBooks.company.journal);

	beforeAll(async () => {
		merchant = await startLedgerMerchant();
		await bookSales(merchant);
		payouts = await merchant.run(templateFile(5));
		fees = await merchant.run(templateFile(6));
	}, 120_000);
	afterAll(async () => await merchant.close());

	it('template 5 books each payout, and what else moved', () => {
		expect([payouts.status, payouts.error?.message]).toEqual(['success', undefined]);
		const ended = payoutsOf(merchant.shopify.shop).filter(({ status }) => status !== 'SCHEDULED');
		const { Deposit, ...others } = postedBy(payouts, POST);
		expect(Deposit).toBeGreaterThan(12);
		expect(Object.keys(others).sort()).toEqual(
			expect.arrayContaining(['Journal Entry', 'Transfer']),
		);
		const keys = new Set(itemsOf(payouts, POST).map(({ key }) => String(key)));
		const missing = ended.filter(
			({ legacyResourceId }) =>
				!keys.has(`${merchant.shopify.shopDomain}/Payout/${legacyResourceId}`),
		);
		expect(missing).toEqual([]);
	});

	it('template 5 holds what Shopify does not explain, and says what to do', () => {
		const held = itemsOf(payouts, HELD);
		expect(held.length).toBeGreaterThan(1);
		for (const { payout, whatHappened, whatToDo } of held) {
			expect(payout).toMatch(/^Payout \d+$/);
			expect(whatHappened).toMatch(/nobody has said yet where it is booked/);
			expect(whatToDo).toMatch(/^Add a row to 'Ledger Types' with the type [A-Z_]+/);
		}
	});

	it('template 5 says of what it skipped who books it', () => {
		const skipped = itemsOf(payouts, 'Skipped: booked elsewhere, or not yet');
		expect(skipped.length).toBeGreaterThan(20);
		for (const { payout, row, reason } of skipped) {
			expect(payout).toMatch(/^gid:\/\/shopify\/ShopifyPaymentsPayout\/\d+$/);
			expect(row).toMatch(/^([A-Z_]+)?$/);
			expect(reason).toMatch(/book|return/);
		}
	});

	it('template 6 books the fees of each paid payout as a bill and its payment', () => {
		expect([fees.status, fees.error?.message]).toEqual(['success', undefined]);
		const posted = postedBy(fees, BILLS);
		expect(posted.Bill).toBeGreaterThan(10);
		expect(posted['Bill Payment']).toBe(posted.Bill);
		expect(itemsOf(fees, HELD)).toEqual([]);
	});

	it('template 5 books what was held, once its accounts are named, and nothing else', async () => {
		const result = await merchant.run(explainedPayouts());
		expect(itemsOf(result, HELD)).toEqual([]);
		const { Deposit = 0, ...posted } = postedBy(result, POST);
		expect(Object.values(posted).reduce((a, b) => a + b, Deposit)).toBeGreaterThanOrEqual(
			itemsOf(payouts, HELD).length,
		);
		expect(postedBy(result, POST).Bill).toBeUndefined();
	});

	it('books nothing when both run again', async () => {
		const before = journal();
		expect(postedBy(await merchant.run(explainedPayouts()), POST)).toEqual({});
		expect(postedBy(await merchant.run(templateFile(6)), BILLS)).toEqual({});
		expect(journal()).toBe(before);
	});

	it('template 8 proves every payout with a residue of 0.00, and makes the report', async () => {
		const before = journal();
		const result = await merchant.run(proofsOfMonth());
		expect([result.status, result.error?.message]).toEqual(['success', undefined]);
		const [proofs, [report]] = result.outputs['Prove payouts'];
		const paid = payoutsOf(merchant.shopify.shop).filter(({ status }) => status === 'PAID');
		expect(proofs).toHaveLength(paid.length);
		expect(new Set(proofs.map(({ json }) => json.residue))).toEqual(new Set(['0.00']));
		expect(report.json).toMatchObject({ result: 'Proved', proved: paid.length, notProved: 0 });
		const { data, mimeType, fileName } = report.binary?.data ?? { data: '', mimeType: '' };
		expect([mimeType, fileName]).toEqual(['text/html', 'payout-proof.html']);
		const html = Buffer.from(data, 'base64').toString('utf8');
		expect(html).toMatch(/^<!doctype html>/i);
		for (const { legacyResourceId } of paid) expect(html).toContain(legacyResourceId);
		expect(itemsOf(result, 'Not proved: what to do')).toEqual([]);
		expect(itemsOf(result, 'Mail the report')).toHaveLength(1);
		expect(journal()).toBe(before);
	});

	it('template 8 mails the report, once its mail node is switched on', async () => {
		const mailbox = await openMailbox();
		const workflow = proofsOfMonth();
		const mail = workflow.nodes.find(({ name }) => name === 'Mail the report');
		Object.assign(mail ?? {}, { disabled: false });
		merchant.credentials.smtp = mailbox.credential;
		const result = await merchant.run(workflow);
		delete merchant.credentials.smtp;
		await mailbox.close();
		expect([result.status, result.error?.message]).toEqual(['success', undefined]);
		const [text, ...others] = mailbox.mails;
		expect(others).toEqual([]);
		expect(text).toMatch(/^To: owner@example.com$/m);
		expect(text).toMatch(/^Subject: Shopify payouts: all \d+ proved to the cent$/m);
		expect(text).toMatch(/filename=payout-proof\.html/);
		const encoded = text.split(/filename=payout-proof\.html[^]*?\n\n/)[1].split('\n--')[0];
		expect(Buffer.from(encoded, 'base64').toString('utf8')).toMatch(/^<!doctype html>/i);
	});

	it('template 8 lists a payout whose deposit is gone', async () => {
		const { company } = merchant.quickBooks;
		const [deposit] = company
			.all('Deposit')
			.filter(({ PrivateNote }) => /\/Payout\/\d+\]/.test(String(PrivateNote)));
		const id = /\/Payout\/(\d+)\]/.exec(String(deposit.PrivateNote))?.[1];
		company.remove('Deposit', deposit);
		const told = itemsOf(await merchant.run(proofsOfMonth()), 'Not proved: what to do');
		expect(told).toEqual([
			{
				payout: id,
				residue: expect.stringMatching(/^-?\d+\.\d\d USD$/),
				whatIsWrong: expect.stringMatching(/\w+ \w+/),
				whatToDo: expect.stringMatching(/\w+ \w+/),
			},
		]);
	});
});

/** As if they had been issued so many hours ago. */
function issuedAgo(payout: { issuedAt: string }, hours: number): void {
	payout.issuedAt = new Date(Date.now() - hours * 3_600_000).toISOString();
}

describe('by schedule, and called by template 7', () => {
	let merchant: Merchant;
	beforeEach(async () => {
		merchant = await startLedgerMerchant();
	});
	afterEach(async () => await merchant.close());

	it.each([
		[5, POST, 'Deposit'],
		[6, BILLS, 'Bill'],
	] as const)('template %s takes payouts of the last 14 days only', async (number, post, kind) => {
		const paid = payoutsOf(merchant.shopify.shop).filter(({ status }) => status === 'PAID');
		for (const payout of paid) issuedAgo(payout, 24 * 15);
		const recent = paid.slice(-3);
		for (const payout of recent) issuedAgo(payout, 24 * 13);
		const workflow = templateFile(number);
		const run = { startNode: 'Every hour', mode: 'trigger' } as const;
		const result = await merchant.run(workflow, run);
		expect(result.outputs['Get payouts since the start date']).toBeUndefined();
		const [kept] = result.outputs['Not before the start date'];
		expect(kept.map(({ json }) => json.legacyResourceId).sort()).toEqual(
			recent.map(({ legacyResourceId }) => legacyResourceId).sort(),
		);
		expect(postedBy(result, post)[kind]).toBeGreaterThan(0);
		const { assignments } = parametersOf(workflow, 'Choose the start date').assignments as {
			assignments: Array<{ value: string }>;
		};
		assignments[0].value = '={{ $now.plus({ days: 1 }).toISODate() }}';
		const later = await merchant.run(workflow, run);
		expect(later.outputs['Not before the start date'][0]).toEqual([]);
	});

	it('template 7 books orders, refunds, payouts and fees in this order, each once', async () => {
		const { orders } = merchant.shopify.shop;
		for (const order of orders) changedAgo(order, 1);
		for (const payout of payoutsOf(merchant.shopify.shop)) issuedAgo(payout, 24);
		const subWorkflows = [6, 5, 3, 1].map(templateFile);
		const first = await merchant.run(templateFile(7), {
			subWorkflows,
			startNode: 'Every hour',
			mode: 'trigger',
		});
		expect(first.called.map(({ workflow }) => workflow)).toEqual(
			[1, 3, 5, 6].map((number) => templateFile(number).name),
		);
		expect(itemsOf(first, 'Failed: what to do')).toEqual([]);
		const { company } = merchant.quickBooks;
		for (const entity of ['SalesReceipt', 'RefundReceipt', 'Deposit', 'JournalEntry', 'Bill']) {
			expect([entity, company.all(entity).length > 0]).toEqual([entity, true]);
		}
		const journal = JSON.stringify(company.journal);
		expect((await merchant.run(templateFile(7), { subWorkflows })).called).toHaveLength(4);
		expect(JSON.stringify(company.journal)).toBe(journal);
	}, 120_000);

	it('template 7 goes on after a step that failed, and tells it', async () => {
		for (const payout of payoutsOf(merchant.shopify.shop)) issuedAgo(payout, 24);
		const subWorkflows = [1, 5, 6].map(templateFile);
		const result = await merchant.run(templateFile(7), { subWorkflows });
		expect([result.status, result.called.map(({ workflow }) => workflow)]).toEqual([
			'success',
			subWorkflows.map(({ name }) => name),
		]);
		expect(itemsOf(result, 'Failed: what to do')).toEqual([
			{
				step: '2 Refunds',
				whatHappened: 'Workflow does not exist.',
				whatToDo: expect.stringContaining('choose it in the node 2 Refunds'),
			},
		]);
		expect(merchant.quickBooks.company.all('Bill').length).toBeGreaterThan(0);
	}, 120_000);
});
