import type { CompanyBooks } from '../../sandbox/quickbooks/company/types.mts';
import { say } from '../lib/console.mjs';
import { cents, type Verdict } from './judge.mts';
import type { Merchant } from './merchant.mts';
import type { Outcome, Told } from './outcome.mts';

const FAULTS_SHOWN = 20;

export function reportOrders({ read, skipped, held, posted, alreadyPosted }: Outcome): void {
	say('\nOrders');
	say(`  read from Shopify                ${count(read.length)}`);
	say(`  booked now                       ${count(posted.length)} new`);
	if (alreadyPosted.length > 0) {
		say(`  in the books already             ${count(alreadyPosted.length)}`);
	}
	say(`  no sale (yet), skipped           ${count(skipped.length)}`);
	for (const [why, orders] of byReason(skipped)) say(`    ${why}: ${orders.join(', ')}`);
	say(`  held, with what to do            ${count(held.length)}`);
	for (const { order, why, fix } of held) {
		say(`    ${order}: ${why}`);
		if (fix) say(`      -> ${fix}`);
	}
}

export function reportBooks({ totals, receipts }: Verdict, company: CompanyBooks): void {
	say(
		`\nThe ${receipts.length} sales receipts of this shop, and what the merchant's own record says`,
	);
	table(
		['', "merchant's record", 'QuickBooks', ''],
		totals.map(({ category, expected, booked }) => [
			category,
			cents(expected),
			cents(booked),
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
	const side = (sign: number) =>
		company
			.trialBalance('9999-12-31')
			.reduce((sum, { balance }) => sum + Math.max(0, sign * balance), 0);
	table(['', 'debit', 'credit'], [...balances, ['Total', cents(side(1)), cents(side(-1))]]);
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

export function reportVerdict({ faults, receipts }: Verdict): void {
	if (faults.length === 0) {
		say(`\nThe books tie out: ${receipts.length} orders, every category equal, debits = credits.`);
		return;
	}
	say(`\nTHE BOOKS DO NOT TIE OUT: ${faults.length} faults`);
	for (const fault of faults.slice(0, FAULTS_SHOWN)) say(`  ${fault}`);
	if (faults.length > FAULTS_SHOWN) say(`  and ${faults.length - FAULTS_SHOWN} more`);
}

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
