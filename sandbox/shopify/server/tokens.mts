import { randomBytes } from 'node:crypto';

/** What a client holds after a grant; times in milliseconds of the sandbox's clock. */
export interface Token {
	accessToken: string;
	clientId: string;
	scopes: readonly string[];
	/** Undefined: for ever. */
	expiresAt?: number;
	refreshToken?: string;
	/** The grant that this one replaces; its refresh token works until this token is first used. */
	replaces?: Token;
}

export const HOUR = 3_600_000;
/** Shopify answers 86399, not 86400. */
export const CLIENT_CREDENTIALS_SECONDS = 86_399;
export const OFFLINE_SECONDS = 3600;
export const REFRESH_SECONDS = 7_776_000;

const random = (prefix: string) => `${prefix}${randomBytes(16).toString('hex')}`;

/** The tokens that the shop has given out. */
export class Tokens {
	private byAccess = new Map<string, Token>();
	private byRefresh = new Map<string, Token>();

	/** @param clock milliseconds. */
	constructor(private readonly clock: () => number) {}

	issue(
		clientId: string,
		scopes: readonly string[],
		life: { seconds?: number; refreshable?: boolean; replaces?: Token; accessToken?: string } = {},
	): Token {
		const accessToken = life.accessToken ?? random('shpat_');
		const token: Token = { accessToken, clientId, scopes };
		if (life.seconds !== undefined) token.expiresAt = this.clock() + life.seconds * 1000;
		if (life.refreshable) {
			token.refreshToken = random('shprt_');
			this.byRefresh.set(token.refreshToken, token);
		}
		token.replaces = life.replaces;
		this.byAccess.set(token.accessToken, token);
		return token;
	}

	/** The token of a call, if it is still good; its first use ends the one that it replaced. */
	use(accessToken: string | undefined): Token | undefined {
		const token = this.byAccess.get(accessToken ?? '');
		if (!token) return undefined;
		if (token.expiresAt !== undefined && token.expiresAt <= this.clock()) return undefined;
		if (token.replaces) {
			this.byAccess.delete(token.replaces.accessToken);
			this.byRefresh.delete(token.replaces.refreshToken ?? '');
			token.replaces = undefined;
		}
		return token;
	}

	refreshable(refreshToken: string, clientId: string): Token | undefined {
		const token = this.byRefresh.get(refreshToken);
		return token?.clientId === clientId ? token : undefined;
	}

	/** Every access token that can expire has. */
	expireAll(): void {
		const now = this.clock();
		for (const token of this.byAccess.values()) {
			if (token.expiresAt !== undefined) token.expiresAt = now;
		}
	}

	revokeRefreshTokens(): void {
		this.byRefresh.clear();
	}

	/** Of one token, as after an uninstall. */
	revoke(accessToken: string): void {
		this.byAccess.delete(accessToken);
	}
}
