/**
 * QuickBooks' quantities have up to six decimals; sums and differences of them as floating numbers are
 * brought back to these, so that 0.1 + 0.2 is 0.3.
 */
export function exactPieces(pieces: number): number {
	const exact = Math.round(pieces * 1e6) / 1e6;
	return exact === 0 ? 0 : exact;
}

export function sumOf<T>(entries: readonly T[], piecesOf: (entry: T) => number): number {
	return exactPieces(entries.reduce((sum, entry) => sum + piecesOf(entry), 0));
}

/** "3 pieces", "1 piece" */
export function piecesText(pieces: number): string {
	return `${pieces} ${Math.abs(pieces) === 1 ? 'piece' : 'pieces'}`;
}
