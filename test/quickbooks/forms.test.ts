import type { AccountingDocument } from '../../nodes/accounting/documents';
import { checkDocument } from '../../nodes/quickbooks/fromDocuments/checkDocument';
import { allKinds, creditMemo, creditRefund, invoice, payment, refundReceipt } from './allKinds';
import { ALL, openBooks, statuses, type Books } from './books.mts';
import { productLine, receipt, shippingLine } from './documents';

/** What documents carry beside their amounts: classes, locations, custom fields, terms, days. */

let books: Books;

beforeEach(async () => {
	books = await openBooks();
});
afterEach(async () => await books.close());

const last = (entity: string): Record<string, unknown> =>
	books.sandbox.company.all(entity).at(-1) ?? {};
const lineDetails = (entity: string) =>
	(last(entity).Line as Array<{ SalesItemLineDetail?: Record<string, unknown> }>).flatMap(
		(line) => line.SalesItemLineDetail ?? [],
	);

function define(...names: string[]): void {
	const fields = names.map((StringValue, index) => ({
		Type: 'StringType',
		Name: `SalesFormsPrefs.SalesCustomName${index + 1}`,
		StringValue,
	}));
	const switches = names.map((_, index) => ({
		Type: 'BooleanType',
		Name: `SalesFormsPrefs.UseSalesCustom${index + 1}`,
		BooleanValue: true,
	}));
	books.prefer('SalesFormsPrefs', {
		CustomField: [{ CustomField: switches }, { CustomField: fields }],
	});
}

describe('class and location', () => {
	const dimensions = { class: 'Online:Europe', location: 'Copenhagen' };

	function make(): { klass: string; place: string } {
		const { company } = books.sandbox;
		const top = company.create('Class', { Name: 'Online' });
		const klass = company.create('Class', { Name: 'Europe', ParentRef: { value: top.Id } });
		const place = company.create('Department', { Name: 'Copenhagen' });
		return { klass: String(klass.Id), place: String(place.Id) };
	}

	test('are on every kind that has them', async () => {
		const { klass, place } = make();
		const documents = allKinds().map((each) => ({ ...each, ...dimensions }));
		expect(statuses(await books.post(documents))).toEqual(Array(6).fill('Posted'));
		for (const entity of ['SalesReceipt', 'Invoice', 'RefundReceipt', 'CreditMemo']) {
			expect(last(entity)).toMatchObject({ DepartmentRef: { value: place } });
			for (const detail of lineDetails(entity)) {
				expect(detail).toMatchObject({ ClassRef: { value: klass } });
			}
		}
		expect(last('Purchase')).toMatchObject({ DepartmentRef: { value: place } });
	});

	test('a class goes to the whole form where the company tracks it so', async () => {
		const { klass } = make();
		books.prefer('AccountingInfoPrefs', {
			ClassTrackingPerTxnLine: false,
			ClassTrackingPerTxn: true,
		});
		await books.post([receipt(1, { class: 'europe' })]);
		expect(last('SalesReceipt')).toMatchObject({ ClassRef: { value: klass } });
		expect(lineDetails('SalesReceipt')[0]).not.toHaveProperty('ClassRef');
	});

	test('that QuickBooks does not know or not track hold the document', async () => {
		make();
		const documents = [receipt(1, { class: 'Retail' }), receipt(2, { location: 'Aarhus' })];
		expect(statuses(await books.post(documents))).toEqual(['unknown-class', 'unknown-location']);
		books.prefer('AccountingInfoPrefs', {
			ClassTrackingPerTxnLine: false,
			TrackDepartments: false,
		});
		const off = [receipt(1, { class: 'Online' }), invoice(2, { location: 'Copenhagen' })];
		expect(statuses(await books.post(off))).toEqual(['classes-off', 'locations-off']);
	});
});

