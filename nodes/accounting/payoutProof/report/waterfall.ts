import { Money } from '../../money';
import type { Step } from '../steps';
import { escaped } from './markup';

const WIDTH = 720;
const HEIGHT = 260;
const TOP = 24;
const BOTTOM = 214;
const GAP = 0.3;

interface Bar {
	label: string;
	amount: Money;
	from: Money;
	to: Money;
	kind: 'up' | 'down' | 'total';
}

/**
 * From charges down to the net, each bar beginning where the one before ended. An SVG within the page,
 * so that it prints and needs nothing from elsewhere. Only its pixels are floating numbers.
 */
export function waterfall(steps: readonly Step[], net: Money): string {
	const bars = barsOf(steps, net);
	const edges = bars.flatMap(({ from, to }) => [pixelsOf(from), pixelsOf(to)]);
	const [low, high] = [Math.min(0, ...edges), Math.max(0, ...edges)];
	const span = high - low || 1;
	const y = (value: number) => BOTTOM - ((value - low) / span) * (BOTTOM - TOP);
	const slot = WIDTH / bars.length;
	const drawn = bars.map((bar, index) => drawnBar(bar, index * slot, slot, y));
	const text = bars.map(({ label, amount }) => `${label} ${amount.toDecimalString()}`).join(', ');
	return `<svg class="waterfall" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(text)}">
<line x1="0" x2="${WIDTH}" y1="${fixed(y(0))}" y2="${fixed(y(0))}" class="zero"/>
${drawn.join('\n')}
</svg>`;
}

function barsOf(steps: readonly Step[], net: Money): Bar[] {
	let level = Money.zero(net.currency);
	const bars = steps.map(({ label, amount }): Bar => {
		const from = level;
		level = level.add(amount);
		return { label, amount, from, to: level, kind: amount.isNegative() ? 'down' : 'up' };
	});
	return [
		...bars,
		{ label: 'Net', amount: net, from: Money.zero(net.currency), to: net, kind: 'total' },
	];
}

function drawnBar(
	{ label, amount, from, to, kind }: Bar,
	left: number,
	slot: number,
	y: (value: number) => number,
): string {
	const [start, end] = [y(pixelsOf(from)), y(pixelsOf(to))];
	const top = Math.min(start, end);
	const height = Math.max(1, Math.abs(end - start));
	const width = slot * (1 - GAP);
	const x = left + (slot - width) / 2;
	const middle = fixed(left + slot / 2);
	return `<rect class="${kind}" x="${fixed(x)}" y="${fixed(top)}" width="${fixed(width)}" height="${fixed(height)}"/>
<text x="${middle}" y="${fixed(top - 6)}" class="amount">${amount.toDecimalString()}</text>
<text x="${middle}" y="${HEIGHT - 24}" class="label">${escaped(label)}</text>`;
}

function pixelsOf(amount: Money): number {
	return Number(amount.toDecimalString());
}

function fixed(value: number): string {
	return String(Math.round(value * 10) / 10);
}
