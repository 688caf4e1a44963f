import { BalanceExport, balanceExportPolicy } from '../../nodes/accounting/balanceExport';
import type { BalanceExportSettings } from '../../nodes/accounting/balanceExport/policy';
import { balanceToEntry } from '../../nodes/accounting/balanceToEntry';
import type { AccountingDocument, LedgerDocument } from '../../nodes/accounting/documents';
import { FeeBook, feeToBill } from '../../nodes/accounting/feeToBill';
import type { LedgerOutcome } from '../../nodes/accounting/ledger/outcome';
import { ledgerPolicy, type LedgerSettings } from '../../nodes/accounting/ledgerPolicy';
import { payoutToDeposit } from '../../nodes/accounting/payoutToDeposit';
import { toText } from '../../nodes/accounting/toText';

export type Mapper =
	| 'Payout to Deposit'
	| 'Fee to Bill'
	| 'Balance to Bank Entry'
	| 'Balance Export';

export interface ScenarioSettings {
	mappers?: Mapper[];
	ledger?: LedgerSettings;
	export?: BalanceExportSettings;
	source?: string;
}

const ALL: Mapper[] = ['Payout to Deposit', 'Fee to Bill', 'Balance to Bank Entry'];

export interface MapperBooks {
	mapper: Mapper;
	outcomes: LedgerOutcome[];
}

/** What each mapper makes of the items, as its node would. */
export function booksOf(items: readonly unknown[], settings: ScenarioSettings): MapperBooks[] {
	return (settings.mappers ?? ALL).map((mapper) => ({
		mapper,
		outcomes: outcomesOf(mapper, items, settings),
	}));
}

function outcomesOf(
	mapper: Mapper,
	items: readonly unknown[],
	settings: ScenarioSettings,
): LedgerOutcome[] {
	const policy = ledgerPolicy(settings.ledger);
	switch (mapper) {
		case 'Payout to Deposit':
			return items.map((item) => payoutToDeposit(item, policy));
		case 'Fee to Bill':
			return feeOutcomes(items, settings);
		case 'Balance to Bank Entry':
			return items.map((item) => balanceToEntry(item, policy));
		case 'Balance Export': {
			const file = new BalanceExport(items);
			const exportPolicy = balanceExportPolicy(settings.export);
			return items.map((item, index) => file.take(item, index + 1, exportPolicy));
		}
	}
}

function feeOutcomes(items: readonly unknown[], settings: ScenarioSettings): LedgerOutcome[] {
	const policy = ledgerPolicy(settings.ledger);
	const book = new FeeBook();
	const outcomes = items.flatMap((item, index): LedgerOutcome[] => {
		const outcome = feeToBill(item, policy);
		if (outcome.kind === 'problem') book.refuse(`Item ${index + 1}`);
		if (outcome.kind !== 'period') return [outcome];
		const taken = book.take(outcome.row, outcome.shop, policy, index);
		if (!taken.ok) return [{ kind: 'problem', problem: taken.problem }];
		return taken.value ? [{ kind: 'documents', documents: [], skipped: [taken.value] }] : [];
	});
	const periods = book
		.periods()
		.map(
			({ outcome }): LedgerOutcome =>
				outcome.ok
					? { kind: 'documents', documents: outcome.value, skipped: [] }
					: { kind: 'problem', problem: outcome.problem },
		);
	return [...outcomes, ...periods];
}

export function documentsIn(books: readonly MapperBooks[]): LedgerDocument[] {
	return books.flatMap(({ outcomes }) =>
		outcomes.flatMap((outcome) => (outcome.kind === 'documents' ? outcome.documents : [])),
	);
}

/** The books as an accountant reads them, mapper by mapper. */
export function booksText(books: readonly MapperBooks[]): string {
	return books
		.flatMap(({ mapper, outcomes }) => [`=== ${mapper}`, '', ...outcomes.map(outcomeText)])
		.join('\n');
}

function outcomeText(outcome: LedgerOutcome): string {
	if (outcome.kind === 'problem') {
		const { code, where, what, fix } = outcome.problem;
		return `Refused (${code})\n${where}: ${what}\n${fix}\n`;
	}
	const skips = outcome.skipped.map(({ code, reason, row }) => {
		const of =
			row === undefined ? '' : `${row.type} ${row.id.slice(row.id.lastIndexOf('/') + 1)}: `;
		return `Skipped (${code}) ${of}${reason}`;
	});
	const texts = outcome.documents.map((document: AccountingDocument) => toText(document));
	return [...texts, ...skips, ...(skips.length > 0 ? [''] : [])].join('\n');
}
