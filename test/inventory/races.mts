import { race, tell, type Race } from './race.mts';

/** Interleavings of one kind, one after the other. @returns the failures, told step by step. */
export async function failures(
	kind: Omit<Race, 'seed'>,
	{ from, count, enough = 3 }: { from: number; count: number; enough?: number },
): Promise<string[]> {
	const found: string[] = [];
	for (let seed = from; seed < from + count && found.length < enough; seed++) {
		const failure = await race({ ...kind, seed });
		if (failure) found.push(tell(failure));
	}
	return found;
}
