/**
 * First in, first out, piece by piece: every piece is a thing of its own with the cents it cost. Slow
 * and plain, and made without a look at how the stand-in or QuickBooks works it out.
 */
export interface GoodsMove {
	/** YYYY-MM-DD, of the document in the books. */
	day: string;
	/** Order of entry among the documents of one day. */
	entry: number;
	/** Pieces in (positive) or out. */
	pieces: number;
	/** Cents of one piece; undefined for what comes in at the cost last seen. */
	cost?: number;
	/** Whether the cost of it is a cost of goods sold, or of something else (a count, a breakage). */
	isSale: boolean;
}

export interface Costs {
	/** Cents. */
	sold: number;
	other: number;
	/** What the pieces on the shelf cost. */
	asset: number;
	pieces: number;
}

/** @param estimate cents of a piece before the first one came in. */
export function costsOf(moves: readonly GoodsMove[], estimate: number): Costs {
	const shelf: number[] = [];
	/** Pieces that left before they came. */
	const owing: GoodsMove[] = [];
	const costs: Costs = { sold: 0, other: 0, asset: 0, pieces: 0 };
	let last = estimate;
	const charge = (move: GoodsMove, cents: number) => {
		costs[move.isSale ? 'sold' : 'other'] += cents;
	};
	for (const move of inOrder(moves)) {
		for (let piece = 0; piece < Math.abs(move.pieces); piece++) {
			if (move.pieces > 0) {
				last = move.cost ?? last;
				if (move.cost === undefined) charge(move, -last);
				const waiting = owing.shift();
				if (waiting) charge(waiting, last);
				else shelf.push(last);
				continue;
			}
			const cost = shelf.shift();
			if (cost === undefined) owing.push(move);
			else charge(move, (last = cost));
		}
	}
	for (const waiting of owing) charge(waiting, last);
	costs.asset = shelf.reduce((sum, cents) => sum + cents, 0) - owing.length * last;
	costs.pieces = shelf.length - owing.length;
	return costs;
}

function inOrder(moves: readonly GoodsMove[]): GoodsMove[] {
	return [...moves].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.entry - b.entry));
}
