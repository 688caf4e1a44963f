import { itAgrees } from './years';

describe('a year of orders, bills and counts, the books leading', () => {
	itAgrees('QuickBooks to Shopify');
});
