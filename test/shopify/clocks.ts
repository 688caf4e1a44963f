import type { Clock } from '../../nodes/shopify/types';

/** Time that passes only by sleeping. */
export function fakeClock(): Clock & { slept: number[] } {
	let now = Date.UTC(2026, 10, 24);
	const slept: number[] = [];
	return {
		slept,
		now: () => now,
		sleep: async (ms: number) => {
			slept.push(ms);
			now += ms;
		},
	};
}
