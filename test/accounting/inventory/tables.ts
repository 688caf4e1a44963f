/** A page with sections under "## " headings, which hold tables. */
export interface Page {
	/** What stands before the first heading. */
	story: string;
	sections: Map<string, string[]>;
}

export type Row = Record<string, string>;

export function pageOf(text: string): Page {
	const [story, ...parts] = text.split(/^## /m);
	const sections = parts.map((part) => {
		const [heading, ...lines] = part.split('\n');
		return [
			heading.trim(),
			lines.map((line) => line.trim()).filter((line) => line !== ''),
		] as const;
	});
	return { story, sections: new Map(sections) };
}

/** The rows of a table, by the headings of its columns. */
export function tableOf(lines: readonly string[] = []): Row[] {
	const [head, , ...rows] = lines.filter((line) => line.startsWith('|')).map(cellsOf);
	return rows.map((cells) =>
		Object.fromEntries(head.map((heading, index) => [heading, cells[index] ?? ''])),
	);
}

/** "- name: value" */
export function listOf(lines: readonly string[] = []): Row {
	return Object.fromEntries(
		lines
			.filter((line) => line.startsWith('- '))
			.map((line) => line.slice(2).split(/:\s*/, 2) as [string, string]),
	);
}

/** As it is written, without the blanks that align it. */
export function plain(lines: readonly string[] = []): string[] {
	return lines
		.filter((line) => !/^\|[\s|:-]+\|$/.test(line))
		.map((line) => (line.startsWith('|') ? cellsOf(line).join(' | ') : line));
}

function cellsOf(line: string): string[] {
	return line
		.slice(1, line.lastIndexOf('|'))
		.split('|')
		.map((cell) => cell.trim());
}

/** Sums in a story that are wrong, such as "10 - 3 = 8". */
export function wrongSums(story: string): string[] {
	const sums = story.match(/-?\d+(?:\.\d+)?(?: [-+] \d+(?:\.\d+)?)+ = -?\d+(?:\.\d+)?/g) ?? [];
	return sums.filter((sum) => {
		const [left, right] = sum.split(' = ');
		const parts = left
			.replace(/ ([-+]) /g, ' $1')
			.split(' ')
			.map(Number);
		const total = parts.reduce((all, part) => all + part, 0);
		return Math.abs(total - Number(right)) > 1e-9;
	});
}
