import type { ItemisedDocument } from '../../nodes/accounting/documents';
import { documentTotals } from '../../nodes/accounting/documentTotals';
import { orderToDocuments } from '../../nodes/accounting/orderDocuments';
import { salesReceiptPolicy } from '../../nodes/accounting/policy';
import { summaries, type SummaryPart } from '../../nodes/accounting/summary';
import { toText } from '../../nodes/accounting/toText';
import { shopOrder, type Json } from './shopOrder';

const BERLIN = { city: 'Berlin', provinceCode: null, zip: '10115', countryCodeV2: 'DE' };
const BOISE = { city: 'Boise', provinceCode: 'ID', zip: '83702', countryCodeV2: 'US' };

const per = (saleForm: 'Sales Receipt' | 'Summary per Day') => salesReceiptPolicy({ saleForm });

function receiptOf(changes: Json): ItemisedDocument {
	const outcome = orderToDocuments(shopOrder({ changes }), per('Sales Receipt'));
	if (outcome.kind !== 'documents') throw new Error(JSON.stringify(outcome));
	return outcome.documents[0] as ItemisedDocument;
}

it('is where the goods were sent, without name and street', () => {
	const receipt = receiptOf({ shippingAddress: { ...BERLIN, name: 'Ada', address1: 'Weg 1' } });
	expect(receipt.shipTo).toEqual({ city: 'Berlin', zip: '10115', country: 'DE' });
	expect(receipt.taxes).toEqual([
		{ title: 'Sales Tax', rate: '0.2', country: 'DE', amount: '8.00' },
	]);
	expect(toText(receipt)).toContain('Shipped to  Berlin, 10115, DE');
	expect(documentTotals(receipt)).toMatchObject({ ok: true });
});

it('is the shop at the till, and nothing where nothing is known', () => {
	const retailLocation = { name: 'Boise', address: { ...BOISE, countryCode: 'US' } };
	expect(receiptOf({ retailLocation }).shipTo).toMatchObject({ state: 'ID', country: 'US' });
	expect(receiptOf({ retailLocation: { name: 'Boise' } })).not.toHaveProperty('shipTo');
	expect(receiptOf({})).not.toHaveProperty('shipTo');
	expect(receiptOf({}).taxes[0]).not.toHaveProperty('country');
});

it('keeps the taxes of two countries apart in a summary, which then has no place of its own', () => {
	const orders = [BERLIN, { ...BERLIN, city: 'Wien', countryCodeV2: 'AT' }, BERLIN].map(
		(shippingAddress, index) => shopOrder({ id: `500${index}`, changes: { shippingAddress } }),
	);
	const parts = orders.flatMap((order): SummaryPart[] => {
		const outcome = orderToDocuments(order, per('Summary per Day'));
		return outcome.kind === 'documents' && outcome.part ? [outcome.part] : [];
	});
	const [{ document }] = summaries(parts);
	expect(document).not.toHaveProperty('shipTo');
	expect(document.lines.map(({ quantity, taxes }) => [quantity, taxes[0].country])).toEqual([
		[1, 'AT'],
		[2, 'DE'],
	]);
	expect(document.taxes.map(({ country, amount }) => [country, amount])).toEqual([
		['AT', '8.00'],
		['DE', '16.00'],
	]);
	expect(documentTotals(document)).toMatchObject({ ok: true });
	const [same] = summaries([parts[0], parts[2]]);
	expect(same.document.shipTo).toMatchObject({ country: 'DE' });
});
