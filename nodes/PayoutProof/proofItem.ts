import type { IDataObject } from 'n8n-workflow';

import type { BookEntry, ClearingProof, Finding, PayoutProof } from '../accounting/payoutProof';

/** What an item says of a document in the books. */
export function entryItem({
	document,
	id,
	number,
	date,
	total,
	keys,
	url,
}: BookEntry): IDataObject {
	return { document, id, number, date, total: total.toDecimalString(), keys, url };
}

/** A payout with every row, its documents, and what is left unexplained; amounts as decimal text. */
export function proofItem(proof: PayoutProof): IDataObject {
	const { payout, isProved, rows, findings, residue, bank } = proof;
	return {
		payout: {
			id: payout.id,
			legacyResourceId: payout.legacyId,
			issuedAt: payout.issuedAt,
			status: payout.status,
			net: payout.net.toDecimalString(),
			currency: payout.currency,
		},
		result: isProved ? 'Proved' : 'Not Proved',
		residue: residue.toDecimalString(),
		bank: {
			amount: bank.amount.toDecimalString(),
			isEqual: bank.isEqual,
			documents: bank.entries.map(entryItem),
		},
		findings: findings.map(findingItem),
		rows: rows.map(({ row, status, entries, feeEntries }) => ({
			id: row.id,
			type: row.type,
			transactionDate: row.at,
			order: row.order?.name ?? null,
			amount: row.amount.toDecimalString(),
			fee: row.fee.toDecimalString(),
			net: row.net.toDecimalString(),
			status,
			documents: entries.map(entryItem),
			feeDocuments: feeEntries.map(entryItem),
		})),
	};
}

function findingItem({ code, what, fix, difference, rows, entries }: Finding): IDataObject {
	return {
		code,
		what,
		fix,
		difference: difference.toDecimalString(),
		rows: rows.map(({ id }) => id),
		documents: entries.map(entryItem),
	};
}

export function clearingItem(account: string, proof: ClearingProof): IDataObject {
	const {
		balance,
		owed,
		feesNotBooked,
		movementsNotBooked,
		difference,
		isProved,
		open,
		strangers,
	} = proof;
	return {
		account,
		currency: balance.currency,
		result: isProved ? 'Proved' : 'Not Proved',
		balance: balance.toDecimalString(),
		owedByShopify: owed.toDecimalString(),
		feesNotBooked: feesNotBooked.toDecimalString(),
		movementsNotBooked: movementsNotBooked.toDecimalString(),
		difference: difference.toDecimalString(),
		open: open.map(({ what, amount, fee, net, isBooked }) => ({
			what,
			amount: amount.toDecimalString(),
			fee: fee.toDecimalString(),
			net: net.toDecimalString(),
			isBooked,
		})),
		madeByOthers: strangers.map(entryItem),
	};
}
