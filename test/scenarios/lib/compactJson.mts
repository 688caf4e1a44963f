const WIDTH = 100;

/** JSON as people read it: what fits on a line stays on one, the rest is indented by tabs. */
export function compactJson(value: unknown): string {
	return `${block(value, 0, 0)}\n`;
}

/** @param used columns of the line that the value's name has taken */
function block(value: unknown, depth: number, used: number): string {
	const line = oneLine(value);
	const columns = depth * 2 + used + line.length;
	const isNested = typeof value === 'object' && value !== null;
	if (!isNested || columns < WIDTH) return line;
	const tabs = '\t'.repeat(depth + 1);
	const end = `\n${'\t'.repeat(depth)}`;
	if (Array.isArray(value)) {
		const entries = value.map((entry) => `${tabs}${block(entry, depth + 1, 0)}`);
		return `[\n${entries.join(',\n')}${end}]`;
	}
	const fields = fieldsOf(value).map(([name, entry]) => {
		const label = `${JSON.stringify(name)}: `;
		return `${tabs}${label}${block(entry, depth + 1, label.length)}`;
	});
	return `{\n${fields.join(',\n')}${end}}`;
}

function oneLine(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const fields = fieldsOf(value).map(
		([name, entry]) => `${JSON.stringify(name)}: ${oneLine(entry)}`,
	);
	return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function fieldsOf(value: object): Array<[string, unknown]> {
	return Object.entries(value).filter(([, entry]) => entry !== undefined);
}
