import type { ShopifyClient } from '../client';
import type { Page } from '../orderFacts';
import { stamp } from '../orderSearch';
import { entityVariable, pageOf, type PaymentsAccount } from '../payments/accounts';
import { turnPages } from '../payments/pages';
import { balanceTransactionsQuery, payoutsQuery } from '../payments/queries';
import type { BusinessEntity } from '../payments/types';
import { ok, type GraphqlObject, type Outcome, type Shop } from '../types';
import { keyOf } from './byId';
import { balanceLook, LOOK_PAGE, MORE_DISPUTE_SIGNS, PAYOUT_SIGNS, ROW_SIGNS } from './lookQueries';
import { isNew, windowStart, type Candidate, type Stream } from './seen';

/** What is looked at: [stream, how far its window reaches back]. */
export type Watched = Partial<
	Record<'rows' | 'payouts' | 'disputes', [stream: Stream, overlapMs: number] | undefined>
>;

/** Facts in the order of time; `upTo` is finite where later ones were left to the next poll. */
export interface Looked {
	candidates: Candidate[];
	upTo: number;
}

export interface Look {
	shop: Shop;
	accounts: PaymentsAccount[];
	rows: Looked;
	payouts: Looked;
	disputes: Looked;
}

interface LookAnswer extends GraphqlObject {
	shop: Shop;
	shopifyPaymentsAccount?: { id: string } | null;
	businessEntities?: Array<BusinessEntity & { shopifyPaymentsAccount: AccountPages | null }>;
	disputes?: Page<DisputeSigns> | null;
}
interface AccountPages {
	id: string;
	balanceTransactions: Page<RowSigns>;
	payouts: Page<PayoutSigns>;
}
interface RowSigns {
	id: string;
	transactionDate: string;
	test: boolean;
	associatedPayout: { id: string | null };
}
interface PayoutSigns {
	id: string;
	issuedAt: string;
	status: string;
	net: { amount: string };
}
interface DisputeSigns {
	id: string;
	initiatedAt: string;
	type: string;
	status: string;
	finalizedOn: string | null;
}

/** Looks at the windows: one request while they fit on a page, which they do as long as nothing is new. */
export async function lookAtBalance(
	client: ShopifyClient,
	watched: Watched,
	{ includeTest, most }: { includeTest: boolean; most: number },
): Promise<Outcome<Look>> {
	const { disputes } = watched;
	const texts = {
		...(watched.rows && { rows: windowText('processed_at', ...watched.rows) }),
		...(watched.payouts && { payouts: windowText('issued_at', ...watched.payouts) }),
		...(disputes && { disputes: windowText('initiated_at', ...disputes) }),
	};
	const operation = balanceLook(Object.keys(texts) as Array<keyof typeof texts>);
	const answer = await client.ask<LookAnswer>(operation, texts);
	if (!answer.ok) return answer;
	const { data } = answer.value;
	const pages = accountPages(data);
	const rows = new Collector<RowSigns>(watched.rows?.[0], most, (row) =>
		includeTest || !row.test ? rowCandidate(row) : undefined,
	);
	const payouts = new Collector<PayoutSigns>(watched.payouts?.[0], most, payoutCandidate);
	for (const [account, first] of pages) {
		const more = accountReader(client, account);
		const read =
			watched.rows && (await rows.collect(first?.balanceTransactions, more.rows(texts.rows)));
		if (read && !read.ok) return read;
		const paid =
			watched.payouts && (await payouts.collect(first?.payouts, more.payouts(texts.payouts)));
		if (paid && !paid.ok) return paid;
	}
	// disputes come in no order, so that all of them have to be looked at
	const found = new Collector<DisputeSigns>(disputes?.[0], Infinity, disputeCandidate);
	const all =
		disputes &&
		(await found.collect(data.disputes ?? NO_PAGE, moreDisputes(client, texts.disputes)));
	if (all && !all.ok) return all;
	return ok({
		shop: data.shop,
		accounts: pages.map(([account]) => account),
		rows: rows.looked(),
		payouts: payouts.looked(),
		disputes: found.looked(),
	});
}

/** Reads on behind a cursor, page by page. */
type ReadOn<T> = (
	after: string | undefined,
	visit: (nodes: T[]) => boolean,
) => Promise<Outcome<undefined>>;

const NO_PAGE = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

