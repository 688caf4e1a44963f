import type { DocumentTax } from '../../accounting/documents';
import { taxKey } from '../../accounting/orderToSalesReceipt/taxes';
import type { Answer, QuickBooksClient } from '../client';
import { fractionAsPercent, percent, plain, scaled } from '../exact';
import { at, flagAt, type Json, recordsAt, textAt } from '../json';
import type { PostingSettings, TaxCodeRow } from '../settings';
import { sameName } from './names';
import type { Refusal } from './sought';

/** Percent times 10^10. */
export interface TaxRate {
	id: string;
	name: string;
	percent: bigint;
}

export interface TaxCode {
	id: string;
	name: string;
	/** Rates on sales, in QuickBooks' order; a code outside of the tax has none. */
	rates: TaxRate[];
	/** The same on purchases. */
	purchaseRates: TaxRate[];
}

export type SoughtCode = { state: 'found'; code: TaxCode } | { state: 'refused'; refusal: Refusal };

/** The company's sales tax codes: two calls, and only where documents need them. */
export class TaxCodes {
	private codes: TaxCode[] | undefined;

	constructor(private readonly settings: PostingSettings) {}

	async load(client: QuickBooksClient): Promise<Answer<undefined>> {
		if (this.codes) return { kind: 'done', value: undefined };
		const rates = await client.rows('TaxRate', '');
		if (rates.kind !== 'done') return rates;
		const codes = await client.rows('TaxCode', '');
		if (codes.kind !== 'done') return codes;
		const known = new Map(rates.value.map((row) => [textAt(row, 'Id') ?? '', rateOf(row)]));
		this.codes = codes.value
			.filter((row) => row.Active === undefined || flagAt(row, 'Active'))
			.filter((row) => !['TAX', 'NON'].includes(textAt(row, 'Id') ?? ''))
			.map((row) => codeOf(row, known));
		return { kind: 'done', value: undefined };
	}

	/** The code for the taxes of one line, or of one whole document in the US. */
	find(taxes: readonly DocumentTax[]): SoughtCode {
		if (taxes.length === 0) return this.untaxed();
		const rows = new Set(taxes.map((tax) => this.rowFor(tax)));
		const [row] = rows;
		const mapped = new Set([...rows].map((each) => each?.code.toLowerCase()));
		if (row && mapped.size === 1) return this.named(row.code, "'Tax Codes'");
		if (mapped.size > 1) return this.notOneCode(taxes);
		return this.byRate(taxes);
	}

	/** The company's code whose rates add up to the taxes' rates, if it is the only one. */
	private byRate(taxes: readonly DocumentTax[]): SoughtCode {
		const total = sum(distinct(taxes).map(({ rate }) => fractionAsPercent(rate) ?? -1n));
		const isZero = total === 0n;
		if (isZero && this.settings.zeroRateCode !== '') {
			return this.named(this.settings.zeroRateCode, "'Zero-Rate Tax Code'");
		}
		const fitting = this.all().filter(
			({ rates }) => rates.length > 0 && sum(rates.map((rate) => rate.percent)) === total,
		);
		if (fitting.length === 1) return { state: 'found', code: fitting[0] };
		if (!isZero && this.settings.taxableCode !== '') {
			return this.named(this.settings.taxableCode, "'Taxable Tax Code'");
		}
		return this.notOneCode(taxes, fitting);
	}

	/** The code for a line of a bill or expense. */
	forPurchases(name: string): SoughtCode {
		return this.named(name, 'the tax code of the mapping');
	}

	private untaxed(): SoughtCode {
		if (this.settings.noTaxCode !== '') {
			return this.named(this.settings.noTaxCode, "'Tax Code for Untaxed Lines'");
		}
		const free = this.all().filter(({ rates, purchaseRates }) =>
			[...rates, ...purchaseRates].every((rate) => rate.percent === 0n),
		);
		if (free.length === 1) return { state: 'found', code: free[0] };
		return refusal(
			'untaxed-code',
			'Shopify charged no tax on a line, and QuickBooks wants a tax code on every line',
			`Set 'Tax Code for Untaxed Lines' to one of: ${listed(free.length > 0 ? free : this.all())}`,
		);
	}

	private named(name: string, setting: string): SoughtCode {
		const codes = this.all().filter((code) => sameName(code.name, name.trim()));
		if (codes.length === 1) return { state: 'found', code: codes[0] };
		return refusal(
			'unknown-tax-code',
			`QuickBooks has no active tax code named "${name}"`,
			`Set ${setting} to one of: ${listed(this.all())}`,
		);
	}

	private rowFor(tax: DocumentTax): TaxCodeRow | undefined {
		const rate = fractionAsPercent(tax.rate);
		return this.settings.taxCodes.find(
			(row) =>
				(row.title.trim() === '' || sameName(row.title.trim(), tax.title.trim())) &&
				(row.rate.trim() === '' || percent(row.rate) === rate) &&
				((row.country ?? '') === '' || sameName(row.country ?? '', tax.country ?? '')),
		);
	}

	private notOneCode(taxes: readonly DocumentTax[], fitting: TaxCode[] = []): SoughtCode {
		const wanted = distinct(taxes).map(described).join(' + ');
		return refusal(
			'unmapped-tax',
			fitting.length > 1
				? `Several QuickBooks tax codes fit Shopify's tax ${wanted}: ${listed(fitting)}`
				: `No QuickBooks tax code is known for Shopify's tax ${wanted}`,
			`Add a row for it under 'Tax Codes'; the company has: ${listed(this.all())}`,
		);
	}

	private all(): TaxCode[] {
		return this.codes ?? [];
	}
}

function rateOf(row: unknown): TaxRate {
	return {
		id: textAt(row, 'Id') ?? '',
		name: textAt(row, 'Name') ?? '',
		percent: scaled(textAt(row, 'RateValue') ?? '0') ?? 0n,
	};
}

function codeOf(row: unknown, known: ReadonlyMap<string, TaxRate>): TaxCode {
	const rates = (list: string) => ratesIn(recordsAt(row, list, 'TaxRateDetail'), known);
	return {
		id: textAt(row, 'Id') ?? '',
		name: textAt(row, 'Name') ?? '',
		rates: rates('SalesTaxRateList'),
		purchaseRates: rates('PurchaseTaxRateList'),
	};
}

function ratesIn(details: readonly Json[], known: ReadonlyMap<string, TaxRate>): TaxRate[] {
	return [...details]
		.sort((a, b) => Number(at(a, 'TaxOrder') ?? 0) - Number(at(b, 'TaxOrder') ?? 0))
		.flatMap((detail) => known.get(textAt(detail, 'TaxRateRef', 'value') ?? '') ?? []);
}

/** A tax that several lines share counts once. */
function distinct(taxes: readonly DocumentTax[]): DocumentTax[] {
	return [...new Map(taxes.map((tax) => [taxKey(tax), tax])).values()];
}

function described({ title, rate, country }: DocumentTax): string {
	const value = fractionAsPercent(rate);
	const where = country === undefined ? '' : ` (${country})`;
	return value === undefined ? `"${title}"${where}` : `"${title}" ${plain(value)}%${where}`;
}

function listed(codes: readonly TaxCode[]): string {
	return codes.map(({ name }) => name).join(', ') || 'none';
}

function sum(values: readonly bigint[]): bigint {
	return values.reduce((total, value) => total + value, 0n);
}

function refusal(code: string, what: string, fix: string): SoughtCode {
	return { state: 'refused', refusal: { code, what, fix } };
}
