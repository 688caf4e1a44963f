import { creditMemo, creditRefund, invoice, orderKey, payment, refundReceipt } from './allKinds';
import { ALL, openBooks, statuses, type Books } from './books.mts';
import { receipt, shippingLine } from './documents';
import { post } from '../../nodes/quickbooks/post';

/** Documents that settle others or take them back. */

let books: Books;

beforeEach(async () => {
	books = await openBooks();
});
afterEach(async () => await books.close());

const rows = (entity: string) => books.sandbox.company.all(entity);
const last = (entity: string): Record<string, unknown> => rows(entity).at(-1) ?? {};

function edit(entity: string, changes: Record<string, unknown>): void {
	const { Id, SyncToken } = last(entity);
	books.sandbox.company.update(entity, { Id, SyncToken, sparse: true, ...changes });
}

describe('a payment', () => {
	test('without its invoice is held, and says what to do', async () => {
		const [result] = await books.post([payment(1)]);
		expect(result).toMatchObject({
			ok: false,
			problem: {
				code: 'invoice-not-posted',
				where: `Payment ${payment(1).key}`,
				fix: expect.stringContaining(`[${orderKey(1)}]`),
			},
		});
		expect(rows('Payment')).toHaveLength(0);
	});

	test('follows its invoice in another run, also when its number is unlike', async () => {
		await books.post([invoice(1, { number: 'B2B-77' })]);
		expect(statuses(await books.post([payment(1)]))).toEqual(['Posted']);
		expect(last('Invoice')).toMatchObject({ Balance: 0 });
		expect(last('Payment')).toMatchObject({
			TotalAmt: 47.9,
			UnappliedAmt: 0,
			PaymentRefNum: '7770001',
			PrivateNote: `Shopify order #1001 [${payment(1).key}]`,
		});
	});

	test("goes to the invoice's customer, whatever it says itself", async () => {
		await books.post([invoice(1)]);
		await books.post([payment(1, { customer: { name: 'Somebody Else' } })]);
		expect(last('Payment').CustomerRef).toMatchObject({
			value: (last('Invoice').CustomerRef as { value: string }).value,
		});
		expect(rows('Customer').some(({ DisplayName }) => DisplayName === 'Somebody Else')).toBe(false);
	});

	test('is one of several on an invoice; what exceeds it is kept and said', async () => {
		const parts = ['20.00', '20.00', '10.00'].map((total, part) =>
			payment(1, { total, key: `${payment(1).key}${part}` }),
		);
		const results = await books.post([invoice(1), ...parts]);
		expect(statuses(results)).toEqual(Array(4).fill('Posted'));
		expect(results.map((each) => each.ok && each.note)).toEqual([
			undefined,
			undefined,
			undefined,
			expect.stringContaining('2.1 of the payment settles nothing'),
		]);
		expect(last('Invoice')).toMatchObject({ Balance: 0 });
	});

	test('of an invoice that somebody has settled is held', async () => {
		await books.post([invoice(1), payment(1)]);
		const byHand = payment(1, { key: `${payment(1).key}9` });
		expect(statuses(await books.post([byHand]))).toEqual(['invoice-settled']);
		const plan = await books.plan([byHand]);
		expect(plan).toMatchObject({ value: [{ action: 'Held' }] });
	});

	test('is held with the reason of its invoice', async () => {
		const [held] = await books.post([payment(1), invoice(1, { currency: 'EUR' })]);
		expect(held).toMatchObject({
			problem: {
				code: 'invoice-not-posted',
				what: expect.stringMatching(/^The invoice that it settles is not posted: .*EUR/),
			},
		});
		await books.post([invoice(7), payment(7)]);
		books.fail({ kind: 'serverError', times: 50, match: 'batch' });
		expect(statuses(await books.post([payment(2), invoice(2)]))).toEqual([
			'invoice-not-posted',
			'not-posted',
		]);
		expect(rows('Payment')).toHaveLength(1);
	});

	test('that QuickBooks refuses with its invoice is not sent', async () => {
		await books.post([invoice(7)]);
		const session = await books.open(ALL, async (request) => {
			if (request.method === 'POST') {
				const item = rows('Item').find(({ Name }) => Name === 'Blue T-Shirt');
				if (item?.Active) books.sandbox.company.update('Item', { ...item, Active: false });
			}
			return await books.send(request);
		});
		const answer = await post(session, [payment(1), invoice(1)]);
		expect(answer).toMatchObject({
			value: {
				results: [
					{
						problem: {
							code: 'invoice-not-posted',
							what: expect.stringMatching(/^The invoice that it settles is not posted: .*610/),
						},
					},
					{ problem: { code: 'quickbooks-610' } },
				],
			},
		});
	});
});

