import type { Calendar } from './calendar.mts';
import type { Catalogue } from './catalogue.mts';
import type { Companies } from './companies.mts';
import type { GiftCards } from './giftCards.mts';
import type { Ids } from './ids.mts';
import type { Market } from './market.mts';
import type { Customer, Location } from './model.mts';
import type { StoreCredit } from './storeCredit.mts';

/** What every scenario of the month shares. */
export interface Context {
	ids: Ids;
	market: Market;
	calendar: Calendar;
	catalogue: Catalogue;
	customers: Customer[];
	companies: Companies;
	/** [warehouse, shop floor, pop-up]. */
	locations: Location[];
	giftCards: GiftCards;
	storeCredit: StoreCredit;
}
