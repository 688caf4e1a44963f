export interface Metered {
	/** Creates, updates, deletes: free. */
	core: number;
	/** Reads, queries, reports, CDC: what the partner program bills. */
	corePlus: number;
}

/** Counts successful calls as the App Partner Program does; a batch counts by its items. */
export class Metering {
	private counted: Metered = { core: 0, corePlus: 0 };

	count(kind: keyof Metered): void {
		this.counted[kind] += 1;
	}

	read(): Metered {
		return { ...this.counted };
	}

	clear(): void {
		this.counted = { core: 0, corePlus: 0 };
	}
}
