/**
 * Lets runs that work at the same time go forward one request at a time, in an order that somebody
 * else chooses: everything is in one process and answers at once, so nothing else can happen between.
 */
export type Ending =
	/** The request is worked on and answered. */
	| 'answered'
	/** It is worked on, but the answer is lost. */
	| 'lost answer'
	/** It never arrives. */
	| 'never arrived'
	/** HTTP 500 or 503: worked on by nobody. */
	| 'server error'
	| 'too many requests'
	/** The run is over: before the request arrives, or after it was worked on. */
	| 'crash before'
	| 'crash after';

interface Waiting {
	actor: string;
	label: string;
	go(ending: Ending): void;
}

export class Scheduler {
	private waiting: Waiting[] = [];
	private readonly running = new Set<string>();

	/** Starts a run; it stands still at its first request. @returns when it has come so far. */
	async start(actor: string, work: () => Promise<void>): Promise<void> {
		this.running.add(actor);
		void work().finally(() => this.running.delete(actor));
		await this.settled();
	}

	/** Called by the run before each request. */
	async turn(actor: string, label: string): Promise<Ending> {
		return await new Promise((resolve) => this.waiting.push({ actor, label, go: resolve }));
	}

	/** Runs that wait for their next request. */
	actors(): string[] {
		return [...new Set(this.waiting.map(({ actor }) => actor))];
	}

	/** What the run is about to ask. */
	next(actor: string): string {
		return this.waiting.find((each) => each.actor === actor)?.label ?? '';
	}

	/** Lets a run make its next request. @returns when it waits again or is done. */
	async step(actor: string, ending: Ending = 'answered'): Promise<void> {
		const index = this.waiting.findIndex((each) => each.actor === actor);
		const [turn] = this.waiting.splice(index, 1);
		if (ending.startsWith('crash')) {
			this.waiting = this.waiting.filter((each) => each.actor !== actor);
			this.running.delete(actor);
		}
		turn.go(ending);
		await this.settled();
	}

	/**
	 * Everything that can go on without a request has gone on.
	 *
	 * @throws Error where a run neither asks nor ends: nobody could say what it waits for.
	 */
	private async settled(): Promise<void> {
		for (let patience = 100; patience > 0; patience--) {
			await new Promise((resolve) => setImmediate(resolve));
			const waiting = new Set(this.actors());
			if ([...this.running].every((actor) => waiting.has(actor))) return;
		}
		throw new Error(`${[...this.running].join(', ')} waits for something else than a request`);
	}
}
