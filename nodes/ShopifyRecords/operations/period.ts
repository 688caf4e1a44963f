import type { IExecuteFunctions } from 'n8n-workflow';
import { clock } from '../../n8n/clock';
import { dateRange } from '../../shopify/orderSearch';
import { ok, type Outcome } from '../../shopify/types';

const HOUR_MS = 3_600_000;

/** The fields about the period and test orders, which all resources have alike. */
export interface PeriodSettings<D extends string> {
	date: D;
	/** Milliseconds since 1970 UTC. */
	from?: number;
	/** Excluded. */
	to?: number;
	includeTest: boolean;
}

export function periodOf<D extends string>(
	context: IExecuteFunctions,
	itemIndex: number,
	timeZone: string,
): Outcome<PeriodSettings<D>> {
	const parameter = (name: string) => context.getNodeParameter(name, itemIndex);
	const { includeTestOrders } = parameter('options') as { includeTestOrders?: boolean };
	const search = {
		date: parameter('dateField') as D,
		includeTest: includeTestOrders === true,
	};
	switch (parameter('period')) {
		case 'all':
			return ok(search);
		case 'lastHours':
			return ok({ ...search, from: clock.now() - Number(parameter('hours')) * HOUR_MS });
		default: {
			const range = dateRange(timeText(parameter('from')), timeText(parameter('to')), timeZone);
			return range.ok ? ok({ ...search, ...range.value }) : range;
		}
	}
}

export function limitOf(context: IExecuteFunctions, itemIndex: number): number | undefined {
	if (context.getNodeParameter('returnAll', itemIndex) === true) return undefined;
	return Math.max(1, Math.floor(Number(context.getNodeParameter('limit', itemIndex))));
}

/** An expression such as {{ $now }} gives n8n's DateTime instead of text. */
function timeText(value: unknown): string {
	const time = value as { toISO?: () => string } | null | undefined;
	return typeof time?.toISO === 'function' ? time.toISO() : String(value ?? '');
}
