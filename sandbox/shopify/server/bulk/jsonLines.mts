import { isObject, type ShopObject } from '../model.mts';

export interface JsonLines {
	text: string;
	objects: number;
	roots: number;
}

interface Line {
	value: ShopObject;
	depth: number;
	/** Its own line, before its children's. */
	order: number;
}

/**
 * One object a line; what a connection holds follows on lines of its own with `__parentId`.
 * Ungrouped, children need not stand beside their parent: they come after all parents here.
 */
export function toJsonLines(
	data: ShopObject,
	grouped: boolean,
	parents: 'object' | 'node' = 'object',
): JsonLines {
	const lines: Line[] = [];
	// The root is no object of the file; only what its connections hold.
	flatten(data, { id: undefined, parents }, 0, lines);
	if (!grouped) lines.sort((a, b) => a.depth - b.depth || a.order - b.order);
	return {
		text: lines.map(({ value }) => `${JSON.stringify(value)}\n`).join(''),
		objects: lines.length,
		roots: lines.filter(({ depth }) => depth === 1).length,
	};
}

/** What the lines below are told of the objects above them within a node. */
interface Above {
	id: unknown;
	parents: 'object' | 'node';
}

/** The object without its connections; those go to the lines. */
function flatten(object: ShopObject, above: Above, depth: number, lines: Line[]): ShopObject {
	const { id: idAbove, parents } = above;
	const id = parents === 'node' ? (idAbove ?? object.id) : (object.id ?? idAbove);
	const plain: ShopObject = {};
	const connections: unknown[][] = [];
	for (const [key, value] of Object.entries(object)) {
		if (isObject(value) && Array.isArray(value.edges)) connections.push(value.edges as unknown[]);
		else plain[key] = isObject(value) ? flatten(value, { id, parents }, depth, lines) : value;
	}
	for (const edges of connections) {
		for (const edge of edges) {
			const node = isObject(edge) && isObject(edge.node) ? edge.node : {};
			const line: Line = { value: {}, depth: depth + 1, order: lines.length };
			lines.push(line);
			const value = flatten(node, { id: undefined, parents }, depth + 1, lines);
			line.value = depth === 0 ? value : { ...value, __parentId: id };
		}
	}
	return plain;
}
