import type { CompanyBooks } from '../../sandbox/quickbooks/company/types.mts';
import { say } from '../lib/console.mjs';
import { cents, type Verdict } from './judge.mts';
import type { Merchant } from './merchant.mts';
import type { Outcome, Told } from './outcome.mts';

const FAULTS_SHOWN = 20;

/** @param what 'Orders' or 'Refunds' */
export function reportRun(what: string, outcome: Outcome): void {
	const { read, skipped, held, posted, alreadyPosted } = outcome;
	say(`\n${what}`);
	say(`  read from Shopify                ${count(read.length)}`);
	say(`  documents booked now             ${count(posted.length)} new`);
	if (alreadyPosted.length > 0) {
		say(`  in the books already             ${count(alreadyPosted.length)}`);
	}
	say(`  nothing to book (yet), skipped   ${count(skipped.length)}`);
	for (const [why, orders] of byReason(skipped)) say(`    ${why}: ${orders.join(', ')}`);
	say(`  held, with what to do            ${count(held.length)}`);
	for (const { order, why, fix } of held) {
		say(`    ${order}: ${why}`);
		if (fix) say(`      -> ${fix}`);
	}
}

export function reportBooks({ totals, documents }: Verdict, company: CompanyBooks): void {
	say(`\nThe ${documents.length} documents of this shop, and what the merchant's own record says`);
	table(
		['', "merchant's record", 'QuickBooks', ''],
		totals.map(({ category, expected, booked }) => [
			category,
			cents(side(category) * expected),
			cents(side(category) * booked),
			expected === booked ? 'equal' : 'DIFFERENT',
		]),
	);
	say('\nTrial balance');
	const balances = company
		.trialBalance('9999-12-31')
		.filter(({ balance }) => balance !== 0)
		.map(({ name, balance }) => [
			name,
			balance > 0 ? cents(balance) : '',
			balance < 0 ? cents(-balance) : '',
		]);
	const sum = (sign: number) =>
		company
			.trialBalance('9999-12-31')
			.reduce((total, { balance }) => total + Math.max(0, sign * balance), 0);
	table(['', 'debit', 'credit'], [...balances, ['Total', cents(sum(1)), cents(sum(-1))]]);
}

export function reportCalls({ shopify, quickBooks }: Merchant, took: string): void {
	const { log } = shopify.control;
	const calls = quickBooks.control.log();
	const batches = calls.filter(({ path }) => path.endsWith('/batch')).length;
	say(
		`\nCalls used   Shopify ${log.all().length}   QuickBooks ${calls.length} (${batches} batches)`,
	);
	say(`Time         ${took}`);
}

export function reportVerdict({ faults, orders, documents }: Verdict): void {
	if (faults.length === 0) {
		const what = `${orders} orders in ${documents.length} documents`;
		say(`\nThe books tie out: ${what}, every category equal, debits = credits.`);
		return;
	}
	say(`\nTHE BOOKS DO NOT TIE OUT: ${faults.length} faults`);
	for (const fault of faults.slice(0, FAULTS_SHOWN)) say(`  ${fault}`);
	if (faults.length > FAULTS_SHOWN) say(`  and ${faults.length - FAULTS_SHOWN} more`);
}

/** Figures are credits; a merchant reads money that came in, or is owed to him, as a plus. */
const side = (category: string): number => (/^(Money in|Owed by)/.test(category) ? -1 : 1);

const count = (number: number): string => String(number).padStart(5);

function byReason(told: Told[]): Map<string, string[]> {
	const groups = new Map<string, string[]>();
	for (const { why, order } of told) groups.set(why, [...(groups.get(why) ?? []), order]);
	return groups;
}

/** First column to the left, the others to the right. */
function table(head: string[], rows: string[][]): void {
	const widths = head.map((_, column) =>
		Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)),
	);
	for (const row of [head, ...rows]) {
		const cells = row.map((cell, column) =>
			column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
		);
		say(`  ${cells.join('   ').trimEnd()}`);
	}
}
