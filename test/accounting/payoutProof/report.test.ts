import { Money } from '../../../nodes/accounting/money';
import { provePayout, report, type BookEntry } from '../../../nodes/accounting/payoutProof';
import { stepsOf } from '../../../nodes/accounting/payoutProof/steps';
import { ENTRIES, entry, inputOf, PAYOUT } from './month';

function proofOf(entries: readonly BookEntry[] = ENTRIES, item: unknown = PAYOUT) {
	const proof = provePayout(inputOf(entries, item));
	if (!proof.ok) throw new Error(proof.problem.what);
	return proof.value;
}

type Input = Parameters<typeof report>[0];

const page = (changes: Partial<Input> = {}) =>
	report({
		shop: 'Northwind',
		timeZone: 'America/New_York',
		proofs: [proofOf()],
		refused: [],
		suspects: [],
		...changes,
	});

const EVIL = `<img src=x onerror="alert('1')">&`;
const HARMLESS = '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;';

/** The elements of the page, by name. */
const elements = (html: string) =>
	new Set([...html.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag));

describe('text of others', () => {
	it('is shown as text: of the shop, refusals, orders, documents', () => {
		const named = {
			...PAYOUT,
			balanceTransactions: PAYOUT.balanceTransactions.map((row) => ({
				...row,
				associatedOrder: row.associatedOrder && { ...row.associatedOrder, name: EVIL },
			})),
		};
		const evil = { ...entry('Sales Receipt', '1', 'Order/1001', '100.00'), number: EVIL };
		const proof = proofOf([evil, ...ENTRIES.slice(1)], named);
		const html = page({
			shop: EVIL,
			proofs: [proof],
			refused: [{ where: EVIL, what: EVIL, fix: EVIL }],
			suspects: [{ entry: evil, like: evil }],
		});
		expect(html.split(HARMLESS).length).toBeGreaterThan(8);
		expect(html).not.toContain('<img');
		expect(elements(html)).not.toContain('script');
	});

	it('is shown as text in findings, too', () => {
		const named = { ...PAYOUT.orders[1], name: EVIL };
		const proof = proofOf(
			ENTRIES.filter(({ id }) => id !== '2'),
			{
				...PAYOUT,
				orders: [PAYOUT.orders[0], named],
				balanceTransactions: PAYOUT.balanceTransactions.map((row) =>
					row.associatedOrder?.name === '#1002'
						? { ...row, associatedOrder: { ...row.associatedOrder, name: EVIL } }
						: row,
				),
			},
		);
		expect(proof.findings[0].what).toContain(EVIL);
		expect(page({ proofs: [proof] })).not.toContain('<img');
	});
});

describe('links', () => {
	it('lead to documents in QuickBooks', () => {
		expect(page()).toContain('<a href="https://qbo.intuit.com/app/salesreceipt?txnId=1">');
	});

	it.each(['javascript:alert(1)', 'http://qbo.intuit.com/app', 'data:text/html,x', ''])(
		'that are no https are text only: %s',
		(url) => {
			const proof = proofOf(ENTRIES.map((each) => ({ ...each, url })));
			expect(page({ proofs: [proof] })).not.toContain('<a ');
		},
	);

	it('cannot break out of their quotes', () => {
		const url = 'https://x/"onmouseover="alert(1)';
		const proof = proofOf(ENTRIES.map((each) => ({ ...each, url })));
		expect(page({ proofs: [proof] })).not.toContain('"onmouseover');
	});
});

