import type { AccountingDocument } from '../../nodes/accounting/documents';
import { fixFor } from '../../nodes/quickbooks/faultFixes';
import { purchaseTax } from '../../nodes/quickbooks/fromDocuments/purchaseTax';
import { TaxCodes } from '../../nodes/quickbooks/resolve/taxCodes';
import { DEFAULT_SETTINGS } from '../../nodes/quickbooks/settings';
import { openBooks } from './books.mts';
import { allLedgerKinds, bill, LEDGER_COMPANIES } from './ledgerKinds';

/** Documents of the ledger that a person has edited, or that come from somewhere else. */

const WRONG: readonly unknown[] = [
	null,
	undefined,
	'',
	' ',
	5,
	-1,
	true,
	[],
	{},
	[null],
	'1e9',
	'[x]',
];

/** Every field of a document, each replaced by each wrong value, and left out. */
function* spoiled(value: unknown): Generator<unknown> {
	if (typeof value !== 'object' || value === null) return;
	for (const name of Object.keys(value)) {
		const inner = (value as Record<string, unknown>)[name];
		const put = (changed: unknown): unknown =>
			Array.isArray(value)
				? value.map((each, index) => (String(index) === name ? changed : each))
				: { ...value, [name]: changed };
		for (const wrong of WRONG) yield put(wrong);
		if (!Array.isArray(value)) {
			yield Object.fromEntries(Object.entries(value).filter(([field]) => field !== name));
		}
		for (const deeper of spoiled(inner)) yield put(deeper);
	}
}

test('whatever is wrong in a document, it is held or posted, and nothing breaks', async () => {
	const inputs = allLedgerKinds().flatMap((document) => [...spoiled(document)]);
	const keyed = inputs.map((input, index) => {
		const json = input as AccountingDocument;
		return typeof json.key === 'string' && /^\w/.test(json.key) && json.document !== 'Bill Payment'
			? { ...json, key: `${json.key}/${index}` }
			: json;
	});
	expect(keyed.length).toBeGreaterThan(1000);
	const books = await openBooks();
	const answer = await books.plan(keyed, LEDGER_COMPANIES[0].settings);
	expect(answer.kind === 'done' && answer.value).toHaveLength(keyed.length);
	if (answer.kind !== 'done') throw new Error('not planned');
	for (const planned of answer.value) {
		if (planned.action !== 'Held') continue;
		expect(planned.problem.what).toMatch(/\w/);
		expect(planned.problem.fix).toMatch(/\w/);
	}
	expect(answer.value.filter(({ action }) => action === 'Held').length).toBeGreaterThan(500);
	const results = await books.post(keyed.slice(0, 300), LEDGER_COMPANIES[0].settings);
	expect(results).toHaveLength(300);
	await books.close();
}, 120_000);

describe('tax that QuickBooks divides itself', () => {
	const rates = [
		{ Id: '1', Name: 'RC +', RateValue: 20 },
		{ Id: '2', Name: 'RC -', RateValue: -20 },
		{ Id: '3', Name: 'Zero', RateValue: 0 },
		{ Id: '4', Name: 'GST', RateValue: 10 },
	];
	const list = (...ids: string[]) => ({
		TaxRateDetail: ids.map((id, TaxOrder) => ({ TaxRateRef: { value: id }, TaxOrder })),
	});
	const codes = [
		{ Id: '10', Name: '20% RC', PurchaseTaxRateList: list('1', '2') },
		{ Id: '11', Name: 'No VAT' },
		{ Id: '12', Name: 'GST', PurchaseTaxRateList: list('4', '3') },
	];
	const company = { regime: 'global', name: 'Test' } as Parameters<typeof purchaseTax>[1];
	async function loaded(): Promise<TaxCodes> {
		const taxCodes = new TaxCodes(DEFAULT_SETTINGS);
		const client = {
			rows: async (entity: string) =>
				await Promise.resolve({ kind: 'done', value: entity === 'TaxRate' ? rates : codes }),
		};
		await taxCodes.load(client as unknown as Parameters<TaxCodes['load']>[0]);
		return taxCodes;
	}
	const coded = (taxCode: string, more: object = {}) => {
		const [first, second] = bill(1).lines;
		return bill(1, { lines: [{ ...first, taxCode }, second], ...more });
	};

	test('a reverse charge has two rates, which come to nothing', async () => {
		expect(purchaseTax(coded('20% RC'), company, await loaded())).toEqual({
			ok: true,
			lineCodes: ['10', '11'],
			header: { GlobalTaxCalculation: 'TaxExcluded' },
		});
	});

	test('one rate that charges takes all of it, beside those of 0 percent', async () => {
		const taxed = coded('GST', { taxTotal: '1.20', total: '14.70' });
		expect(purchaseTax(taxed, company, await loaded())).toMatchObject({
			lineCodes: ['12', '11'],
			header: {
				TxnTaxDetail: {
					TotalTax: 1.2,
					TaxLine: [
						{ Amount: 1.2, TaxLineDetail: { TaxRateRef: { value: '4' }, NetAmountTaxable: 12 } },
						{ Amount: 0, TaxLineDetail: { TaxRateRef: { value: '3' } } },
					],
				},
			},
		});
	});
});

test('a plan that QuickBooks alone knows to be too small names the setting too', () => {
	expect(fixFor('5030', 403)).toContain("'Book Fees As' in 'Fee to Bill' to 'Expense'");
});
