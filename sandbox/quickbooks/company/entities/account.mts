import type { Books } from '../books.mts';
import { amountOf } from '../cents.mts';
import { business, invalidEnum, invalidText, missing, notInPlan, tooLong } from '../faults.mts';
import { reference, text } from '../json.mts';
import type { Json, Row } from '../types.mts';
import { ACCOUNT_TYPES, typeOfSubType } from './account-types.mts';
import { needCurrency } from './currency.mts';
import type { BuildContext, Handler } from './handler.mts';
import {
	currencyOf,
	equalNames,
	isActive,
	nameForActive,
	needName,
	needUniqueName,
	placeInTree,
} from './list-names.mts';

/** Accounts that can neither have nor be sub-accounts. */
const ALONE = [
	'UndepositedFunds',
	'OpeningBalanceEquity',
	'RetainedEarnings',
	'ExchangeGainOrLoss',
];
const FOREIGN = ['Bank', 'Credit Card', 'Accounts Receivable', 'Accounts Payable'];
const ACCOUNTS_BELOW_ADVANCED = 250;

function needType(body: Json, previous?: Row): { type: string; subType: string } {
	const asked = text(body, 'AccountSubType');
	const type =
		text(body, 'AccountType') ?? (asked === undefined ? undefined : typeOfSubType(asked));
	if (type === undefined && asked !== undefined) throw invalidEnum('AccountSubType', asked);
	if (type === undefined) throw missing('AccountType');
	const known = ACCOUNT_TYPES[type];
	if (known === undefined) throw invalidEnum('AccountType', type);
	const sameType = previous?.AccountType === type ? text(previous, 'AccountSubType') : undefined;
	const subType = asked ?? sameType ?? known.subTypes[0];
	if (!known.subTypes.includes(subType)) throw invalidEnum('AccountSubType', subType);
	return { type, subType };
}

function checkNumber(books: Books, body: Json): void {
	const number = text(body, 'AcctNum');
	if (number === undefined) return;
	if (number.includes(':')) throw invalidText('AcctNum', 'AcctNum must not contain a colon');
	const max = ['AU', 'CA'].includes(books.country) ? 20 : 7;
	if (number.length > max) throw tooLong('AcctNum', max);
}

function build(books: Books, body: Json, { previous, id }: BuildContext): Json {
	const active = isActive(body);
	const name = nameForActive(needName(body, /[":]/), active);
	const { type, subType } = needType(body, previous);
	checkNumber(books, body);
	const place = placeInTree(books, 'Account', body, name, id);
	const parent = books.find('Account', place.parentId);
	if (parent !== undefined) {
		if (ALONE.includes(subType) || ALONE.includes(String(parent.AccountSubType))) {
			throw business(`${subType} accounts cannot have or be sub-accounts`, 'ParentRef');
		}
		if (parent.AccountType !== type) {
			throw business('A sub-account must be of the same type as its parent account', 'ParentRef');
		}
	}
	const sameName = (row: Row) => equalNames(row.FullyQualifiedName, place.fullName);
	const self = { entity: 'Account', id };
	needUniqueName(books, ['Account'], sameName, self, 'Another account is already using this name.');
	if (previous === undefined) checkCap(books);
	const currency = currencyOf(books, body, previous);
	needCurrency(books, currency);
	if (currency !== books.homeCurrency && !FOREIGN.includes(type)) {
		throw business('Only bank, credit card, A/R and A/P accounts can have a foreign currency');
	}
	return {
		...body,
		Name: name,
		SubAccount: parent !== undefined,
		FullyQualifiedName: place.fullName,
		Active: active,
		Classification: ACCOUNT_TYPES[type].classification,
		AccountType: type,
		AccountSubType: subType,
		CurrencyRef: reference(currency),
	};
}

function checkCap(books: Books): void {
	const active = books.store.table('Account').values().filter(isActive).length;
	if (active < ACCOUNTS_BELOW_ADVANCED || books.plan.includes('Advanced')) return;
	throw notInPlan(books.plan, `more than ${ACCOUNTS_BELOW_ADVANCED} accounts`);
}

/** Balances carry the natural sign of the account, in its own currency, as QuickBooks shows them. */
function show(books: Books, row: Row): Json {
	const sign = ['Liability', 'Equity', 'Revenue'].includes(String(row.Classification)) ? -1 : 1;
	const below = books.store
		.table('Account')
		.values()
		.filter((account) =>
			String(account.FullyQualifiedName).startsWith(`${String(row.FullyQualifiedName)}:`),
		);
	const { value: currency } = (row.CurrencyRef ?? {}) as { value?: string };
	const isForeign = currency !== undefined && currency !== books.homeCurrency;
	const balanceOf = ({ Id }: Row) =>
		isForeign ? books.ledger.foreignBalance(Id) : books.ledger.balance(Id);
	const own = balanceOf(row);
	const all = below.reduce((total, account) => total + balanceOf(account), own);
	return {
		...row,
		CurrentBalance: amountOf(own * sign + 0),
		CurrentBalanceWithSubAccounts: amountOf(all * sign + 0),
	};
}

export const account: Handler = { build, show };
