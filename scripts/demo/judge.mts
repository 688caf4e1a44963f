import type { CompanyBooks } from '../../sandbox/quickbooks/company/types.mts';
import type { Truth, OrderTruth } from '../../sandbox/shopify/shop/truth.mts';
import { expectedEntry, sumOf, total, type Entry } from './expected.mts';
import { bookedReceipts, type BookedReceipt } from './ledger.mts';
import type { Outcome } from './outcome.mts';

export interface Case {
	truth: Truth;
	company: CompanyBooks;
	shopDomain: string;
	/** 'YYYY-MM-DD'; orders before it are none of the template's business. */
	from: string;
	/** Account by payment gateway. */
	accounts: Map<string, string>;
	outcome: Outcome;
}

export interface Verdict {
	/** What does not tie out; none means the books are right. */
	faults: string[];
	/** By category: what the merchant's record says of the booked orders, and what the ledger holds. */
	totals: { category: string; expected: number; booked: number }[];
	receipts: BookedReceipt[];
}

/** Compares the books with the merchant's own record of every order, which the workflow never saw. */
export function judge(given: Case): Verdict {
	const receipts = bookedReceipts(given.company, given.shopDomain);
	const orders = given.truth.orders.filter(({ date }) => date >= given.from);
	const byNumber = groupByNumber(receipts);
	const booked = orders.filter(({ name }) => byNumber.has(bare(name)));
	const expected = booked.map((order) => expectedEntry(order, given.accounts));
	return {
		receipts,
		totals: totalsOf(sumOf(expected), sumOf(receipts.map(({ entry }) => entry))),
		faults: [
			...strangers(receipts, orders),
			...orders.flatMap((order) => orderFaults(order, byNumber, given)),
			...unbalanced(given.company, receipts),
		],
	};
}

const bare = (name: string): string => name.replace('#', '');

function groupByNumber(receipts: BookedReceipt[]): Map<string, BookedReceipt[]> {
	const groups = new Map<string, BookedReceipt[]>();
	for (const receipt of receipts) {
		groups.set(receipt.number, [...(groups.get(receipt.number) ?? []), receipt]);
	}
	return groups;
}

function strangers(receipts: BookedReceipt[], orders: OrderTruth[]): string[] {
	const known = new Set(orders.map(({ name }) => bare(name)));
	return receipts
		.filter(({ number }) => !known.has(number))
		.map(({ number }) => `Sales receipt ${number} belongs to no order of the shop`);
}

function orderFaults(
	order: OrderTruth,
	byNumber: Map<string, BookedReceipt[]>,
	{ accounts, outcome }: Case,
): string[] {
	const receipts = byNumber.get(bare(order.name)) ?? [];
	if (receipts.length > 1) return [`${order.name} is booked ${receipts.length} times`];
	if (order.state !== 'paid') {
		return receipts.length > 0 ? [`${order.name} is ${order.state}, but it is booked`] : [];
	}
	const [receipt] = receipts;
	if (receipt) return differences(order, expectedEntry(order, accounts), receipt.entry);
	const explained = outcome.held.some((held) => held.order === order.name);
	return explained ? [] : [`${order.name} is paid, but neither booked nor listed as held`];
}

function differences({ name, scenario }: OrderTruth, expected: Entry, booked: Entry): string[] {
	if (total(expected) !== 0) {
		return [`${name} (${scenario}) is booked, but what it sold and what it was paid differ`];
	}
	const wrong = totalsOf(expected, booked).filter((row) => row.expected !== row.booked);
	return wrong.map(
		(row) =>
			`${name} (${scenario}): ${row.category} should be ${cents(row.expected)}, the books hold ${cents(row.booked)}`,
	);
}

function unbalanced(company: CompanyBooks, receipts: BookedReceipt[]): string[] {
	const faults = receipts
		.filter(({ imbalance }) => imbalance !== 0)
		.map(
			({ number, imbalance }) => `Sales receipt ${number} is out of balance by ${cents(imbalance)}`,
		);
	const sum = company.journal.reduce((total, { amount }) => total + amount, 0);
	return sum === 0 ? faults : [...faults, `The ledger is out of balance by ${cents(sum)}`];
}

function totalsOf(expected: Entry, booked: Entry): Verdict['totals'] {
	const categories = new Set([...expected.keys(), ...booked.keys()]);
	return [...categories].map((category) => ({
		category,
		expected: expected.get(category) ?? 0,
		booked: booked.get(category) ?? 0,
	}));
}

/** "1,234.50"; the sign in front. */
export function cents(amount: number): string {
	const digits = String(Math.abs(amount)).padStart(3, '0');
	const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
	return `${amount < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}