function accountReader(client: ShopifyClient, account: PaymentsAccount) {
	const inEntity = account.entity !== undefined;
	const variables = (text?: string) => ({ ...entityVariable(account), query: text ?? null });
	return {
		rows:
			(text?: string): ReadOn<RowSigns> =>
			async (after, visit) =>
				await turnPages<RowSigns>(client, {
					operation: balanceTransactionsQuery(inEntity, ROW_SIGNS),
					variables: variables(text),
					firstSize: LOOK_PAGE.rows,
					after,
					pageIn: pageOf('balanceTransactions'),
					visit,
				}),
		payouts:
			(text?: string): ReadOn<PayoutSigns> =>
			async (after, visit) =>
				await turnPages<PayoutSigns>(client, {
					operation: payoutsQuery(inEntity, PAYOUT_SIGNS),
					variables: variables(text),
					firstSize: LOOK_PAGE.payouts,
					after,
					pageIn: pageOf('payouts'),
					visit,
				}),
	};
}

function moreDisputes(client: ShopifyClient, text?: string): ReadOn<DisputeSigns> {
	return async (after, visit) =>
		await turnPages<DisputeSigns>(client, {
			operation: MORE_DISPUTE_SIGNS,
			variables: { query: text ?? null },
			firstSize: LOOK_PAGE.disputes,
			after,
			pageIn: ({ disputes: page }) => page as Page<DisputeSigns> | null,
			visit,
		});
}

/** The window, and what lies before it and is still open. */
function windowText(filter: string, stream: Stream, overlapMs: number): string {
	const from = windowStart(stream, overlapMs);
	const open = [...stream.seen].filter(([, { at, version }]) => at < from && isOpen(version));
	const terms = [`${filter}:>=${stamp(from)}`, ...open.map(([key]) => `id:${key}`)];
	return terms.join(' OR ');
}

/** A payout that is not with the bank yet, one that waits for its rows, a dispute in progress. */
export function isOpen(version: string): boolean {
	return /^(?:~|SCHEDULED|IN_TRANSIT|NEEDS_RESPONSE|UNDER_REVIEW)/.test(version);
}

const rowCandidate = ({ id, transactionDate, associatedPayout }: RowSigns): Candidate => ({
	key: keyOf(id),
	version: associatedPayout.id === null ? '' : keyOf(associatedPayout.id),
	at: Date.parse(transactionDate),
});

export const payoutCandidate = ({ id, issuedAt, status, net }: PayoutSigns): Candidate => ({
	key: keyOf(id),
	version: `${status} ${net.amount}`,
	at: Date.parse(issuedAt),
});

export const disputeCandidate = (dispute: DisputeSigns): Candidate => ({
	key: keyOf(dispute.id),
	version: `${dispute.status} ${dispute.type} ${dispute.finalizedOn ?? ''}`.trim(),
	at: Date.parse(dispute.initiatedAt),
});

type AccountAndPages = [account: PaymentsAccount, pages: AccountPages | undefined];

/** The account that the shop itself shows is read by itself where no entity has it. */
function accountPages(answer: LookAnswer): AccountAndPages[] {
	const pages = (answer.businessEntities ?? []).flatMap(
		({ id, displayName, shopifyPaymentsAccount: account }): AccountAndPages[] =>
			account ? [[{ id: account.id, entity: { id, displayName } }, account]] : [],
	);
	const own = answer.shopifyPaymentsAccount;
	if (own && !pages.some(([{ id }]) => id === own.id)) pages.push([{ id: own.id }, undefined]);
	return pages;
}

/** Gathers candidates page by page, until there is enough that is new. */
class Collector<T> {
	private readonly found: Candidate[] = [];
	private upTo = Number.POSITIVE_INFINITY;

	constructor(
		private readonly stream: Stream | undefined,
		private readonly most: number,
		private readonly candidateOf: (node: T) => Candidate | undefined,
	) {}

	/** @param first undefined where nothing of it has been read yet. */
	async collect(first: Page<T> | undefined, readOn: ReadOn<T>): Promise<Outcome<undefined>> {
		const own: Candidate[] = [];
		let enough = false;
		const visit = (nodes: T[]): boolean => {
			own.push(...nodes.flatMap((node) => this.candidateOf(node) ?? []));
			enough = own.filter((one) => this.isNews(one)).length >= this.most;
			return !enough;
		};
		if (first) visit(first.nodes);
		const next = first?.pageInfo.hasNextPage ? first.pageInfo.endCursor : null;
		if (!enough && (!first || next !== null)) {
			const read = await readOn(next ?? undefined, visit);
			if (!read.ok) return read;
		}
		if (enough) this.upTo = Math.min(this.upTo, ...own.slice(-1).map(({ at }) => at));
		this.found.push(...own);
		return ok(undefined);
	}

	looked(): Looked {
		const candidates = this.found
			.filter(({ at }) => at <= this.upTo)
			.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
		return { candidates, upTo: this.upTo };
	}

	private isNews(one: Candidate): boolean {
		return this.stream !== undefined && isNew(this.stream, one) && one.at >= this.stream.start;
	}
}
