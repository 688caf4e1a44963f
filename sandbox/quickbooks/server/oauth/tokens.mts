import { randomBytes, randomUUID } from 'node:crypto';

import type { Clock } from '../clock.mts';

const ACCESS_SECONDS = 3600;
/** 101 days, as Intuit's token answer says. */
const REFRESH_SECONDS = 8_726_400;
const CODE_SECONDS = 600;
const DAY_SECONDS = 86_400;

/** When the refresh token changes its value: at every refresh, or at the first one after 24 hours. */
export type Rotation = 'every-refresh' | 'daily';

export interface TokenAnswer {
	token_type: 'bearer';
	access_token: string;
	expires_in: number;
	refresh_token: string;
	x_refresh_token_expires_in: number;
}

/** One consent: a realm, its scopes, one living refresh token and the access tokens given since. */
interface Connection {
	id: string;
	realmId: string;
	scopes: string[];
	refreshToken: string | null;
	refreshIssuedAt: number;
	accessTokens: { token: string; expiresAt: number }[];
}

interface Code {
	redirectUri: string;
	scopes: string[];
	expiresAt: number;
	/** Set once it was exchanged. */
	connectionId?: string;
}

export type AccessCheck =
	| { ok: true; realmId: string; scopes: string[] }
	| { ok: false; detail: string };

/** Seconds of the sandbox's clock everywhere. Refusals are undefined: the endpoint words them. */
export class Tokens {
	private codes = new Map<string, Code>();
	private connections: Connection[] = [];

	constructor(
		private readonly clock: Clock,
		private readonly realmId: string,
		private readonly rotation: Rotation,
	) {}

	issueCode(redirectUri: string, scopes: string[]): string {
		const code = `AB1${Date.now()}${randomBytes(16).toString('hex')}`;
		this.codes.set(code, { redirectUri, scopes, expiresAt: this.now() + CODE_SECONDS });
		return code;
	}

	/** A code works once; a second use also ends the connection that the first one made. */
	exchange(
		code: string,
		redirectUri: string,
	): { answer: TokenAnswer; scopes: string[] } | undefined {
		const known = this.codes.get(code);
		if (!known || known.expiresAt <= this.now() || known.redirectUri !== redirectUri) {
			return undefined;
		}
		if (known.connectionId !== undefined) {
			this.drop(known.connectionId);
			return undefined;
		}
		const connection = this.connect(known.scopes);
		known.connectionId = connection.id;
		return { answer: this.answer(connection), scopes: known.scopes };
	}

	/** Tokens without the browser, for tests and scripts. */
	issue(scopes = ['com.intuit.quickbooks.accounting']): TokenAnswer {
		return this.answer(this.connect(scopes));
	}

	refresh(refreshToken: string): { answer: TokenAnswer; scopes: string[] } | undefined {
		const connection = this.connections.find((each) => each.refreshToken === refreshToken);
		if (!connection || connection.refreshIssuedAt + REFRESH_SECONDS <= this.now()) return undefined;
		const age = this.now() - connection.refreshIssuedAt;
		if (this.rotation === 'every-refresh' || age >= DAY_SECONDS) this.rotate(connection);
		return { answer: this.answer(connection), scopes: connection.scopes };
	}

	/** Revoking either token of a connection ends all of it. */
	revoke(token: string): boolean {
		const connection = this.connections.find(
			(each) =>
				each.refreshToken === token || each.accessTokens.some((access) => access.token === token),
		);
		if (connection) this.drop(connection.id);
		return connection !== undefined;
	}

	check(accessToken: string): AccessCheck {
		for (const { realmId, scopes, accessTokens } of this.connections) {
			const found = accessTokens.find(({ token }) => token === accessToken);
			if (!found) continue;
			if (found.expiresAt > this.now()) return { ok: true, realmId, scopes };
			return { ok: false, detail: `Token expired: ${accessToken.slice(0, 4)}…` };
		}
		return { ok: false, detail: 'Token revoked or invalid' };
	}

	expireAccessTokens(): void {
		for (const { accessTokens } of this.connections) {
			for (const access of accessTokens) access.expiresAt = this.now();
		}
	}

	revokeRefreshTokens(): void {
		for (const connection of this.connections) connection.refreshToken = null;
	}

	/** What is kept with the books, so that a client stays connected over a restart. */
	toJSON(): unknown[] {
		return structuredClone(this.connections);
	}

	restore(kept: unknown[]): void {
		this.connections = structuredClone(kept) as Connection[];
	}

	private connect(scopes: string[]): Connection {
		const connection: Connection = {
			id: randomUUID(),
			realmId: this.realmId,
			scopes,
			refreshToken: null,
			refreshIssuedAt: 0,
			accessTokens: [],
		};
		this.rotate(connection);
		this.connections.push(connection);
		return connection;
	}

	private rotate(connection: Connection): void {
		connection.refreshToken = `RT1-${randomBytes(24).toString('hex')}`;
		connection.refreshIssuedAt = this.now();
	}

	private answer(connection: Connection): TokenAnswer {
		const access = randomBytes(48).toString('hex');
		connection.accessTokens.push({ token: access, expiresAt: this.now() + ACCESS_SECONDS });
		return {
			token_type: 'bearer',
			access_token: access,
			expires_in: ACCESS_SECONDS,
			refresh_token: connection.refreshToken ?? '',
			x_refresh_token_expires_in: connection.refreshIssuedAt + REFRESH_SECONDS - this.now(),
		};
	}

	private drop(id: string): void {
		this.connections = this.connections.filter((each) => each.id !== id);
	}

	private now(): number {
		return Math.floor(this.clock.now().getTime() / 1000);
	}
}
