/** Texts of products, as QuickBooks keeps them. */

const DESCRIPTION_LENGTH = 4000;

const ESCAPES: ReadonlyArray<readonly [RegExp, string]> = [
	[/&lt;/g, '<'],
	[/&gt;/g, '>'],
	[/&quot;/g, '"'],
	[/&#0?39;|&apos;/g, "'"],
	[/&nbsp;/g, ' '],
	[/&amp;/g, '&'],
];

/** Tags and comments, and not what is less or greater than something: "for cups < 9 cm and > 5 cm". */
const MARKUP = /<(?:[/!]?[a-z][^>]*|!--[^]*?--)>/gi;

/** QuickBooks gives markup back escaped, once more each time: it is taken out. */
export function plainDescription(text: string): string {
	const clean = unspaced(text.replace(MARKUP, ' '));
	return Array.from(clean).slice(0, DESCRIPTION_LENGTH).join('').trim();
}

/** Whether two descriptions say the same, however QuickBooks has escaped one of them. */
export function sameDescription(a: string, b: string): boolean {
	return unescaped(a) === unescaped(b);
}

function unescaped(text: string): string {
	return unspaced(unescapedOnce(text));
}

/** Takes back one escaping: text that is sent as it was read would be escaped twice. */
export function unescapedOnce(text: string): string {
	return ESCAPES.reduce((rest, [escape, character]) => rest.replace(escape, character), text);
}

function unspaced(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/** QuickBooks compares names and SKUs without regard to case. */
export function sameText(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}
