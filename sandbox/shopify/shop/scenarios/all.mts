import type { Scenario } from './scene.mts';

/** Everything a month can hold besides ordinary orders, in the order they are dealt out. */
export const allScenarios: Scenario[] = [];
