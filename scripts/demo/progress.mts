import type { Progress } from '../../engine/index.mts';
import { say, since } from '../lib/console.mjs';
import type { Merchant } from './merchant.mts';

const WORD_EVERY_MS = 5000;

/** Says what goes on while a workflow runs: each node as it ends, and the calls made meanwhile. */
export function watch({ shopify, quickBooks }: Merchant) {
	const start = Date.now();
	let last = '';
	const beat = setInterval(() => {
		const counts = `Shopify ${shopify.control.log.all().length} calls, QuickBooks ${quickBooks.control.log().length} calls`;
		say(`    ${since(start)}: ${counts === last ? 'still working' : counts}`);
		last = counts;
	}, WORD_EVERY_MS);
	return {
		onProgress: ({ node, phase, items, milliseconds, error }: Progress) => {
			if (phase === 'started') return;
			const seconds = (milliseconds / 1000).toFixed(1);
			say(`  ${node}: ${error ?? `${items.join(' / ') || 0} items`} (${seconds} s)`);
		},
		end: () => clearInterval(beat),
	};
}
