import type {
	DepositAccountLine,
	DepositDocument,
	DepositReceiptLine,
	PartyReference,
} from '../../accounting/documents';
import type { Booked } from '../found';
import type { Json } from '../json';
import { linkName } from '../links';
import { jsonNumber, plainText } from './amounts';
import { header, reference } from './header';
import type { LedgerParts } from './ledgerParts';

/** A document that waits in Undeposited Funds, with its name among links. */
export interface BankedReceipt {
	name: string;
	booked: Booked;
}

export function deposit(
	document: DepositDocument,
	parts: LedgerParts,
	banked: readonly BankedReceipt[],
): Json {
	const byName = new Map(banked.map(({ name, booked }) => [name, booked]));
	return {
		...header(document, parts.company),
		...reference('DepositToAccountRef', parts.account(document.depositTo)),
		...reference('DepartmentRef', parts.location),
		Line: document.lines.map((line) =>
			'links' in line ? linkedLine(line, byName) : accountLine(line, parts),
		),
	};
}

/** Without a detail: with one, QuickBooks takes the line for one that names an account (2020). */
function linkedLine(line: DepositReceiptLine, byName: ReadonlyMap<string, Booked>): Json {
	const booked = byName.get(linkName(line.links));
	return {
		Amount: jsonNumber(line.amount),
		LinkedTxn: [{ TxnId: booked?.id, TxnType: booked?.entity, TxnLineId: '0' }],
	};
}

function accountLine(line: DepositAccountLine, parts: LedgerParts): Json {
	return {
		DetailType: 'DepositLineDetail',
		Amount: jsonNumber(line.amount),
		Description: plainText(line.description ?? ''),
		DepositLineDetail: {
			...reference('AccountRef', parts.account(line.account)),
			...(line.receivedFrom ? { Entity: entityOf(line.receivedFrom, parts) } : {}),
			...reference('ClassRef', parts.class),
		},
	};
}

function entityOf(party: PartyReference, parts: LedgerParts): Json {
	return { value: parts.party(party), type: 'vendor' in party ? 'VENDOR' : 'CUSTOMER' };
}
