import type { IExecuteFunctions } from 'n8n-workflow';

import { clock } from '../../n8n/clock';
import type { BooksDays } from '../../quickbooks/books/booksWindow';
import { shifted } from '../../quickbooks/days';

/** How far back documents are sought where the panel says nothing. */
const DAYS_BACK = 90;

/** Both ends included; a date picker gives a time with it, which is left aside. */
export function daysOf(context: IExecuteFunctions, index: number): BooksDays {
	const to = dayIn(context.getNodeParameter('to', index, '')) ?? today();
	const from = dayIn(context.getNodeParameter('from', index, '')) ?? shifted(to, -DAYS_BACK);
	return { from, to };
}

/** One a line, or with commas between. */
export function keysOf(context: IExecuteFunctions, index: number): string[] {
	const text = String(context.getNodeParameter('keys', index, '') ?? '');
	const keys = text.split(/[\n,]/).map((key) => key.trim());
	return [...new Set(keys)].filter((key) => key !== '');
}

/** "demo-store.myshopify.com", empty for every shop. */
export function shopOf(context: IExecuteFunctions, index: number): string {
	const text = String(context.getNodeParameter('shop', index, '') ?? '');
	return text
		.trim()
		.replace(/^https?:\/\//, '')
		.replace(/\/.*$/, '');
}

export function today(): string {
	return new Date(clock.now()).toISOString().slice(0, 10);
}

/** @returns undefined where the value is no date. */
export function dayIn(value: unknown): string | undefined {
	return /^\d{4}-\d{2}-\d{2}/.exec(String(value ?? ''))?.[0];
}