describe('a refund receipt', () => {
	test('leaves the account of the money and is not put up for printing', async () => {
		await books.post([receipt(1), refundReceipt(1)]);
		expect(last('RefundReceipt')).toMatchObject({
			DocNumber: '1001-R1',
			TotalAmt: 21.45,
			PrintStatus: 'NotSet',
			DepositToAccountRef: { name: 'Shopify Payments Clearing' },
		});
	});

	test('of a sale that is not in the books is posted with a note', async () => {
		const [result] = await books.post([refundReceipt(1)]);
		expect(result).toMatchObject({
			status: 'Posted',
			note: `The sales receipt ${orderKey(1)} that it takes back was not found in the books`,
		});
	});

	const tooMuch = {
		lines: [shippingLine('47.91')],
		taxes: [],
		taxTotal: '0.00',
		total: '47.91',
	};

	test.each(['the same run', 'another run'])(
		'over more than was sold is held in %s',
		async (where) => {
			const inputs = [receipt(1), refundReceipt(1, tooMuch)];
			if (where === 'another run') await books.post(inputs.splice(0, 1));
			const result = (await books.post(inputs)).at(-1);
			expect(result).toMatchObject({
				ok: false,
				problem: {
					code: 'refund-exceeds-sale',
					what: expect.stringMatching(/47\.91 USD would be given back.*47\.90 USD/),
				},
			});
			expect(rows('RefundReceipt')).toHaveLength(0);
		},
	);

	test('counts with the other refunds of the run', async () => {
		const three = [1, 2, 3].map((part) =>
			refundReceipt(1, { key: `${refundReceipt(1).key}${part}`, number: `1001-R${part}` }),
		);
		await books.post([receipt(1)]);
		expect(statuses(await books.post(three))).toEqual(Array(3).fill('refund-exceeds-sale'));
	});

	test.each(['the same run', 'another run'])(
		'may take back what an edit added in %s',
		async (where) => {
			const added = receipt(1, {
				key: `${orderKey(1)}/Edit/31`,
				number: '1001-E1',
				date: '2026-10-03',
				lines: [shippingLine('0.01')],
				taxes: [],
				taxTotal: '0.00',
				total: '0.01',
			});
			const inputs = [receipt(1), added, refundReceipt(1, { ...tooMuch, date: '2026-10-09' })];
			if (where === 'another run') await books.post(inputs.splice(0, 2));
			expect((await books.post(inputs)).at(-1)).toMatchObject({ ok: true, status: 'Posted' });
		},
	);
});

