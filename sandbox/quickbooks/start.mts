import { readFileSync, writeFileSync } from 'node:fs';

import type { FaultOrder } from '../common/faults.mts';
import type { LoggedCall } from '../common/requestLog.mts';
import { startServer, type RunningServer } from '../common/server.mts';
import { Company } from './company/company.mts';
import type { CompanyKind, Json } from './company/types.mts';
import { SandboxClock } from './server/clock.mts';
import type { Metered } from './server/metering.mts';
import type { Rotation, TokenAnswer } from './server/oauth/tokens.mts';
import { quickBooksVendor, type QuickBooksVendor } from './server/vendor.mts';

export interface QuickBooksSandboxOptions {
	/** Default: a free port. */
	port?: number;
	/** Default: 'us-automated'. Not used when books are loaded. */
	company?: CompanyKind;
	/** A file written by `save`. */
	load?: string;
	/** Enforce Intuit's call limits (default). */
	limits?: boolean;
	/** When the refresh token changes; default: at every refresh. */
	refreshTokenRotation?: Rotation;
	/** The sandbox's time at the start; default: now. */
	now?: Date;
	/** The sandbox's time stands still and moves by `control.advanceClock` only. */
	frozenClock?: boolean;
}

/** What a test asks of the sandbox; the same is at POST {url}/_control/{name} for other processes. */
export interface QuickBooksControl {
	fail(order: FaultOrder): void;
	log(): readonly LoggedCall[];
	/** Forgets ordered faults, the log, the call limits and the metering; books and tokens stay. */
	reset(): void;
	expireAccessTokens(): void;
	revokeRefreshTokens(): void;
	consent(decision: 'grant' | 'deny'): void;
	advanceClock(seconds: number): void;
	metering(): Metered;
}

export interface QuickBooksSandbox {
	url: string;
	realmId: string;
	clientId: string;
	clientSecret: string;
	/** The books themselves, for reading and preparing them without the API. */
	company: Company;
	/** Connects without the browser. */
	issueTokens(scopes?: string[]): TokenAnswer;
	control: QuickBooksControl;
	/** Keeps the books and the connections in a file, for `load`. */
	save(file: string): void;
	close(): Promise<void>;
}

interface KeptBooks {
	company: Json;
	connections: unknown[];
}

const REALM_ID = '9341454836291047';
const CLIENT_ID = 'ABsandboxQuickBooksClientId';
const CLIENT_SECRET = 'sandbox-quickbooks-client-secret';

/** QuickBooks Online on the loopback address: API, OAuth and control on one port. */
export async function startQuickBooksSandbox(
	options: QuickBooksSandboxOptions = {},
): Promise<QuickBooksSandbox> {
	const clock = new SandboxClock(options.now, options.frozenClock);
	const kept = options.load === undefined ? undefined : readKept(options.load);
	const time = { now: () => clock.now() };
	const company = kept
		? Company.fromJSON(kept.company, time)
		: Company.create(options.company ?? 'us-automated', time);
	const vendor = quickBooksVendor({
		books: company,
		clock,
		realmId: REALM_ID,
		clientId: CLIENT_ID,
		clientSecret: CLIENT_SECRET,
		limits: options.limits ?? true,
		rotation: options.refreshTokenRotation ?? 'every-refresh',
	});
	if (kept) vendor.oauth.tokens.restore(kept.connections);
	const server = await startServer(vendor, options.port ?? 0);
	return {
		url: server.url,
		realmId: REALM_ID,
		clientId: CLIENT_ID,
		clientSecret: CLIENT_SECRET,
		company,
		issueTokens: (scopes) => vendor.oauth.tokens.issue(scopes),
		control: controlOf(server, vendor, clock),
		save: (file) => {
			const books = { company: company.toJSON(), connections: vendor.oauth.tokens.toJSON() };
			writeFileSync(file, JSON.stringify(books), { mode: 0o600 });
		},
		close: async () => await server.close(),
	};
}

function controlOf(
	server: RunningServer,
	vendor: QuickBooksVendor,
	clock: SandboxClock,
): QuickBooksControl {
	const { api, oauth } = vendor;
	return {
		fail: (order) => server.faults.order(order),
		log: () => server.log.all(),
		reset: () => {
			server.faults.clear();
			server.log.clear();
			vendor.reset?.();
		},
		expireAccessTokens: () => oauth.tokens.expireAccessTokens(),
		revokeRefreshTokens: () => oauth.tokens.revokeRefreshTokens(),
		consent: (decision) => {
			oauth.consent = decision;
		},
		advanceClock: (seconds) => clock.advance(seconds),
		metering: () => api.metering.read(),
	};
}

function readKept(file: string): KeptBooks {
	return JSON.parse(readFileSync(file, 'utf8')) as KeptBooks;
}
