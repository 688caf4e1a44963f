import { readLedgerRow, readPayout } from '../../nodes/accounting/facts/payoutItem';
import { Money } from '../../nodes/accounting/money';
import {
	type Books,
	type ClearingProof,
	daysOfPayouts,
	proveClearing,
	provePayout,
	readOrderLinks,
	type PayoutProof,
} from '../../nodes/accounting/payoutProof';
import type { AccountReference } from '../../nodes/accounting/documents';
import { proofBooks } from '../../nodes/quickbooks/books/proofBooks';
import { accountState } from '../../nodes/quickbooks/books/register';
import { shifted } from '../../nodes/quickbooks/days';
import type { Books as Company } from '../quickbooks/books.mts';
import type { ShopFacts } from './bookedShop.mts';

export const CREATE = {
	create: new Set(['Account', 'Customer', 'Vendor', 'Item', 'Payment Method', 'Term'] as const),
};

type Row = Record<string, unknown>;

/** A company that a shop's facts were posted to, and what the proofs say of it. */
export class ProvedBooks {
	constructor(
		readonly company: Company,
		readonly facts: ShopFacts,
		private readonly clearing: readonly AccountReference[],
	) {}

	linked() {
		return this.facts.payouts.map((item) => {
			const payout = readPayout(item);
			const orders = readOrderLinks(item);
			if (!payout.ok || !orders.ok) throw new Error(JSON.stringify([payout, orders]));
			return { payout: payout.value, orders: orders.value };
		});
	}

	async read(): Promise<Books> {
		const days = daysOfPayouts(this.linked());
		if (days === undefined) throw new Error('no days');
		const session = await this.company.open(CREATE);
		const books = await proofBooks(
			{ session, appUrl: 'https://app.example', accounts: this.clearing },
			{
				days: { from: shifted(days.first, -3), to: shifted(days.last, 40) },
				orderDays: days.orders,
			},
		);
		if (books.kind !== 'done') throw new Error(JSON.stringify(books));
		return books.value;
	}

	async proofs(): Promise<PayoutProof[]> {
		const books = await this.read();
		const accounts = { clearing: new Set(this.clearing.map(({ account }) => account)) };
		return this.linked().map((each) => {
			const proof = provePayout({ ...each, books, accounts });
			if (!proof.ok) throw new Error(proof.problem.what);
			return proof.value;
		});
	}

	/** Of the payout named, while all others must stay proved. */
	async findingsOf(payoutId: string) {
		const all = await this.proofs();
		const others = all.filter(({ payout, isProved }) => payout.legacyId !== payoutId && !isProved);
		expect(others.map(({ findings }) => findings[0].what)).toEqual([]);
		return all.find(({ payout }) => payout.legacyId === payoutId)?.findings ?? [];
	}

	async balanceOf(account: AccountReference): Promise<string> {
		const state = await accountState(await this.company.open(CREATE), account);
		if (!state.ok) throw new Error(state.problem.what);
		return state.value.balance;
	}

	async clearingProof(account: AccountReference, currency: string): Promise<ClearingProof> {
		const rows = this.facts.rows.map((item) => readLedgerRow(item));
		const open = rows.flatMap((row) =>
			row.ok && row.value.row.currency === currency && row.value.row.payoutStatus !== 'PAID'
				? [row.value]
				: [],
		);
		return proveClearing({
			shop: open[0].shop,
			currency,
			openRows: open.map(({ row }) => row),
			books: await this.read(),
			balance: Money.parse(await this.balanceOf(account), currency),
			accounts: new Set([account.account]),
		});
	}

	/** A document of the books as QuickBooks has it, by the key in its note. */
	booked(entity: string, keyPart: string): Row {
		const rows = this.company.sandbox.company.all(entity);
		const found = rows.find(({ PrivateNote }) => String(PrivateNote).includes(keyPart));
		if (found === undefined) throw new Error(`no ${entity} of ${keyPart}`);
		return found;
	}
}

/** "1234: what is wrong" of every payout that is not proved. */
export function wrongOf(proofs: readonly PayoutProof[]): string[] {
	return proofs.flatMap(({ payout, findings }) =>
		findings.map(({ what }) => `${payout.legacyId}: ${what}`),
	);
}
