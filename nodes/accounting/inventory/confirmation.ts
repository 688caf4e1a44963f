import { shortCode } from '../shortCode';
import type { StockSyncPolicy } from './types';

/** What a person confirms: that these settings keep this shop and this company in step. */
export interface ConfirmedParts
	extends Pick<
		StockSyncPolicy,
		'direction' | 'match' | 'locations' | 'quantity' | 'distribution' | 'unbooked' | 'buffer'
	> {
	/** Id of the workflow. */
	workflow: string;
	/** "my-shop.myshopify.com" */
	shop: string;
	/** Id of the company in QuickBooks. */
	company: string;
	/** Orders that changed earlier count as booked. */
	lookBackDays: number;
}

/** "3F2A-91C0": the same for the same parts, another for others. No secret, only a sign of having looked. */
export function confirmationOf(parts: ConfirmedParts): string {
	const { workflow, shop, company, direction, match, locations } = parts;
	const { quantity, distribution, unbooked, lookBackDays, buffer } = parts;
	const sides = [workflow, shop, company, direction, match, locations];
	return shortCode(
		JSON.stringify([...sides, quantity, distribution, unbooked, lookBackDays, buffer]),
	);
}
