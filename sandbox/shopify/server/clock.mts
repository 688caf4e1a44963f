/** Real time plus what a test has added to it. */
export class Clock {
	/** Milliseconds. */
	added = 0;
	private calls = 0;

	readonly now = (): number => Date.now() + this.added;

	/** Stands still but for a second per call. */
	readonly perCall = (): number => this.added + this.calls * 1000;

	tick(): void {
		this.calls += 1;
	}

	advance(milliseconds: number): void {
		this.added += milliseconds;
	}
}
