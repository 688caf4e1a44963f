import type { CompanyBooks } from '../../sandbox/quickbooks/company/types.mts';
import type { Truth, OrderTruth } from '../../sandbox/shopify/shop/truth.mts';
import { expectedEntry, sumOf, type Booking, type Entry } from './expected.mts';
import { bookedDocuments, entryOfAll, orderFinder, type BookedDocument } from './ledger.mts';
import { orderOf, type Outcome } from './outcome.mts';

export interface Case {
	truth: Truth;
	company: CompanyBooks;
	shopDomain: string;
	/** 'YYYY-MM-DD'; orders before it are none of the templates' business. */
	from: string;
	booking: Booking;
	/** What the runs said, that of the orders and that of their refunds. */
	outcomes: Outcome[];
}

export interface Verdict {
	/** What does not tie out; none means the books are right. */
	faults: string[];
	/** By category: what the merchant's record says of the booked orders, and what the ledger holds. */
	totals: { category: string; expected: number; booked: number }[];
	documents: BookedDocument[];
	/** How many orders the books were compared with. */
	orders: number;
}

/** Compares the books with the merchant's own record of every order, which the workflow never saw. */
export function judge(given: Case): Verdict {
	const documents = bookedDocuments(given.company, given.shopDomain);
	const orders = given.truth.orders.filter(({ date }) => date >= given.from);
	const find = orderFinder(orders);
	const byOrder = new Map<OrderTruth, BookedDocument[]>(orders.map((order) => [order, []]));
	for (const document of documents) byOrder.get(find(document.key) as OrderTruth)?.push(document);
	const isDays = given.booking.form === 'days';
	const held = new Set(given.outcomes.flatMap((outcome) => outcome.held.map(orderOf)));
	const compared = orders.filter((order) =>
		isDays
			? isDue(order, given.booking) && !held.has(order.name)
			: (byOrder.get(order) ?? []).length > 0,
	);
	const expected = sumOf(compared.map((order) => expectedEntry(order, given.booking)));
	const totals = totalsOf(expected, entryOfAll(documents));
	return {
		documents,
		totals,
		orders: compared.length,
		faults: [
			// Holding everything back would leave nothing to differ.
			...(documents.length === 0 ? ['Not one order is booked'] : []),
			...strangers(documents, find),
			...doubles(documents),
			...(isDays
				? totals.filter((row) => row.expected !== row.booked).map(difference('All days'))
				: orders.flatMap((order) => orderFaults(order, byOrder.get(order) ?? [], held, given))),
			...unbalanced(given.company, documents),
		],
	};
}

function strangers(
	documents: readonly BookedDocument[],
	find: ReturnType<typeof orderFinder>,
): string[] {
	return documents
		.filter(({ key }) => find(key) === undefined && !key.startsWith('Day/'))
		.map(
			({ entity, number, key }) => `${entity} ${number} (${key}) belongs to no order of the shop`,
		);
}

function doubles(documents: readonly BookedDocument[]): string[] {
	const counts = new Map<string, number>();
	for (const { key } of documents) counts.set(key, (counts.get(key) ?? 0) + 1);
	return documents
		.filter(({ key }, index) => documents.findIndex((each) => each.key === key) === index)
		.filter(({ key }) => (counts.get(key) ?? 0) > 1)
		.map(({ number, key }) => `#${number} (${key}) is booked ${counts.get(key)} times`);
}

/** An invoice is due for every order that is no test and no mere reservation of money. */
function isDue(order: OrderTruth, { form }: Booking): boolean {
	const { state } = order;
	if (form === 'invoices') return !['test', 'authorized', 'voided'].includes(state);
	return state === 'paid' || wasPaid(order);
}

function orderFaults(
	order: OrderTruth,
	documents: readonly BookedDocument[],
	held: ReadonlySet<string>,
	{ booking }: Case,
): string[] {
	const sales = documents.filter(({ key }) => key.split('/').length === 2 && /^Order\//.test(key));
	if (!isDue(order, booking))
		return sales.length > 0 ? [`${order.name} is ${order.state}, but it is booked`] : [];
	const isHeld = held.has(order.name);
	if (sales.length > 0 && isHeld) return [`${order.name} is booked, but listed as held`];
	if (sales.length > 0) return differences(order, booking, entryOfAll(documents));
	return isHeld ? [] : [`${order.name} is due, but neither booked nor listed as held`];
}

/** Shopify calls an order partly paid again when it was paid in full and something was added. */
function wasPaid({ state, entries, tenders }: OrderTruth): boolean {
	const [placed] = entries;
	const paid = tenders.filter(({ kind }) => kind !== 'REFUND');
	return (
		state === 'partiallyPaid' &&
		paid.reduce((sum, { presentment }) => sum + presentment, 0) >= placed.presentment.total
	);
}

function differences(order: OrderTruth, booking: Booking, booked: Entry): string[] {
	const rows = totalsOf(expectedEntry(order, booking), booked);
	const wrong = rows.filter((row) => row.expected !== row.booked);
	return wrong.map(difference(`${order.name} (${order.scenario})`));
}

const difference =
	(where: string) =>
	({ category, expected, booked }: Verdict['totals'][number]): string =>
		`${where}: ${category} should be ${cents(expected)}, the books hold ${cents(booked)}`;

function unbalanced(company: CompanyBooks, documents: readonly BookedDocument[]): string[] {
	const faults = documents
		.filter(({ imbalance }) => imbalance !== 0)
		.map(({ number, imbalance }) => `Document ${number} is out of balance by ${cents(imbalance)}`);
	const sum = company.journal.reduce((total, { amount }) => total + amount, 0);
	return sum === 0 ? faults : [...faults, `The ledger is out of balance by ${cents(sum)}`];
}

function totalsOf(expected: Entry, booked: Entry): Verdict['totals'] {
	const categories = new Set([...expected.keys(), ...booked.keys()]);
	return [...categories]
		.map((category) => ({
			category,
			expected: expected.get(category) ?? 0,
			booked: booked.get(category) ?? 0,
		}))
		.filter((row) => row.expected !== 0 || row.booked !== 0);
}

/** "1,234.50"; the sign in front. */
export function cents(amount: number): string {
	const digits = String(Math.abs(amount)).padStart(3, '0');
	const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
	return `${amount < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}
