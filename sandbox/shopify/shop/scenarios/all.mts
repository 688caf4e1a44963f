import { carts } from './carts.mts';
import { channels } from './channels.mts';
import { pointOfSale } from './counter.mts';
import { edits, returns } from './edits.mts';
import { refunds } from './refunds.mts';
import type { Scenario } from './scene.mts';
import { tenders } from './tenders.mts';
import { unpaid } from './unpaid.mts';

/** Everything a month can hold besides ordinary orders, in the order they are dealt out. */
export const allScenarios: Scenario[] = [
	...carts,
	...tenders,
	...pointOfSale,
	...unpaid,
	...channels,
	...refunds,
	...edits,
	...returns,
];
