import { exactPieces, piecesText } from './pieces';

/** One product on both sides, in pieces. */
export interface BothSides {
	/** Shopify's available, at the chosen locations. */
	available: number;
	/** QuickBooks' quantity on hand. */
	onHand: number;
	/** What the books have and Shopify cannot sell: sold and not booked yet, or set aside. */
	unbooked: number;
	buffer: number;
}

export interface Target {
	/** What the side that is written should have. */
	after: number;
	notes: string[];
}

const NEVER_BELOW = 'Nothing is set below zero.';

/**
 * What Shopify should offer: what is on hand in the books, without the sales that they do not know yet,
 * and without the buffer. Nothing is set below zero; what is below it already stays, for raised to zero
 * the next piece that comes in would be sold, though somebody waits for it.
 */
export function shopTarget({ available, onHand, unbooked, buffer }: BothSides): Target {
	const left = exactPieces(onHand - unbooked);
	const whole = Math.floor(left);
	const notes = whole === left ? [] : [rounded(left)];
	if (whole < 0 && whole === available) {
		return { after: available, notes: [...notes, oversold(available)] };
	}
	if (whole < 0) {
		return {
			after: Math.min(available, 0),
			notes: [...notes, `By the books it would be ${whole}. ${NEVER_BELOW}`],
		};
	}
	if (whole < buffer) {
		notes.push(`The buffer of ${piecesText(buffer)} leaves none of ${whole} to sell.`);
	}
	return { after: Math.max(0, whole - buffer), notes };
}

/**
 * What the books should have on hand: what Shopify offers, the sales that the books do not know yet, and
 * the buffer. Left as it is wherever Shopify could have been set from it, so that halves of a piece and
 * what the buffer hides are not lost.
 */
export function booksTarget({ available, onHand, unbooked, buffer }: BothSides): Target {
	const left = exactPieces(onHand - unbooked);
	const most = available < 0 ? available : available + buffer;
	const least = available > 0 ? most : available;
	const isRight = left >= least && Math.floor(left) <= most;
	const notes = isRight && Math.floor(left) !== left ? [rounded(left)] : [];
	if (isRight) {
		return { after: onHand, notes: onHand < 0 ? [...notes, oversold(onHand)] : notes };
	}
	const after = exactPieces((left < least ? least : most) + unbooked);
	if (after < 0) {
		return {
			after: Math.min(onHand, 0),
			notes: [`By Shopify it would be ${after}. ${NEVER_BELOW}`],
		};
	}
	return { after, notes };
}

function rounded(left: number): string {
	return `Shopify counts whole pieces: ${left} is rounded down to ${Math.floor(left)}.`;
}

function oversold(quantity: number): string {
	return `More was sold than there was: ${quantity} is right, and stays.`;
}
