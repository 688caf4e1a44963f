import type { OrderDraft } from './draft.mts';
import type { Ids } from './ids.mts';
import type { Node } from './model.mts';

/** Where the order goes; the name is the customer's, null when Shopify redacts it. */
export function projectAddress(ids: Ids, draft: OrderDraft): Node {
	const { city, province, provinceCode, country, countryCode, zip } = draft.destination;
	const firstName = (draft.customer?.firstName as string | undefined) ?? null;
	const lastName = (draft.customer?.lastName as string | undefined) ?? null;
	const name = [firstName, lastName].filter((part) => part !== null).join(' ') || null;
	return {
		id: `${ids.gid('MailingAddress')}?model_name=Address`,
		firstName,
		lastName,
		name,
		company: null,
		address1: '1 Example Street',
		address2: null,
		city,
		province,
		provinceCode,
		country,
		countryCode,
		countryCodeV2: countryCode,
		zip,
		phone: null,
		coordinatesValidated: false,
		formatted: [name ?? '', '1 Example Street', `${city} ${zip}`, country],
	};
}
