import type { IExecuteFunctions } from 'n8n-workflow';
import { clock } from '../../n8n/clock';
import { dateRange } from '../../shopify/orderSearch';
import { ok, type Outcome } from '../../shopify/types';

const HOUR_MS = 3_600_000;

/** Milliseconds since 1970 UTC: [from, to). */
export interface PeriodSettings {
	from?: number;
	to?: number;
}

/** The fields about the period, which all resources have alike. */
export function periodOf(
	context: IExecuteFunctions,
	itemIndex: number,
	timeZone: string,
): Outcome<PeriodSettings> {
	const parameter = (name: string) => context.getNodeParameter(name, itemIndex);
	switch (parameter('period')) {
		case 'all':
			return ok({});
		case 'lastHours':
			return ok({ from: clock.now() - Number(parameter('hours')) * HOUR_MS });
		default:
			return dateRange(timeText(parameter('from')), timeText(parameter('to')), timeZone);
	}
}

export interface OrderPeriodSettings<D extends string> extends PeriodSettings {
	date: D;
	includeTest: boolean;
}

/** The same with the fields about which date, and about test orders. */
export function orderPeriodOf<D extends string>(
	context: IExecuteFunctions,
	itemIndex: number,
	timeZone: string,
): Outcome<OrderPeriodSettings<D>> {
	const period = periodOf(context, itemIndex, timeZone);
	if (!period.ok) return period;
	const options = context.getNodeParameter('options', itemIndex) as { includeTestOrders?: boolean };
	return ok({
		...period.value,
		date: context.getNodeParameter('dateField', itemIndex) as D,
		includeTest: options.includeTestOrders === true,
	});
}

export function limitOf(context: IExecuteFunctions, itemIndex: number): number | undefined {
	if (context.getNodeParameter('returnAll', itemIndex) === true) return undefined;
	return Math.max(1, Math.floor(Number(context.getNodeParameter('limit', itemIndex))));
}

/** An expression such as {{ $now }} gives n8n's DateTime instead of text. */
export function timeText(value: unknown): string {
	const time = value as { toISO?: () => string } | null | undefined;
	return typeof time?.toISO === 'function' ? time.toISO() : String(value ?? '');
}
