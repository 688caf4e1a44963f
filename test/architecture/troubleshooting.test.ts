import { documentation } from './documentation.mts';
import { sourcesIn } from './sources.mts';

/** Codes as the sources write them: in a problem, or as the first word of a refusal. */
const WRITTEN = /\bcode: '([a-z-]+)'|\b(?:refused|refusal)\(\s*'([a-z-]+)'/g;

/** Of skips a type lists the codes, too. */
const LISTED = /\bcode: (?:\w+\['code'\] \| )?((?:'[a-z-]+'(?: \| )?){2,})/g;

function codesIn(text: string): string[] {
	const written = [...text.matchAll(WRITTEN)].map(([, problem, refusal]) => problem ?? refusal);
	const listed = [...text.matchAll(LISTED)].flatMap(([, list]) => list.match(/[a-z-]+/g) ?? []);
	return [...written, ...listed];
}

const libraries = ['nodes/accounting', 'nodes/quickbooks'].flatMap((folder) => sourcesIn(folder));
const codes = [...new Set(libraries.flatMap(({ text }) => codesIn(text)))].sort();

it('finds the codes that the libraries give', () => {
	expect(codes).toEqual(
		expect.arrayContaining(['unmapped-gateway', 'ambiguous-item', 'day-not-over', 'pending']),
	);
	expect(codes.length).toBeGreaterThan(50);
});

it('every code that a user can meet is explained', () => {
	const page = documentation('docs/troubleshooting.md');
	expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});
