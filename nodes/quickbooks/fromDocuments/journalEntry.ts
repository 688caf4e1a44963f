import type { JournalEntryDocument, JournalLine, PartyReference } from '../../accounting/documents';
import type { Json } from '../json';
import { jsonNumber, plainText } from './amounts';
import { header, numberIn, reference } from './header';
import type { LedgerParts } from './ledgerParts';

/** Class and location are on the lines: Intuit documents none in the header. */
export function journalEntry(document: JournalEntryDocument, parts: LedgerParts): Json {
	return {
		...numberIn(document, parts.company),
		...header(document, parts.company),
		Line: document.lines.map((line) => journalLine(line, parts)),
	};
}

function journalLine(line: JournalLine, parts: LedgerParts): Json {
	return {
		DetailType: 'JournalEntryLineDetail',
		Amount: jsonNumber(line.amount),
		Description: plainText(line.description ?? ''),
		JournalEntryLineDetail: {
			PostingType: line.posting,
			...reference('AccountRef', parts.account(line.account)),
			...(line.name ? { Entity: entityOf(line.name, parts) } : {}),
			...reference('ClassRef', parts.class),
			...reference('DepartmentRef', parts.location),
		},
	};
}

function entityOf(party: PartyReference, parts: LedgerParts): Json {
	return {
		Type: 'vendor' in party ? 'Vendor' : 'Customer',
		EntityRef: { value: parts.party(party) },
	};
}