describe('custom fields', () => {
	const field = (name: string, value: string) => ({ customFields: [{ name, value }] });

	test('are found by the name of their definition', async () => {
		define('Crew #', 'Sales Channel');
		await books.post([receipt(1, field('sales channel', 'Online Store'))]);
		expect(last('SalesReceipt')).toMatchObject({
			CustomField: [{ DefinitionId: '2', Type: 'StringType', StringValue: 'Online Store' }],
		});
	});

	test('that are not there, or too long, hold the document', async () => {
		define('Crew #');
		const documents = [
			receipt(1, field('Sales Channel', 'x')),
			refundReceipt(2, field('Crew #', 'x'.repeat(32))),
		];
		const results = await books.post(documents);
		expect(statuses(results)).toEqual(['unknown-custom-field', 'custom-field-too-long']);
		expect(results[0]).toMatchObject({
			problem: { fix: expect.stringContaining('Crew #') },
		});
	});

	test.each([
		['takes the PO number by its usual names', ['Crew #', 'P.O. Number'], 'PO-4711', true],
		['leaves it to the memo where there is none', ['Crew #'], 'PO-4711', false],
		['leaves it to the memo where it is too long', ['PO'], 'x'.repeat(40), false],
	])('%s', async (_title, names, poNumber, isField) => {
		define(...names);
		await books.post([invoice(1, { poNumber })]);
		const { CustomField, PrivateNote } = last('Invoice');
		expect(CustomField !== undefined).toBe(isField);
		expect(String(PrivateNote).includes(`, PO ${poNumber} [`)).toBe(!isField);
	});
});

describe('terms', () => {
	const terms = () => books.sandbox.company.all('Term').map(({ Name }) => String(Name));

	test('are found by name, and the due date counts', async () => {
		await books.post([invoice(1, { terms: 'net 30', dueDate: '2026-11-05' })]);
		const [net30] = books.sandbox.company.all('Term').filter(({ Name }) => Name === 'Net 30');
		expect(last('Invoice')).toMatchObject({
			SalesTermRef: { value: net30.Id },
			DueDate: '2026-11-05',
		});
	});

	test('are created only where that is allowed; else the due date does', async () => {
		const document = invoice(1, { terms: 'Net 45', dueDate: '2026-11-16' });
		await books.post([document]);
		expect(last('Invoice')).toMatchObject({ DueDate: '2026-11-16' });
		expect(last('Invoice')).not.toHaveProperty('SalesTermRef');
		const create = new Set([...(ALL.create ?? []), 'Term' as const]);
		await books.post([invoice(2, { terms: 'Net 45', dueDate: '2026-11-17' })], { create });
		expect(last('Term')).toMatchObject({ Name: 'Net 45', DueDays: 45 });
		expect(last('Invoice')).toMatchObject({ SalesTermRef: { value: last('Term').Id } });
		expect(terms().filter((name) => name === 'Net 45')).toHaveLength(1);
	});
});

