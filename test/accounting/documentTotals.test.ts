import type { SalesReceiptDocument } from '../../nodes/accounting/documents';
import { documentTotals } from '../../nodes/accounting/documentTotals';
import { orderToSalesReceipt } from '../../nodes/accounting/orderToSalesReceipt';
import { salesReceiptPolicy } from '../../nodes/accounting/policy';
import order from '../scenarios/orders/tax-inclusive-uk-vat-with-discount/order.json';

function document(change: (copy: SalesReceiptDocument) => void = () => {}): SalesReceiptDocument {
	const outcome = orderToSalesReceipt(order, salesReceiptPolicy());
	if (outcome.kind !== 'document') throw new Error('The scenario is no document any more');
	const copy = structuredClone(outcome.document);
	change(copy);
	return copy;
}

it('gives the figures of a consistent document', () => {
	const totals = documentTotals(document());
	expect(totals.ok && totals.value.net.toString()).toBe('59.25 GBP');
	expect(totals.ok && totals.value.tax.toString()).toBe('9.60 GBP');
	expect(totals.ok && totals.value.total.toString()).toBe('68.85 GBP');
});

it.each<[string, (copy: SalesReceiptDocument) => void, string]>([
	[
		'total',
		(d) => (d.total = '68.84'),
		"its lines and taxes come to 68.85 GBP, but 'total' says 68.84 GBP",
	],
	[
		'tax total',
		(d) => (d.taxTotal = '9.00'),
		"its taxes come to 9.60 GBP, but 'taxTotal' says 9.00 GBP",
	],
	[
		'line',
		(d) => d.lines.splice(4, 1),
		"the tax 'VAT' on its lines come to 9.00 GBP, but 'taxes' says 9.60 GBP",
	],
	['all lines', (d) => (d.lines = []), 'it has no lines'],
	['digits', (d) => (d.lines[0].amount = '50.001'), "'50.001' has more digits than GBP has (2)"],
	['float', (d) => (d.total = '6.885e1'), "'6.885e1' is not an amount of money"],
	['currency', (d) => (d.currency = 'GBX'), "'GBX' is not a currency that can be booked"],
	[
		'tax of a line',
		(d) => (d.lines[0].taxes[0].title = 'MwSt'),
		"the tax 'VAT' on its lines come to 0.60 GBP",
	],
	[
		'price',
		(d) => (d.lines[0].unitPrice = '24.00'),
		"quantity and price of 'Teapot - White' come to 48.00 GBP, but 'amount' says 50.00 GBP",
	],
])('refuses a changed %s', (_name, change, finding) => {
	const totals = documentTotals(document(change));
	expect(totals.ok ? undefined : totals.problem).toMatchObject({
		code: 'inconsistent-document',
		what: expect.stringContaining(finding),
		where: 'Sales Receipt 1002',
	});
});

it('refuses a negative total, which QuickBooks does not take', () => {
	const negative = document((d) => {
		d.lines.push({ ...d.lines[3], taxes: [], amount: '-100.00' });
		d.total = '-31.15';
	});
	const totals = documentTotals(negative);
	expect(totals.ok ? undefined : totals.problem.what).toContain('its total is negative');
});

it('accepts an edit that keeps lines, taxes and total together', () => {
	const edited = document((d) => {
		d.lines[1].amount = '13.50';
		d.lines[1].unitPrice = '13.50';
		d.total = '69.85';
	});
	expect(documentTotals(edited).ok).toBe(true);
});
