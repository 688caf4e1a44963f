import { laterEvents } from './afterwards.mts';
import { carts } from './carts.mts';
import { channels } from './channels.mts';
import type { Scenario } from './scene.mts';
import { tenders } from './tenders.mts';

/** Everything a month can hold besides ordinary orders, in the order they are dealt out. */
export const allScenarios: Scenario[] = [...carts, ...tenders, ...channels, ...laterEvents];
