import { itAgrees } from './years';

describe('a year of orders and counts, Shopify leading', () => {
	itAgrees('Shopify to QuickBooks');
});
