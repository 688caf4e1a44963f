/**
 * Seeded randomness: the same seed always makes the same shop, on every machine.
 * Each topic draws from its own stream (`fork`), so that a new product does not move every order.
 */
export class Random {
	private state: number;

	constructor(seed: number | string) {
		this.state = hash(String(seed));
	}

	/** An independent stream for one topic. */
	fork(topic: string): Random {
		return new Random(`${this.state}/${topic}`);
	}

	/** An integer from `low` to `high`, both included. */
	int(low: number, high: number): number {
		return low + (this.next() % (high - low + 1));
	}

	chance(percent: number): boolean {
		return this.next() % 10_000 < percent * 100;
	}

	pick<T>(list: readonly T[]): T {
		return list[this.next() % list.length];
	}

	/** Picks by weight: `[['a', 9], ['b', 1]]`. */
	weighted<T>(choices: ReadonlyArray<readonly [T, number]>): T {
		let at = this.next() % choices.reduce((sum, [, weight]) => sum + weight, 0);
		for (const [choice, weight] of choices) {
			at -= weight;
			if (at < 0) return choice;
		}
		return choices[0][0];
	}

	letters(count: number, alphabet: string): string {
		let text = '';
		while (text.length < count) text += alphabet[this.next() % alphabet.length];
		return text;
	}

	/** mulberry32: 32 bits, integer arithmetic only. */
	private next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return (t ^ (t >>> 14)) >>> 0;
	}
}

/** FNV-1a. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	}
	return value | 0;
}
