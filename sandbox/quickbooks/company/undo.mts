/** Makes a write all or nothing: whatever was put on a shelf during a failed write is taken back. */
export class Undo {
	private steps: (() => void)[] | null = null;

	remember(step: () => void): void {
		this.steps?.push(step);
	}

	atomically<T>(write: () => T): T {
		if (this.steps !== null) return write();
		const steps: (() => void)[] = [];
		this.steps = steps;
		let done = false;
		try {
			const result = write();
			done = true;
			return result;
		} finally {
			this.steps = null;
			if (!done) steps.reverse().forEach((step) => step());
		}
	}
}

/** A map in the order of first insertion whose changes can be taken back. */
export class Shelf<T> {
	private readonly entries = new Map<string, T>();
	/** Counts changes, so that what is derived from the shelf knows when it is stale. */
	version = 0;

	constructor(private readonly undo: Undo) {}

	get(key: string): T | undefined {
		return this.entries.get(key);
	}

	values(): T[] {
		return [...this.entries.values()];
	}

	keys(): string[] {
		return [...this.entries.keys()];
	}

	set(key: string, value: T): void {
		const before = this.entries.get(key);
		const existed = this.entries.has(key);
		this.change(() => this.entries.set(key, value));
		this.undo.remember(() =>
			this.change(() => (existed ? this.entries.set(key, before as T) : this.entries.delete(key))),
		);
	}

	delete(key: string): void {
		const before = this.entries.get(key);
		if (before === undefined) return;
		this.change(() => this.entries.delete(key));
		this.undo.remember(() => this.change(() => this.entries.set(key, before)));
	}

	toJSON(): Record<string, T> {
		return Object.fromEntries(this.entries);
	}

	load(entries: Record<string, T>): void {
		for (const [key, value] of Object.entries(entries)) this.entries.set(key, value);
		this.version += 1;
	}

	private change(step: () => unknown): void {
		step();
		this.version += 1;
	}
}
