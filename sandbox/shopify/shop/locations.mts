import { DAY, dateTime } from './calendar.mts';
import { legacyId, type Ids } from './ids.mts';
import type { Market } from './market.mts';
import type { Location } from './model.mts';

/** Where stock lies: the warehouse, the shop floor, and a pop-up that does not ship. */
export function createLocations(ids: Ids, market: Market, monthStart: number): Location[] {
	const created = dateTime(monthStart - 700 * DAY);
	return ['Main Warehouse', 'High Street Shop', 'Pop-up: Pier 17'].map((name, index) => {
		const id = ids.gid('Location');
		const { city, provinceCode, province, country, countryCode, zip } = market.home[0];
		return {
			id,
			legacyResourceId: legacyId(id),
			name,
			isActive: true,
			isPrimary: index === 0,
			isFulfillmentService: false,
			activatable: false,
			deactivatable: index > 0,
			deletable: false,
			addressVerified: true,
			fulfillsOnlineOrders: index < 2,
			shipsInventory: index < 2,
			hasActiveInventory: true,
			hasUnfulfilledOrders: false,
			address: {
				address1: `${index + 1} Example Street`,
				address2: null,
				city,
				province,
				provinceCode,
				country,
				countryCode,
				zip,
				phone: null,
				formatted: [`${index + 1} Example Street`, city, country],
			},
			createdAt: created,
			updatedAt: created,
			inventoryLevels: [],
		};
	});
}
