import type { ItemisedDocument } from '../documents';
import type { OrderFacts } from '../facts/order';

/** The field of a document; left out where nothing is known. */
export function shipToField({ shipTo }: OrderFacts): Pick<ItemisedDocument, 'shipTo'> {
	return shipTo === null || Object.keys(shipTo).length === 0 ? {} : { shipTo: { ...shipTo } };
}
