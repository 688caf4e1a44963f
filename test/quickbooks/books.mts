import type { FaultOrder } from '../../sandbox/common/faults.mts';
import {
	startQuickBooksSandbox,
	type QuickBooksSandbox,
	type QuickBooksSandboxOptions,
} from '../../sandbox/quickbooks/start.mts';
import type { HttpRequest, HttpResponse, SendHttp } from '../../nodes/quickbooks/http';
import { post, type PostResult } from '../../nodes/quickbooks/post';
import { plan } from '../../nodes/quickbooks/plan';
import { openSession, type Session } from '../../nodes/quickbooks/session';
import type { PostingSettings } from '../../nodes/quickbooks/settings';

export interface Books {
	sandbox: QuickBooksSandbox;
	/** Milliseconds that were slept, none of them in real time. */
	slept(): number;
	open(settings?: Partial<PostingSettings>, send?: SendHttp): Promise<Session>;
	post(documents: readonly unknown[], settings?: Partial<PostingSettings>): Promise<PostResult[]>;
	plan(documents: readonly unknown[], settings?: Partial<PostingSettings>): ReturnType<typeof plan>;
	/** Sales receipts in the books, oldest first. */
	receipts(): Array<Record<string, unknown>>;
	/** What a document moved: "account: amount in cents of home currency", debit positive. */
	journal(booked: { entity: string; id: string }): string[];
	send: SendHttp;
	fail(order: FaultOrder): void;
	/** Changes preferences of the company. */
	prefer(group: string, values: Record<string, unknown>): void;
	close(): Promise<void>;
}

export const ALL: Partial<PostingSettings> = {
	create: new Set(['Account', 'Customer', 'Item', 'Payment Method']),
};

/** A sandbox company, reached the way a node reaches it, with a clock that jumps instead of waiting. */
export async function openBooks(options: QuickBooksSandboxOptions = {}): Promise<Books> {
	const sandbox = await startQuickBooksSandbox({ limits: false, ...options });
	const { access_token: token } = sandbox.issueTokens();
	let slept = 0;
	const clock = {
		now: () => Date.now() + slept,
		sleep: async (ms: number) => {
			slept += ms;
			if (options.limits) sandbox.control.advanceClock(ms / 1000);
			await Promise.resolve();
		},
	};
	const send: SendHttp = async (request) => await overHttp(request, token);
	const open: Books['open'] = async (settings = ALL, sender = send) => {
		const connection = { send: sender, clock, baseUrl: sandbox.url, realmId: sandbox.realmId };
		const session = await openSession(connection, settings);
		if (session.kind !== 'done') throw new Error(JSON.stringify(session));
		return session.value;
	};
	return {
		sandbox,
		slept: () => slept,
		open,
		post: async (documents, settings) => {
			const answer = await post(await open(settings), documents);
			if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
			return answer.value.results;
		},
		plan: async (documents, settings) => await plan(await open(settings), documents),
		receipts: () => sandbox.company.all('SalesReceipt'),
		journal: ({ entity, id }) => {
			const accounts = new Map(sandbox.company.all('Account').map(({ Id, Name }) => [Id, Name]));
			return sandbox.company.journal
				.filter((line) => line.txnType === entity && line.txnId === id)
				.map((line) => `${String(accounts.get(line.accountId))}: ${line.amount}`);
		},
		send,
		fail: (order) => sandbox.control.fail(order),
		prefer: (group, values) => {
			const { preferences } = sandbox.company;
			sandbox.company.preferences = {
				...preferences,
				[group]: { ...(preferences[group] as object), ...values },
			};
		},
		close: async () => await sandbox.close(),
	};
}

/** A failed connection is told apart from an answer, as nodes/n8n/transport.ts does. */
export async function overHttp(
	{ method, url, headers, body }: HttpRequest,
	token: string,
): Promise<HttpResponse> {
	const response = await fetch(url, {
		method,
		headers: { ...headers, Authorization: `Bearer ${token}` },
		body,
		signal: AbortSignal.timeout(1500),
	});
	return {
		status: response.status,
		headers: Object.fromEntries(response.headers.entries()),
		body: await response.text(),
	};
}

export function statuses(results: readonly PostResult[]): string[] {
	return results.map((result) => (result.ok ? result.status : result.problem.code));
}
