/** A request as a hook between requests sees it. */
export interface SeenCall {
	/** 1 for the first request since the hooks were set. */
	number: number;
	/** "query Orders", or the last part of the path of anything else. */
	label: string;
	/** The GraphQL text; empty for anything else. */
	query: string;
	variables: Record<string, unknown>;
}

/**
 * What happens in the shop while a client works: called synchronously before a request is carried
 * out, and after it, before it is answered. Requests that fail by a fault before they reach the shop
 * are not seen.
 */
export interface Hooks {
	before?(call: SeenCall): void;
	after?(call: SeenCall): void;
}

export class Interleaving {
	private hooks: Hooks = {};
	private count = 0;

	/** @param standing hooks that stay when others are set. */
	constructor(private readonly standing: Hooks = {}) {}

	set(hooks: Hooks = {}): void {
		this.hooks = hooks;
		this.count = 0;
	}

	/** Carries a request out between the hooks; `ready` brings the shop up to date after the first. */
	around<T>(seen: Omit<SeenCall, 'number'>, ready: () => void, carryOut: () => T): T {
		this.count += 1;
		const call = { number: this.count, ...seen };
		this.standing.before?.(call);
		this.hooks.before?.(call);
		ready();
		const result = carryOut();
		this.hooks.after?.(call);
		this.standing.after?.(call);
		return result;
	}
}
