/**
 * Tables of the properties QuickBooks knows, in a small notation of one word per property:
 * `Name:s100` string of at most 100 characters, `s` any string, `n` number, `b` boolean, `d` date,
 * `r` reference, `e(A|B)` one of, `o(Shape)` object, `l(Shape)` list of objects, `x` read-only and ignored.
 */
export type Kind =
	| { type: 'text'; max: number }
	| { type: 'number' }
	| { type: 'boolean' }
	| { type: 'date' }
	| { type: 'ref' }
	| { type: 'enum'; values: string[] }
	| { type: 'object'; shape: string }
	| { type: 'list'; shape: string }
	| { type: 'readOnly' };

export type Shape = ReadonlyMap<string, Kind>;

const SIMPLE: Record<string, Kind> = {
	n: { type: 'number' },
	b: { type: 'boolean' },
	d: { type: 'date' },
	r: { type: 'ref' },
	x: { type: 'readOnly' },
};

function kindOf(notation: string): Kind {
	if (SIMPLE[notation] !== undefined) return SIMPLE[notation];
	const text = /^s(\d*)$/.exec(notation);
	if (text !== null) return { type: 'text', max: text[1] === '' ? Infinity : Number(text[1]) };
	const nested = /^([eol])\(([^)]+)\)$/.exec(notation);
	if (nested === null) throw new Error(`Unknown kind of property: ${notation}`);
	if (nested[1] === 'e') return { type: 'enum', values: nested[2].split('|') };
	return { type: nested[1] === 'o' ? 'object' : 'list', shape: nested[2] };
}

export function shape(...notations: string[]): Shape {
	const words = notations.join(' ').split(/\s+/).filter(Boolean);
	return new Map(
		words.map((word) => {
			const colon = word.indexOf(':');
			return [word.slice(0, colon), kindOf(word.slice(colon + 1))] as const;
		}),
	);
}

/** What every stored row carries; clients may send it back. */
export const ROW = 'Id:s SyncToken:s sparse:b domain:x MetaData:x status:x';
