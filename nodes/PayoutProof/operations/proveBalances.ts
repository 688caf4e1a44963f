import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { AccountingDocument } from '../../accounting/documents';
import { Money } from '../../accounting/money';
import type { Outcome } from '../../accounting/problems';
import { rollForward, type AccountBalances, type RollForward } from '../../accounting/rollForward';
import { refuseItem, throwProblem } from '../../n8n/problems';
import { rowsOf, textOf } from '../../panel/values';
import { accountOfTypes } from '../../quickbooks/books/register';
import { type Balances, trialBalance } from '../../quickbooks/books/trialBalance';
import { answerProblem } from '../../quickbooks/client';
import { shifted } from '../../quickbooks/days';
import { checkDocument } from '../../quickbooks/fromDocuments/checkDocument';
import type { Session } from '../../quickbooks/session';
import { openBooks } from '../books';

interface Period {
	from: string;
	to: string;
}

interface Sought {
	holds: AccountBalances['holds'];
	accounts: string[];
}

/** What QuickBooks calls the accounts that a balance can be carried forward on. */
const TYPES = ['Other Current Liability', 'Other Current Asset', 'Long Term Liability'] as const;

interface Books {
	session: Session;
	opening: Balances;
	closing: Balances;
}

/** How liabilities and reserves went through a period, against what Shopify says: one item per account. */
export async function proveBalances(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const read = periodOf(context);
	if (!read.ok) {
		const items = [...context.getInputData().keys()];
		return [items.map((itemIndex) => refuseItem(context, itemIndex, read.problem)), []];
	}
	const period = read.value;
	const { documents, refused } = documentsOf(context, period);
	if (refused.length === context.getInputData().length) return [refused, []];
	const { session } = await openBooks(context);
	const before = shifted(period.from, -1);
	const opening = await balancesOf(context, session, { from: before, to: before });
	const closing = await balancesOf(context, session, period);
	const books = { session, opening, closing };
	const proofs: INodeExecutionData[] = [];
	for (const sought of soughtAccounts(context)) {
		const balances = await accountBalances(context, books, sought);
		const rolled = balances.ok
			? proofOf(rollForward(balances.value, documents))
			: { accounts: sought.accounts, result: 'No Account', ...balances.problem };
		const pairedItem = [...context.getInputData().keys()].map((item) => ({ item }));
		proofs.push({ json: { ...rolled, ...period }, pairedItem });
	}
	return [[...proofs, ...refused], []];
}

/**
 * An account that is not there may never have been needed, or be named wrongly: it neither stops the
 * other accounts nor passes for proved.
 */
async function accountBalances(
	context: IExecuteFunctions,
	{ session, opening, closing }: Books,
	{ holds, accounts }: Sought,
): Promise<Outcome<AccountBalances>> {
	const ids: string[] = [];
	for (const account of accounts) {
		const state = await accountOfTypes(session, account, TYPES);
		if (!state.ok) {
			if (state.problem.code === 'no-account') return state;
			throwProblem(context.getNode(), 0, state.problem);
		}
		ids.push(state.value.id);
	}
	const currency = session.company.homeCurrency;
	const sum = (balances: Balances) =>
		Money.sum(
			currency,
			[...new Set(ids)].map((id) => Money.parse(balances.get(id) ?? '0', currency)),
		);
	return {
		ok: true,
		value: { accounts, holds, opening: sum(opening), closing: sum(closing) },
	};
}

function periodOf(context: IExecuteFunctions): Outcome<Period> {
	const [from, to] = ['from', 'to'].map((name) => {
		const text = String(context.getNodeParameter(name, 0, '')).slice(0, 10);
		return isDay(text) ? text : undefined;
	});
	if (from !== undefined && to !== undefined && from <= to)
		return { ok: true, value: { from, to } };
	return {
		ok: false,
		problem: {
			code: 'bad-period',
			what: 'The period has no first day, no last day, or ends before it begins',
			where: 'Payout Proof',
			fix: "Fill in 'From' and 'To' with days such as 2026-10-01 and 2026-10-31.",
		},
	};
}

function isDay(text: string): boolean {
	return !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && shifted(text, 0) === text;
}

async function balancesOf(
	context: IExecuteFunctions,
	session: Session,
	days: Period,
): Promise<Balances> {
	const answer = await trialBalance(session, days);
	if (answer.kind === 'done') return answer.value;
	return throwProblem(context.getNode(), 0, answerProblem(answer, 'QuickBooks'));
}

/** Documents dated in the period; one that does not add up proves nothing and is refused. */
function documentsOf(
	context: IExecuteFunctions,
	{ from, to }: Period,
): { documents: AccountingDocument[]; refused: INodeExecutionData[] } {
	const documents: AccountingDocument[] = [];
	const refused: INodeExecutionData[] = [];
	for (const [itemIndex, { json }] of context.getInputData().entries()) {
		const document = checkDocument(json);
		if (!document.ok) refused.push(refuseItem(context, itemIndex, document.problem));
		else if (document.value.date >= from && document.value.date <= to) {
			documents.push(document.value);
		}
	}
	return { documents, refused };
}

function soughtAccounts(context: IExecuteFunctions): Sought[] {
	const rows = rowsOf(context.getNodeParameter('balances', 0, {}));
	const named = rows.flatMap(({ account, holds }) => {
		const name = textOf(account);
		return name === undefined ? [] : [{ isTax: holds === 'Sales Tax', name }];
	});
	const taxes = named.filter(({ isTax }) => isTax).map(({ name }) => name);
	const single = named.filter(({ isTax }) => !isTax);
	return [
		...single.map(({ name }): Sought => ({ holds: 'One Account', accounts: [name] })),
		...(taxes.length === 0 ? [] : [{ holds: 'Sales Tax' as const, accounts: taxes }]),
	];
}

function proofOf({
	accounts,
	opening,
	movements,
	expected,
	closing,
	difference,
	isProved,
	notCounted,
}: RollForward): IDataObject {
	return {
		accounts,
		currency: opening.currency,
		result: isProved ? 'Proved' : 'Not Proved',
		opening: opening.toDecimalString(),
		movements: movements.map(({ what, amount, documents }) => ({
			what,
			amount: amount.toDecimalString(),
			documents,
		})),
		expected: expected.toDecimalString(),
		closing: closing.toDecimalString(),
		difference: difference.toDecimalString(),
		inOtherCurrencies: notCounted,
	};
}
