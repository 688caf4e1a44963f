import type { Outcome, Problem } from '../problems';
import type { StockSyncPolicy } from './types';

/** What is known before anything is read. */
export type StockSettings = Omit<StockSyncPolicy, 'asOf' | 'date' | 'locations'>;

/**
 * A hundred pieces are more than a day moves of most products, and less than what a wrong match or a slip
 * of the pen does. A whole run has no usual size, because that grows with the shop: half of the shop
 * falling to zero is what no day does. Sixty seconds are several times what Shopify's search of orders
 * needs to list a sale.
 */
export const DEFAULT_STOCK_POLICY: Readonly<StockSettings> = {
	direction: 'QuickBooks to Shopify',
	quantity: 'available',
	match: 'skuThenName',
	distribution: 'mainLocation',
	unbooked: 'orders',
	buffer: 0,
	largestChange: 100,
	largestRun: undefined,
	largestEmptied: 50,
	settlingSeconds: 60,
};

type Choice = 'direction' | 'quantity' | 'match' | 'distribution' | 'unbooked';

const CHOICES: { readonly [Name in Choice]: readonly [label: string, ...StockSyncPolicy[Name][]] } =
	{
		direction: ['Direction', 'QuickBooks to Shopify', 'Shopify to QuickBooks'],
		quantity: ['Quantity', 'available', 'on_hand'],
		match: ['Item Match', 'skuThenName', 'sku', 'name'],
		distribution: ['Distribution', 'mainLocation', 'proportional'],
		unbooked: ['Unbooked Sales', 'orders', 'committed', 'none'],
	};

const LABELS = {
	buffer: 'Buffer',
	largestChange: 'Largest Change per Product',
	largestRun: 'Largest Change per Run',
	largestEmptied: 'Largest Share Emptied',
	settlingSeconds: 'Settling Time',
} as const;

type Amount = keyof typeof LABELS;

const AMOUNTS = Object.keys(LABELS) as Amount[];

/**
 * Settings completed with the defaults; a limit that is given as undefined is none.
 *
 * @returns a problem where a setting makes no sense, such as a buffer below zero.
 */
export function stockSettings(settings: Partial<StockSettings> = {}): Outcome<StockSettings> {
	const complete = { ...DEFAULT_STOCK_POLICY, ...settings };
	const problem = settingsProblem(complete);
	return problem ? { ok: false, problem } : { ok: true, value: complete };
}

/** Why these settings make no sense, if they do not. */
export function settingsProblem(settings: StockSettings): Problem | undefined {
	for (const name of Object.keys(CHOICES) as Choice[]) {
		const [label, ...choices] = CHOICES[name] as readonly string[];
		if (!choices.includes(settings[name])) {
			return badSetting(label, settings[name], `one of: ${choices.join(', ')}`);
		}
	}
	for (const name of AMOUNTS) {
		const wanted = lacking(name, settings[name]);
		if (wanted !== undefined) return badSetting(LABELS[name], settings[name], wanted);
	}
	return undefined;
}

/** What a number should be, where it is not. */
function lacking(name: Amount, value: number | undefined): string | undefined {
	const isLimit = name === 'largestChange' || name === 'largestRun';
	if (value === undefined) return isLimit ? undefined : 'a number from zero up';
	if (!Number.isFinite(value) || value < 0) return 'a number from zero up';
	if (name === 'buffer' && !Number.isSafeInteger(value)) {
		return 'a whole number, for Shopify counts whole pieces';
	}
	// after a sale in between the run waits for so long
	if (name === 'settlingSeconds' && value > 600) return 'a number of seconds, 600 at most';
	return name === 'largestEmptied' && value > 100 ? 'a percentage, 100 at most' : undefined;
}

function badSetting(label: string, value: unknown, wanted: string): Problem {
	return {
		code: 'bad-stock-setting',
		what: `'${label}' is ${JSON.stringify(value) ?? 'empty'}, and should be ${wanted}`,
		where: label,
		fix: `Correct '${label}', or remove it to have the usual one.`,
	};
}
