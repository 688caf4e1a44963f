import type { Books } from '../books.mts';
import type { CompanyKind, Json } from '../types.mts';
import type { Writer } from './seed.mts';

const PAYMENT_METHODS: [string, string][] = [
	['Cash', 'NON_CREDIT_CARD'],
	['Check', 'NON_CREDIT_CARD'],
	['Visa', 'CREDIT_CARD'],
	['MasterCard', 'CREDIT_CARD'],
	['Discover', 'CREDIT_CARD'],
	['American Express', 'CREDIT_CARD'],
];
const TERMS: [string, number][] = [
	['Due on receipt', 0],
	['Net 15', 15],
	['Net 30', 30],
	['Net 60', 60],
	['Net 10', 10],
];

function itemsOf(books: Books): Json[] {
	const account = (name: string) => ({ value: String(books.accountNamed(name)?.Id) });
	const sold = { IncomeAccountRef: account('Sales of Product Income') };
	const stocked = {
		Type: 'Inventory',
		TrackQtyOnHand: true,
		InvStartDate: '2024-01-01',
		ExpenseAccountRef: account('Cost of Goods Sold'),
		AssetAccountRef: account('Inventory Asset'),
		Taxable: true,
		...sold,
	};
	return [
		{ Name: 'Services', Type: 'Service', IncomeAccountRef: account('Services') },
		{ Name: 'Sales', Type: 'NonInventory', Taxable: true, ...sold },
		{ Name: 'Shipping', Type: 'Service', IncomeAccountRef: account('Shipping Income') },
		{
			Name: "Gardener's Gloves",
			Sku: 'GLOVE-1',
			Type: 'NonInventory',
			UnitPrice: 18.5,
			Taxable: true,
			...sold,
		},
		{
			Name: 'Enamel Mug',
			Sku: 'MUG-1',
			UnitPrice: 24,
			PurchaseCost: 9.5,
			QtyOnHand: 100,
			...stocked,
		},
		{
			Name: 'Canvas Tote',
			Sku: 'TOTE-1',
			UnitPrice: 32,
			PurchaseCost: 12,
			QtyOnHand: 40,
			...stocked,
		},
	];
}

function parties(kind: CompanyKind): { customers: Json[]; vendors: Json[] } {
	const foreign =
		kind === 'multicurrency'
			? [{ DisplayName: 'Lyngby Design ApS', CurrencyRef: { value: 'DKK' } }]
			: [];
	return {
		customers: [
			{ DisplayName: "Amy's Bird Sanctuary", PrimaryEmailAddr: { Address: 'amy@example.com' } },
			{ DisplayName: 'Walk-in Customer' },
			{ DisplayName: 'Northwind Retail' },
			...foreign,
		],
		vendors: [
			{ DisplayName: 'Shopify' },
			{ DisplayName: "Chin's Mug Works" },
			{ DisplayName: 'Parcel Post' },
		],
	};
}

export function seedLists(books: Books, writer: Writer, kind: CompanyKind): void {
	for (const [Name, Type] of PAYMENT_METHODS) writer.create('PaymentMethod', { Name, Type });
	for (const [Name, DueDays] of TERMS) writer.create('Term', { Name, DueDays });
	if (kind === 'multicurrency') {
		for (const Code of ['EUR', 'GBP', 'CAD', 'DKK']) writer.create('CompanyCurrency', { Code });
		const rates: [string, number][] = [
			['EUR', 1.08],
			['GBP', 1.27],
			['CAD', 0.73],
			['DKK', 0.145],
		];
		for (const [SourceCurrencyCode, Rate] of rates) {
			writer.create('ExchangeRate', { SourceCurrencyCode, Rate, AsOfDate: '2024-01-01' });
		}
	}
	for (const item of itemsOf(books)) writer.create('Item', item);
	const { customers, vendors } = parties(kind);
	for (const customer of customers) writer.create('Customer', customer);
	for (const vendor of vendors) writer.create('Vendor', vendor);
}
