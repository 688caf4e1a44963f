/**
 * What really lies on the shelf, from what happened to the goods and from nothing else. It knows no
 * Shopify, no QuickBooks and no order: whoever makes the world tells it what was done with the pieces.
 */
export type Happening =
	/** Came from the supplier. */
	| 'received'
	/** Promised to a customer. */
	| 'sold'
	/** Promised no longer, or back from a customer and fit to be sold. */
	| 'returned'
	/** Broken, stolen, miscounted. */
	| 'lost'
	/** Found at a count. */
	| 'found';

const SIGN: Record<Happening, 1 | -1> = { received: 1, sold: -1, returned: 1, lost: -1, found: 1 };

export class Truth {
	private readonly free = new Map<string, number>();
	/** Pieces that the books know to be lost and that the shop was not told of yet. */
	private readonly losses = new Map<string, number>();

	/** @param heard is told everything that happens. */
	constructor(
		private readonly heard: (what: Happening, product: string, pieces: number) => void = () => {},
	) {}

	happened(what: Happening, product: string, pieces: number): void {
		if (!Number.isInteger(pieces) || pieces < 0) throw new Error(`${what} ${pieces}`);
		this.free.set(product, this.shelf(product) + SIGN[what] * pieces);
		if (what === 'lost') this.losses.set(product, this.untold(product) + pieces);
		this.heard(what, product, pieces);
	}

	/** Pieces that are still free to be sold; below zero where more was promised than there is. */
	shelf(product: string): number {
		return this.free.get(product) ?? 0;
	}

	/** Pieces lost since the moment of `tellOf`, which no run that began before can know. */
	untold(product: string): number {
		return this.losses.get(product) ?? 0;
	}

	/** Losses up to now are known from now on. @returns what undoes it if it turns out otherwise. */
	snapshot(): Map<string, number> {
		return new Map(this.losses);
	}

	tellOf(known: ReadonlyMap<string, number>): void {
		for (const [product, pieces] of known) {
			this.losses.set(product, this.untold(product) - pieces);
		}
	}
}