describe('the page', () => {
	it('stands by itself: no script, no picture, font or style from elsewhere', () => {
		const html = page();
		for (const tag of ['script', 'link', 'img', 'iframe', 'object', 'form']) {
			expect(elements(html)).not.toContain(tag);
		}
		expect(html).not.toMatch(/@import|url\(|\ssrc=/);
		expect(html).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
		expect(html).toContain('<meta charset="utf-8">');
	});

	it('prints: each payout from a page of its own, with its colours, and no row cut', () => {
		const [, print] = page().split('@media print');
		expect(print).toContain('break-before: page');
		expect(print).toContain('break-inside: avoid');
		expect(print).toContain('print-color-adjust: exact');
	});

	it('says of each row where it is booked, and what is not', () => {
		const missing = page({ proofs: [proofOf(ENTRIES.filter(({ id }) => id !== '1'))] });
		expect(missing).toContain('Nothing in QuickBooks holds order #1001: 100.00 USD');
		expect(missing).toContain('not proved');
		expect(missing).toContain('Residue 100.00');
		expect(page()).toContain('Residue 0.00');
		expect(page()).not.toContain('not proved');
	});

	it('dates rows by the shop, and the payout by UTC', () => {
		const late = {
			...PAYOUT,
			balanceTransactions: PAYOUT.balanceTransactions.map((row) => ({
				...row,
				transactionDate: '2026-10-06T02:00:00Z',
			})),
		};
		const html = page({ proofs: [proofOf(ENTRIES, late)] });
		expect(html).toContain('<td>2026-10-05</td>');
		expect(html).toContain('Payout 7 of 2026-10-08');
	});

	it('is a page also where nothing could be proved', () => {
		const html = page({ proofs: [], refused: [{ where: 'Payout 9', what: 'No', fix: 'Mend' }] });
		expect(html).toContain('<strong>Payout 9</strong>: No');
	});
});

describe('the waterfall', () => {
	it('goes from charges to the net, to the cent', () => {
		const proof = proofOf();
		const steps = stepsOf(proof);
		expect(steps.map(({ label, amount }) => [label, amount.toDecimalString()])).toEqual([
			['Charges', '150.00'],
			['Refunds', '-20.00'],
			['Fees', '-19.95'],
			['Dispute', '-20.00'],
			['Shipping Label', '-5.85'],
		]);
		const sum = Money.sum(
			'USD',
			steps.map(({ amount }) => amount),
		);
		expect(sum.toDecimalString()).toBe(proof.payout.net.toDecimalString());
	});

	it('draws each step where the one before ended', () => {
		const html = page();
		const bars = [...html.matchAll(/<rect class="(\w+)" x="\S+" y="(\S+)" \S+ height="(\S+)"/g)];
		expect(bars.map(([, kind]) => kind)).toEqual(['up', 'down', 'down', 'down', 'down', 'total']);
		const [charges, ...rest] = bars.map(([, , y, height]) => ({ y: Number(y), h: Number(height) }));
		let level = charges.y;
		for (const { y, h } of rest.slice(0, -1)) {
			expect(Math.abs(y - level)).toBeLessThan(0.2);
			level = y + h;
		}
		expect(Math.abs(rest.at(-1)!.y - level)).toBeLessThan(0.2);
	});

	it('draws a negative payout below zero', () => {
		const [, , , dispute] = PAYOUT.balanceTransactions;
		const negative = {
			...PAYOUT,
			net: { amount: '-35.0', currencyCode: 'USD' },
			balanceTransactions: [dispute],
			orders: [PAYOUT.orders[1]],
		};
		const html = page({ proofs: [proofOf([], negative)] });
		const zero = Number(/y1="(\S+)"/.exec(html)?.[1]);
		const net = [...html.matchAll(/<rect class="total" x="\S+" y="(\S+)"/g)][0];
		expect(Number(net[1])).toBeGreaterThanOrEqual(zero);
		expect(html).not.toContain('NaN');
	});

	it('draws a payout of nothing', () => {
		const nothing = {
			...PAYOUT,
			net: { amount: '0.0', currencyCode: 'USD' },
			balanceTransactions: [],
			orders: [],
		};
		expect(page({ proofs: [proofOf([], nothing)] })).not.toMatch(/NaN|Infinity/);
	});
});
