import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { AccountingDocument, AccountReference } from '../../accounting/documents';
import { documentTotals } from '../../accounting/documentTotals';
import { Money } from '../../accounting/money';
import { rollForward, type AccountBalances, type RollForward } from '../../accounting/rollForward';
import { refuseItem, throwProblem } from '../../n8n/problems';
import { rowsOf, textOf } from '../../panel/values';
import { accountState } from '../../quickbooks/books/register';
import { type Balances, trialBalance } from '../../quickbooks/books/trialBalance';
import { answerProblem } from '../../quickbooks/client';
import { shifted } from '../../quickbooks/days';
import type { Session } from '../../quickbooks/session';
import { openBooks } from '../books';

interface Period {
	from: string;
	to: string;
}

interface Sought {
	holds: AccountBalances['holds'];
	accounts: AccountReference[];
}

/** How liabilities and reserves went through a period, against what Shopify says: one item per account. */
export async function proveBalances(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const period = periodOf(context);
	const { session } = await openBooks(context);
	const before = shifted(period.from, -1);
	const opening = await balancesOf(context, session, { from: before, to: before });
	const closing = await balancesOf(context, session, period);
	const { documents, refused } = documentsOf(context, period);
	const proofs: INodeExecutionData[] = [];
	for (const sought of soughtAccounts(context)) {
		const ids: string[] = [];
		for (const reference of sought.accounts) {
			const state = await accountState(session, reference);
			if (!state.ok) throwProblem(context.getNode(), 0, state.problem);
			ids.push(state.value.id);
		}
		const currency = session.company.homeCurrency;
		const sum = (balances: Balances) =>
			Money.sum(
				currency,
				ids.map((id) => Money.parse(balances.get(id) ?? '0', currency)),
			);
		const balances = {
			accounts: sought.accounts.map(({ account }) => account),
			holds: sought.holds,
			opening: sum(opening),
			closing: sum(closing),
		};
		proofs.push(proofOf(context, rollForward(balances, documents), period));
	}
	return [[...proofs, ...refused], []];
}

function periodOf(context: IExecuteFunctions): Period {
	const day = (name: string) =>
		/^\d{4}-\d{2}-\d{2}/.exec(String(context.getNodeParameter(name, 0, '')))?.[0];
	const [from, to] = [day('from'), day('to')];
	if (from !== undefined && to !== undefined && from <= to) return { from, to };
	return throwProblem(context.getNode(), 0, {
		code: 'bad-period',
		what: 'The period has no first day, no last day, or ends before it begins',
		where: 'Payout Proof',
		fix: "Fill in 'From' and 'To' with days such as 2026-10-01 and 2026-10-31.",
	});
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
		const document = json as unknown as AccountingDocument;
		const totals = documentTotals(document);
		if (!totals.ok) refused.push(refuseItem(context, itemIndex, totals.problem));
		else if (document.date >= from && document.date <= to) documents.push(document);
	}
	return { documents, refused };
}

function soughtAccounts(context: IExecuteFunctions): Sought[] {
	const rows = rowsOf(context.getNodeParameter('balances', 0, {}));
	const named = rows.flatMap(({ account, holds }) => {
		const name = textOf(account);
		const type = 'Other Current Liability' as const;
		return name === undefined ? [] : [{ isTax: holds === 'Sales Tax', account: name, type }];
	});
	const taxes = named.filter(({ isTax }) => isTax);
	const single = named.filter(({ isTax }) => !isTax);
	return [
		...single.map(({ account, type }): Sought => {
			return { holds: 'One Account', accounts: [{ account, type }] };
		}),
		...(taxes.length === 0
			? []
			: [
					{
						holds: 'Sales Tax' as const,
						accounts: taxes.map(({ account, type }) => ({ account, type })),
					},
				]),
	];
}

function proofOf(
	context: IExecuteFunctions,
	{ accounts, opening, movements, expected, closing, difference, isProved }: RollForward,
	period: Period,
): INodeExecutionData {
	const json: IDataObject = {
		accounts,
		...period,
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
	};
	return { json, pairedItem: [...context.getInputData().keys()].map((item) => ({ item })) };
}