describe('closed books', () => {
	beforeEach(() => books.prefer('AccountingInfoPrefs', { BookCloseDate: '2026-10-15' }));
	const documents: readonly AccountingDocument[] = [...allKinds(), receipt(20)];

	test('hold what is dated in them, whatever its kind', async () => {
		expect(statuses(await books.post(documents))).toEqual([
			...Array(6).fill('closed-period'),
			'Posted',
		]);
	});

	test('move it to the first open day, once, with its own day in the memo', async () => {
		const settings = { ...ALL, closedPeriod: 'nextOpenDay' as const };
		expect(statuses(await books.post(documents, settings))).toEqual(Array(7).fill('Posted'));
		for (const entity of ['Invoice', 'Payment', 'RefundReceipt', 'CreditMemo', 'Purchase']) {
			expect(last(entity)).toMatchObject({
				TxnDate: '2026-10-16',
				PrivateNote: expect.stringMatching(/\(dated 2026-10-0[23], in closed books\) \[/),
			});
		}
		const again = await books.post(documents, settings);
		expect(statuses(again)).toEqual(Array(7).fill('Already Posted'));
		expect(again.map((each) => each.ok && each.differences)).toEqual(Array(7).fill([]));
	});

	test('that were closed further since still hold the document, once', async () => {
		books.prefer('SalesFormsPrefs', { CustomTxnNumbers: false });
		const settings = { ...ALL, closedPeriod: 'nextOpenDay' as const };
		await books.post([receipt(1)], settings);
		books.prefer('AccountingInfoPrefs', { BookCloseDate: '2026-11-30' });
		expect(statuses(await books.post([receipt(1)], settings))).toEqual(['Already Posted']);
	});

	test('stop the run before anything is written', async () => {
		const settings = { ...ALL, closedPeriod: 'stop' as const };
		const results = await books.post([receipt(20), receipt(1)], settings);
		expect(statuses(results)).toEqual(['stopped-by-closed-period', 'closed-period']);
		expect(results[0]).toMatchObject({
			problem: { what: expect.stringContaining('Sales Receipt 1001') },
		});
		expect(books.receipts()).toHaveLength(0);
		expect(statuses(await books.post([receipt(20)], settings))).toEqual(['Posted']);
	});
});

describe('taxed lines', () => {
	const many = (count: number) => {
		const line = productLine({ quantity: 1, amount: '20.00' });
		const tax = { ...line.taxes[0], amount: (count * 0.01).toFixed(2) };
		return invoice(1, {
			lines: Array.from({ length: count }, () => ({
				...line,
				taxes: [{ ...line.taxes[0], amount: '0.01' }],
			})),
			taxes: [tax],
			taxTotal: tax.amount,
			total: (count * 20.01).toFixed(2),
		});
	};

	test('are 750 at most', async () => {
		expect(statuses(await books.post([many(751)]))).toEqual(['too-many-lines']);
		expect(statuses(await books.post([many(750)]))).toEqual(['Posted']);
	});
});

describe('documents that were edited by hand', () => {
	test.each([
		[{ ...payment(1), appliesTo: undefined }, "'appliesTo.document' is not 'Invoice'"],
		[
			{ ...creditRefund(1), appliesTo: { document: 'Invoice', key: 'x' } },
			"'appliesTo.document' is not 'Credit Memo'",
		],
		[{ ...refundReceipt(1), appliesTo: { document: 'Invoice' } }, "'appliesTo.key'"],
		[{ ...refundReceipt(1), refundFrom: { account: 'x' } }, "'refundFrom.type'"],
		[{ ...payment(1), depositTo: undefined }, "'depositTo.account'"],
		[{ ...invoice(1), dueDate: '2026-13-01' }, "'dueDate'"],
		[{ ...creditMemo(1), class: 7 }, "'class'"],
		[{ ...creditMemo(1), customFields: [{ name: 'x' }] }, "'customFields'"],
		[{ ...creditMemo(1), document: 'Estimate' }, "'document' is none of Sales Receipt, Invoice"],
		[{ ...payment(1), total: '0.00' }, 'no money moves'],
	])('say what is wrong (%#)', (json, message) => {
		expect(checkDocument(json)).toMatchObject({
			ok: false,
			problem: { what: expect.stringContaining(message) },
		});
	});

	test('may have fields of other kinds: they are left alone', async () => {
		const odd = { ...invoice(1), depositTo: 7, refundFrom: null };
		expect(statuses(await books.post([odd]))).toEqual(['Posted']);
	});
});

test('VAT is sent at its own amount per rate also where goods come back', async () => {
	await books.close();
	books = await openBooks({ company: 'uk-vat' });
	const vat = { title: 'GB VAT', rate: '0.2', amount: '3.99' };
	const document = creditMemo(1, {
		currency: 'GBP',
		lines: [productLine({ quantity: 1, amount: '20.00', taxes: [vat] }), shippingLine('1.00')],
		taxes: [vat],
		taxTotal: '3.99',
		total: '24.99',
	});
	const [result] = await books.post([document], { ...ALL, noTaxCode: 'No VAT' });
	expect(result).toMatchObject({ status: 'Posted', booked: { total: '24.99', taxTotal: '3.99' } });
});
