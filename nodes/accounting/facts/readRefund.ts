import type { Fields } from './fields';
import { idOf, legacyIdOf, transaction } from './readParts';
import type { GivenBackFacts, RefundFacts, RefundLineFacts } from './refund';

export function refund(entry: Fields): RefundFacts {
	const id = entry.text('id');
	return {
		id,
		legacyId: entry.optionalText('legacyResourceId') ?? legacyIdOf(id),
		// Shopify names the day of the refund since 2026-01 only
		processedAt: entry.optionalText('processedAt') ?? entry.text('createdAt'),
		updatedAt: entry.optionalText('updatedAt'),
		note: entry.optionalText('note'),
		returnId: idOf(entry, 'return'),
		lines: entry.optionalList('refundLineItems').map(refundLine),
		shipping: entry
			.optionalList('refundShippingLines')
			.map((line) => givenBack(line, 'subtotalAmountSet', 'taxAmountSet')),
		duties: entry.optionalList('duties').map((duty) => duty.amount('amountSet')),
		adjustments: entry.optionalList('orderAdjustments').map((adjustment) => ({
			reason: adjustment.optionalText('reason'),
			amount: adjustment.amount('amountSet'),
			tax: adjustment.optionalAmount('taxAmountSet'),
		})),
		transactions: entry.optionalList('transactions').map(transaction),
	};
}

function givenBack(line: Fields, subtotal: string, tax: string): GivenBackFacts {
	return { subtotal: line.amount(subtotal), tax: line.optionalAmount(tax) };
}

/** LEGACY_RESTOCK is older than the choice; CANCEL and RETURN put the goods back where they were. */
function refundLine(line: Fields): RefundLineFacts {
	const restocks = line.optionalText('restockType') !== 'NO_RESTOCK';
	return {
		...givenBack(line, 'subtotalSet', 'totalTaxSet'),
		lineItemId: line.nested('lineItem').text('id'),
		quantity: line.count('quantity'),
		restocked: line.optionalFlag('restocked') ?? restocks,
	};
}
