import { Money } from '../accounting/money';
import type { Problem } from '../accounting/problems';
import { calledInBooks } from './entities';
import type { Booked } from './found';
import { moneyFromJson } from './fromDocuments/amounts';
import type { Reader } from './lookup';
import { type Move, movesOf, sameMoves } from './moves';
import type { Posting } from './posting';
import type { Task } from './send';
import type { Undone } from './undo';

/** Whether QuickBooks made of a document what was sent: total, tax, currency, accounts and amounts. */
export function isRight({ company }: Reader, task: Task, booked: Booked): boolean {
	const { currency } = task.posting;
	return (
		hasTotals(task.posting, booked) &&
		(booked.currency ?? company.homeCurrency) === currency &&
		sameMoves(sentMoves(task), booked.moves)
	);
}

/** A row comes back with its total, which of most kinds is not ours to send. */
function sentMoves({ posting, json }: Task): Move[] {
	return movesOf(posting.entity, { ...json, TotalAmt: posting.total });
}

function hasTotals(posting: Posting, booked: Booked): boolean {
	return (['total', 'taxTotal'] as const).every((field) => {
		const ours = posting[field];
		if (ours === undefined) return true;
		const theirs = moneyFromJson(booked[field], posting.currency);
		return theirs?.equals(Money.parse(ours, posting.currency));
	});
}

/** What QuickBooks made differently, and whether that could be undone. */
export function wrongRow(task: Task, booked: Booked, undone: Undone | undefined): Problem {
	const { posting } = task;
	const kept = undone?.state === 'kept' ? undone.reason : undefined;
	const fate =
		kept === undefined
			? 'It was deleted again'
			: `It could NOT be deleted again and stands as ${calledInBooks(booked.entity)} ID ${booked.id} (${kept})`;
	const finding = hasTotals(posting, booked)
		? otherAccounts(task, booked)
		: wrongTotal(posting, booked);
	return {
		code: finding.code,
		what: `${finding.what}. ${fate}`,
		where: posting.where,
		fix: `${kept === undefined ? '' : 'Delete it in QuickBooks. '}${finding.fix}, then run again`,
	};
}

interface Finding {
	code: string;
	what: string;
	fix: string;
}

function wrongTotal(posting: Posting, booked: Booked): Finding {
	const withTax = (tax: string | undefined) => (tax === undefined ? '' : ` (tax ${tax})`);
	const theirTax = posting.taxTotal === undefined ? undefined : booked.taxTotal;
	return {
		code: 'wrong-total',
		what: `QuickBooks made the total ${booked.total}${withTax(theirTax)} of it, and Shopify's is ${posting.total}${withTax(posting.taxTotal)}`,
		fix:
			posting.taxTotal === undefined
				? 'Look at what the document settles in QuickBooks'
				: 'Check the sales tax settings of the company and the tax codes in this node',
	};
}

function otherAccounts(task: Task, booked: Booked): Finding {
	const text = (moves: readonly Move[]) => moves.map(({ on, amount }) => `${on}: ${amount}`);
	const [sent, theirs] = [text(sentMoves(task)), text(booked.moves)];
	const only = (a: readonly string[], b: readonly string[]) =>
		a.filter((each) => !b.includes(each)).join(', ') || 'nothing';
	const { currency } = task.posting;
	return {
		code: 'wrong-accounts',
		what: `QuickBooks booked ${only(theirs, sent)} (${booked.currency ?? 'home currency'}), and ${only(sent, theirs)} (${currency}) was sent`,
		fix: 'Check that the accounts are kept in the currency of the document; a transfer in a foreign currency can be booked as a deposit',
	};
}