describe('a credit memo', () => {
	const ofInvoice = { appliesTo: { document: 'Invoice' as const, key: orderKey(1) } };

	test('lowers its invoice by a payment of nothing, once', async () => {
		await books.post([invoice(1)]);
		expect(statuses(await books.post([creditMemo(1, ofInvoice)]))).toEqual(['Posted']);
		expect(last('Invoice')).toMatchObject({ Balance: 26.45 });
		expect(last('CreditMemo')).toMatchObject({ RemainingCredit: 0 });
		expect(last('Payment')).toMatchObject({ TotalAmt: 0, UnappliedAmt: 0 });
		expect(books.journal({ entity: 'Payment', id: String(last('Payment').Id) })).toEqual([
			'Accounts Receivable (A/R): -2145',
			'Accounts Receivable (A/R): 2145',
		]);
		await books.post([creditMemo(1, ofInvoice)]);
		expect(rows('Payment')).toHaveLength(1);
	});

	test('that could not be used is used by the next run', async () => {
		await books.post([invoice(1)]);
		books.fail({ kind: 'serverError', times: 9, match: 'batch', after: 1 });
		const [result] = await books.post([creditMemo(1, ofInvoice)]);
		expect(result).toMatchObject({
			status: 'Posted',
			note: expect.stringMatching(/could not be used for invoice ID 1:.*Receive payment/),
		});
		books.sandbox.control.reset();
		const [again] = await books.post([creditMemo(1, ofInvoice)]);
		expect(again).toMatchObject({ status: 'Already Posted' });
		expect(last('Invoice')).toMatchObject({ Balance: 26.45 });
	});

	test('lowers an invoice by no more than is open', async () => {
		await books.post([invoice(1), payment(1, { total: '40.00' }), creditMemo(1, ofInvoice)]);
		expect(last('Invoice')).toMatchObject({ Balance: 0 });
		expect(last('CreditMemo')).toMatchObject({ Balance: 13.55 });
	});

	test("of another customer than the invoice's stays open, with a note", async () => {
		const other = { ...ofInvoice, customer: { name: 'Somebody Else' } };
		const results = await books.post([invoice(1), creditMemo(1, other)]);
		expect(results[1]).toMatchObject({
			status: 'Posted',
			note: expect.stringContaining('different customers'),
		});
		expect(last('CreditMemo')).toMatchObject({ Balance: 21.45 });
	});
});

describe('a credit refund', () => {
	/** The stand-in refuses to link an expense, which Intuit documents: what is sent is read instead. */
	test('is an expense on receivables, used up with the credit memo by a payment of nothing', async () => {
		const sent: Array<Record<string, unknown>> = [];
		const session = await books.open(ALL, async (request) => {
			if (request.url.includes('/batch?')) {
				const body = JSON.parse(request.body ?? '') as { BatchItemRequest: typeof sent };
				sent.push(...body.BatchItemRequest);
			}
			return await books.send(request);
		});
		const answer = await post(session, [creditMemo(1), creditRefund(1)]);
		expect(answer).toMatchObject({
			value: { results: [{ status: 'Posted' }, { status: 'Posted' }] },
		});
		const customer = (last('CreditMemo').CustomerRef as { value: string }).value;
		expect(last('Purchase')).toMatchObject({
			PaymentType: 'Cash',
			TotalAmt: 21.45,
			DocNumber: '9990001',
			EntityRef: { value: customer },
			AccountRef: { name: 'Shopify Payments Clearing' },
		});
		expect(sent.flatMap(({ Payment }) => Payment ?? [])).toEqual([
			{
				TxnDate: '2026-10-02',
				CurrencyRef: { value: 'USD' },
				PrivateNote: `Credit memo 1001-R1 used for expense 9990001 [${creditRefund(1).key}/Applied]`,
				CustomerRef: { value: customer },
				TotalAmt: 0,
				Line: [
					{ Amount: 21.45, LinkedTxn: [{ TxnId: last('Purchase').Id, TxnType: 'Expense' }] },
					{ Amount: 21.45, LinkedTxn: [{ TxnId: last('CreditMemo').Id, TxnType: 'CreditMemo' }] },
				],
			},
		]);
	});

	test('without its credit memo is held', async () => {
		expect(statuses(await books.post([creditRefund(1)]))).toEqual(['credit-memo-not-posted']);
	});

	test('follows its credit memo in another run', async () => {
		await books.post([creditMemo(1)]);
		expect(statuses(await books.post([creditRefund(1)]))).toEqual(['Posted']);
	});
});

test('a bookkeeper may write the key into a document of their own', async () => {
	await books.post([invoice(1)]);
	edit('Invoice', { PrivateNote: `By hand for [${orderKey(2)}]` });
	expect(statuses(await books.post([payment(2)]))).toEqual(['Posted']);
});
