import type { Controls } from '../../common/control.mts';
import type { Api } from './api.mts';
import { pacificDay, type SandboxClock } from './clock.mts';
import type { OAuth } from './oauth/endpoints.mts';

/** What a test or a demo may ask of the sandbox beside the vendor's API: /_control/{name}. */
export function controls(api: Api, oauth: OAuth, clock: SandboxClock): Controls {
	return {
		/** Every access token stops working; refresh tokens stay good. */
		'expire-tokens': () => oauth.tokens.expireAccessTokens(),
		/** Every refresh answers invalid_grant, as after a disconnect. */
		'revoke-refresh-tokens': () => oauth.tokens.revokeRefreshTokens(),
		/** {"decision": "grant" | "deny"}: what the person at the consent page does from now on. */
		consent: ({ decision }) => {
			if (decision !== 'grant' && decision !== 'deny') {
				throw new Error('"decision" must be "grant" or "deny"');
			}
			oauth.consent = decision;
		},
		/** {"seconds": 60}: lets limits and tokens pass without waiting. */
		'advance-clock': ({ seconds }) => {
			if (typeof seconds !== 'number' || !(seconds > 0)) {
				throw new Error('"seconds" must be a positive number');
			}
			clock.advance(seconds);
			return { now: clock.now().toISOString() };
		},
		/** {"asOf"?: "2026-10-31"}: cents, debit positive; it sums to zero. */
		'trial-balance': ({ asOf }, { query }) =>
			api.books.trialBalance(String(asOf ?? query.get('asOf') ?? pacificDay(clock.now()))),
		company: () => api.books.toJSON(),
		metering: () => api.metering.read(),
	};
}
