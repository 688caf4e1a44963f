const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Text from shops and books, made harmless within HTML. */
export function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
}

/** A link into QuickBooks; only web addresses are followed. */
export function link(text: string, url: string): string {
	return url.startsWith('https://')
		? `<a href="${escaped(url)}">${escaped(text)}</a>`
		: escaped(text);
}

/** Needs nothing from elsewhere: mail programs and printers show it as it is. */
export const STYLE = `
body { font: 14px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif; color: #1f2933; margin: 0 auto; max-width: 820px; padding: 24px; }
h1 { font-size: 22px; margin: 0 0 4px; } h2 { font-size: 17px; margin: 32px 0 4px; }
p { margin: 4px 0 12px; } .quiet { color: #616e7c; }
.badge { display: inline-block; border-radius: 10px; padding: 1px 9px; font-size: 12px; font-weight: 600; color: #fff; background: #1a7f4b; }
.badge.bad { background: #b42318; }
table { border-collapse: collapse; width: 100%; margin: 8px 0 16px; font-size: 12.5px; }
th { text-align: left; border-bottom: 2px solid #cbd2d9; padding: 4px 6px; font-weight: 600; }
td { border-bottom: 1px solid #e4e7eb; padding: 3px 6px; vertical-align: top; }
td:first-child { white-space: nowrap; }
td.money, th.money { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tr.bad td { background: #fdecea; } tfoot td { font-weight: 600; border-top: 2px solid #cbd2d9; }
ul.findings li { margin-bottom: 6px; } a { color: #1f5fbf; }
svg.waterfall { width: 100%; height: auto; } svg .zero { stroke: #9aa5b1; }
svg .up { fill: #2f9e68; } svg .down { fill: #d64545; } svg .total { fill: #2d6cdf; }
svg text { text-anchor: middle; font-size: 11px; fill: #323f4b; } svg .amount { font-weight: 600; }
@media print { body { padding: 0; max-width: none; font-size: 11pt; } section { break-before: page; } section:first-of-type { break-before: auto; } thead { display: table-header-group; } tr { break-inside: avoid; } a { color: inherit; text-decoration: none; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
