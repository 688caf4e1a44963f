import type { IExecuteFunctions } from 'n8n-workflow';

import { type StockDirection, type StockSettings, stockSettings } from '../accounting/inventory';
import type { Outcome, Problem } from '../accounting/problems';
import { oneOf, recordOf, textOf } from '../panel/values';

export type Mode = 'Off' | 'Preview' | 'Apply';

const LOOK_BACK_DAYS = 14;

/** What the panel says, but for what has to be asked of Shopify: the locations and the day. */
export interface Settings {
	mode: Mode;
	policy: StockSettings;
	locations: unknown;
	lookBackDays: number;
	account: string;
	confirmationCode: string;
	/** Whether only what the input names may change. */
	onlyInput: boolean;
}

export function modeOf(context: IExecuteFunctions): Mode {
	return oneOf<Mode>(context.getNodeParameter('mode', 0, 'Preview'), ['Off', 'Apply'], 'Preview');
}

export function directionOf(context: IExecuteFunctions): StockDirection {
	const direction = context.getNodeParameter('direction', 0, '');
	return oneOf<StockDirection>(direction, ['Shopify to QuickBooks'], 'QuickBooks to Shopify');
}

/** The panel as it is for the first item: one run is for all of them. */
export function settingsOf(context: IExecuteFunctions): Outcome<Settings> {
	const parameter = (name: string) => context.getNodeParameter(name, 0, '') as unknown;
	const guards = recordOf(parameter('guards'));
	const options = recordOf(parameter('options'));
	const policy = stockSettings({
		...chosen('direction', parameter('direction')),
		...chosen('quantity', parameter('quantity')),
		...chosen('match', parameter('match')),
		...chosen('unbooked', parameter('unbooked')),
		...chosen('distribution', options.distribution),
		...amount('buffer', parameter('buffer')),
		...limit('largestChange', guards.largestChange),
		...limit('largestRun', guards.largestRun),
		...amount('largestEmptied', guards.largestEmptied),
		...amount('settlingSeconds', guards.settlingSeconds),
	});
	if (!policy.ok) return policy;
	const lookBackDays = isEmpty(options.lookBackDays)
		? LOOK_BACK_DAYS
		: numberOf(options.lookBackDays);
	if (!(lookBackDays > 0)) return noDays(options.lookBackDays);
	const changes = parameter('changesToApply');
	if (!isEmpty(changes) && changes !== 'all' && changes !== 'input') return noChanges(changes);
	return {
		ok: true,
		value: {
			mode: modeOf(context),
			policy: policy.value,
			locations: parameter('locations'),
			lookBackDays,
			account: textOf(parameter('adjustmentAccount')) ?? 'Inventory Shrinkage',
			confirmationCode: textOf(parameter('confirmationCode')) ?? '',
			onlyInput: changes === 'input',
		},
	};
}

/** A choice as it comes, for `stockSettings` to judge; what is empty has the usual value. */
function chosen<K extends 'direction' | 'quantity' | 'match' | 'unbooked' | 'distribution'>(
	name: K,
	value: unknown,
): Partial<StockSettings> {
	return isEmpty(value) ? {} : { [name]: value };
}

/** Expressions may give numbers as text. */
function amount(name: keyof StockSettings, value: unknown): Partial<StockSettings> {
	return isEmpty(value) ? {} : { [name]: numberOf(value) };
}

/** 0 is for any. */
function limit(name: 'largestChange' | 'largestRun', value: unknown): Partial<StockSettings> {
	return !isEmpty(value) && numberOf(value) === 0 ? { [name]: undefined } : amount(name, value);
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && !value.trim());
}

/** An empty list or "no" would be the number 0, which switches a guard off. */
function numberOf(value: unknown): number {
	return typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
}

function noDays(value: unknown): { ok: false; problem: Problem } {
	return badSetting('Look-Back Days', value, 'a number above zero', 'remove it to have 14');
}

/** Taken for "all", a slip in an expression would write what nobody has approved. */
function noChanges(value: unknown): { ok: false; problem: Problem } {
	return badSetting('Changes to Apply', value, 'one of: all, input', 'choose one from the list');
}

function badSetting(
	label: string,
	value: unknown,
	wanted: string,
	otherwise: string,
): { ok: false; problem: Problem } {
	return {
		ok: false,
		problem: {
			code: 'bad-stock-setting',
			what: `'${label}' is ${JSON.stringify(value)}, and should be ${wanted}`,
			where: label,
			fix: `Correct '${label}', or ${otherwise}.`,
		},
	};
}
