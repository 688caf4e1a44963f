import type { AccountReference } from '../../accounting/documents';
import type { Problem } from '../../accounting/problems';
import type { AccountChoice, ProductAccounts } from '../../accounting/products';
import { type Answer, answerProblem } from '../client';
import { faultIn, faultProblem } from '../faults';
import { fingerprint } from '../fingerprint';
import { at, isRecord, textAt } from '../json';
import type { Wish } from '../resolve/sought';
import type { Session } from '../session';
import type { AccountIds } from './itemJson';

export type AccountSettings = Record<keyof ProductAccounts, AccountReference>;

/** Finds the accounts that items name; which are missing may be created only where that is allowed. */
export async function findAccounts(
	session: Session,
	settings: AccountSettings,
): Promise<Answer<ProductAccounts>> {
	const { accounts } = session.directory;
	const read = await accounts.load(session.client, Object.values(settings));
	if (read.kind !== 'done') return read;
	const value = {
		income: choice(session, settings.income),
		cost: choice(session, settings.cost),
		asset: choice(session, settings.asset),
	};
	return { kind: 'done', value };
}

function choice(session: Session, reference: AccountReference): AccountChoice {
	const sought = session.directory.accounts.find(reference);
	const where = `Account "${reference.account}"`;
	if (sought.state === 'refused') {
		return { state: 'refused', problem: { ...sought.refusal, where } };
	}
	if (sought.state === 'missing') {
		return session.settings.create.has('Account')
			? { state: 'missing', id: '', name: sought.wish.name }
			: { state: 'refused', problem: notThere(reference, where) };
	}
	const { id, name, json } = sought.row;
	const detail = textAt(json, 'AccountSubType');
	return reference.detail === undefined || detail === reference.detail
		? { state: 'found', id, name: textAt(json, 'FullyQualifiedName') ?? name }
		: { state: 'refused', problem: wrongDetail(reference, detail ?? 'none', where) };
}

/** Creates of the accounts in use those that are missing. */
export async function createAccounts(
	session: Session,
	settings: AccountSettings,
	used: ReadonlySet<keyof ProductAccounts>,
): Promise<{ ids: AccountIds; problems: Map<keyof ProductAccounts, Problem> }> {
	const ids: AccountIds = {};
	const problems = new Map<keyof ProductAccounts, Problem>();
	for (const role of used) {
		const reference = settings[role];
		const made = await idOf(session, reference);
		if (typeof made === 'string') ids[role] = made;
		else problems.set(role, made);
	}
	return { ids, problems };
}

async function idOf(session: Session, reference: AccountReference): Promise<string | Problem> {
	const where = `Account "${reference.account}"`;
	const sought = session.directory.accounts.find(reference);
	if (sought.state === 'found') return sought.row.id;
	if (sought.state === 'refused') return { ...sought.refusal, where };
	const problem = await create(session, sought.wish, where);
	const again = session.directory.accounts.find(reference);
	if (again.state === 'found') return again.row.id;
	return problem ?? notThere(reference, where);
}

/** Names of accounts are unique: after a lost answer, or one that says the name is taken, a look tells. */
async function create(session: Session, wish: Wish, where: string): Promise<Problem | undefined> {
	const { client, directory } = session;
	const items = [{ bId: 'a0', operation: 'create', Account: wish.body(wish.names[0]) }];
	const salt = String(client.clock.now());
	const answer = await client.batch(items, fingerprint(JSON.stringify(items) + salt));
	const item = answer.kind === 'done' ? answer.value[0] : undefined;
	const row = at(item, 'Account');
	if (isRecord(row)) {
		directory.accounts.add(row);
		return undefined;
	}
	directory.accounts.forget(wish.names[0]);
	const reference = { account: wish.names[0], type: 'Income' } as const;
	const read = await directory.accounts.load(client, [reference]);
	if (read.kind !== 'done') return answerProblem(read, where);
	const fault = faultIn(item);
	if (fault !== undefined) return faultProblem(fault, where);
	return answer.kind === 'done' ? undefined : answerProblem(answer, where);
}

function notThere({ account, type }: AccountReference, where: string): Problem {
	return {
		code: 'missing-in-quickbooks',
		what: `QuickBooks has no account "${account}" (${type})`,
		where,
		fix: "Create it in QuickBooks, choose another account, or turn on 'Create Missing Accounts'",
	};
}

function wrongDetail({ account, detail }: AccountReference, is: string, where: string): Problem {
	return {
		code: 'wrong-account-detail',
		what: `The account "${account}" has the detail type ${is} in QuickBooks, and the stock of items needs one of ${detail}`,
		where,
		fix: `Choose another account, or change its detail type to ${detail} in QuickBooks`,
	};
}
