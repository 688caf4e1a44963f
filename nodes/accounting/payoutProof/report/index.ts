import { localDate } from '../../localDate';
import { entryName, type BookEntry } from '../bookEntry';
import { stepsOf } from '../steps';
import type { PayoutProof, ProvedRow } from '../types';
import { escaped, link, STYLE } from './markup';
import { waterfall } from './waterfall';

/** What the report is about, and what else was found in the books. */
export interface ReportInput {
	shop: string;
	/** The shop's IANA time zone, for the days of rows. */
	timeZone: string;
	proofs: readonly PayoutProof[];
	/** Payouts that could not even be checked, and why. */
	refused: ReadonlyArray<{ where: string; what: string; fix: string }>;
	/** Documents that look like doubles made by other hands. */
	suspects: ReadonlyArray<{ entry: BookEntry; like: BookEntry }>;
}

/**
 * The proof of payouts as one HTML page that stands by itself: a summary, then for each payout how
 * charges became the net, what does not tie out, and every row with its document.
 */
export function report(input: ReportInput): string {
	const { shop, proofs } = input;
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Payout proof of ${escaped(shop)}</title><style>${STYLE}</style></head><body>
<h1>Payout proof</h1>
<p class="quiet">${escaped(shop)}</p>
${summary(input)}
${proofs.map((proof) => payoutSection(proof, input.timeZone)).join('\n')}
${suspectsSection(input)}
</body></html>
`;
}

function summary({ proofs, refused }: ReportInput): string {
	const rows = proofs.map(
		({ payout, isProved, residue, bank }) =>
			`<tr${isProved ? '' : ' class="bad"'}><td>${escaped(payout.legacyId)}</td><td>${dayOf(payout.issuedAt)}</td><td>${escaped(payout.status)}</td><td class="money">${payout.net.toDecimalString()}</td><td class="money">${bank.entries.length === 0 ? '–' : bank.amount.toDecimalString()}</td><td class="money">${residue.toDecimalString()}</td><td>${badge(isProved)}</td></tr>`,
	);
	const stopped = refused.map(
		({ where, what, fix }) =>
			`<li><strong>${escaped(where)}</strong>: ${escaped(what)} <span class="quiet">${escaped(fix)}</span></li>`,
	);
	return `<table><thead><tr><th>Payout</th><th>Issued</th><th>Status</th><th class="money">Net</th><th class="money">In the bank</th><th class="money">Residue</th><th></th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
${stopped.length === 0 ? '' : `<ul class="findings">${stopped.join('\n')}</ul>`}`;
}

function payoutSection(proof: PayoutProof, timeZone: string): string {
	const { payout, isProved, findings, rows, residue } = proof;
	const list = findings.map(
		({ what, fix }) => `<li>${escaped(what)} <span class="quiet">${escaped(fix)}</span></li>`,
	);
	return `<section>
<h2>Payout ${escaped(payout.legacyId)} of ${dayOf(payout.issuedAt)}: ${escaped(payout.net.toString())} ${badge(isProved)}</h2>
${waterfall(stepsOf(proof), payout.net)}
${list.length === 0 ? '' : `<ul class="findings">${list.join('\n')}</ul>`}
<table><thead><tr><th>Day</th><th>Type</th><th>Order</th><th class="money">Amount</th><th class="money">Fee</th><th class="money">Net</th><th>In QuickBooks</th></tr></thead>
<tbody>${rows.map((row) => rowMarkup(row, timeZone)).join('\n')}</tbody>
<tfoot><tr><td colspan="5">Net of ${rows.length} rows</td><td class="money">${payout.net.toDecimalString()}</td><td>Residue ${residue.toDecimalString()}</td></tr></tfoot></table>
</section>`;
}

function rowMarkup({ row, status, entries, feeEntries }: ProvedRow, timeZone: string): string {
	const documents = [...entries, ...feeEntries].map(entryLink);
	const shown = [...new Set(documents)].join(', ') || 'nothing';
	const note = status === 'Proved' ? '' : ` <span class="quiet">(${status.toLowerCase()})</span>`;
	return `<tr${status === 'Not Proved' ? ' class="bad"' : ''}><td>${localDate(row.at, timeZone) ?? ''}</td><td>${escaped(row.type)}</td><td>${escaped(row.order?.name ?? '')}</td><td class="money">${row.amount.toDecimalString()}</td><td class="money">${row.fee.toDecimalString()}</td><td class="money">${row.net.toDecimalString()}</td><td>${shown}${note}</td></tr>`;
}

function entryLink(entry: BookEntry): string {
	const { document, number } = entry;
	return link(number === null ? entryName(entry) : `${document} ${number}`, entry.url);
}

function suspectsSection({ suspects }: ReportInput): string {
	if (suspects.length === 0) return '';
	const rows = suspects.map(
		({ entry, like }) =>
			`<tr><td>${entryLink(entry)}</td><td>${entry.date}</td><td class="money">${escaped(entry.total.toString())}</td><td>${entryLink(like)} of ${like.date}</td></tr>`,
	);
	return `<section><h2>Possible doubles</h2>
<p>Made by hand or by another tool, with the same amount and customer, within a day. Delete what is really a double.</p>
<table><thead><tr><th>Document</th><th>Day</th><th class="money">Total</th><th>Looks like</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></section>`;
}

function badge(isProved: boolean): string {
	return isProved
		? '<span class="badge">proved</span>'
		: '<span class="badge bad">not proved</span>';
}

/** Payouts are dated by UTC, as Shopify prints them. */
function dayOf(instant: string): string {
	return localDate(instant, 'UTC') ?? escaped(instant);
}
