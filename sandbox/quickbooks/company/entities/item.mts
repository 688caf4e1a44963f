import { Decimal } from 'decimal.js';

import type { Books } from '../books.mts';
import { decimal, roundToCents } from '../cents.mts';
import { business, missing, notInPlan, wrongItemAccount } from '../faults.mts';
import { flag, refId, text, without } from '../json.mts';
import type { Json, Row } from '../types.mts';
import type { BuildContext, Handler } from './handler.mts';
import {
	equalNames,
	isActive,
	nameForActive,
	needName,
	needUniqueName,
	placeInTree,
} from './list-names.mts';

/**
 * Intuit's text names Income accounts only; accountants book gift cards and tips through service items
 * whose "income" account is a liability, so both are accepted. Not verified against a live company.
 */
const INCOME = [
	'Income',
	'Other Income',
	'Other Current Liability',
	'Expense',
	'Other Current Asset',
	'Cost of Goods Sold',
];
const PURCHASED = [
	'Expense',
	'Other Expense',
	'Cost of Goods Sold',
	'Other Current Asset',
	'Fixed Asset',
	'Other Current Liability',
];

function checkAccount(
	books: Books,
	body: Json,
	name: string,
	allowed: string[],
	subType?: string,
): void {
	const account = books.resolve('Account', body, name);
	if (account === undefined) return;
	const wrongSub = subType !== undefined && account.AccountSubType !== subType;
	if (!allowed.includes(String(account.AccountType)) || wrongSub) throw wrongItemAccount(name);
}

function checkInventory(books: Books, body: Json, { previous, sent }: BuildContext): void {
	if (!/Plus|Advanced/.test(books.plan)) throw notInPlan(books.plan, 'Inventory');
	if (
		!books.prefers('ProductAndServicesPrefs', 'QuantityOnHand') ||
		!flag(body, 'TrackQtyOnHand')
	) {
		throw business(
			'When you create an item, if Track quantity on hand is turned off, the item cannot be of type Inventory.',
		);
	}
	if (text(body, 'InvStartDate') === undefined) {
		throw business('As of date for initial quantity on hand is required');
	}
	if (previous !== undefined && sent.QtyOnHand !== undefined && sent.InvStartDate === undefined) {
		throw business('Error code: (-10600)');
	}
	if (previous === undefined && body.QtyOnHand === undefined) throw missing('QtyOnHand');
	for (const name of ['IncomeAccountRef', 'ExpenseAccountRef', 'AssetAccountRef']) {
		if (refId(body, name) === undefined) throw missing(name);
	}
	checkAccount(books, body, 'IncomeAccountRef', ['Income']);
	checkAccount(books, body, 'ExpenseAccountRef', ['Cost of Goods Sold']);
	checkAccount(books, body, 'AssetAccountRef', ['Other Current Asset'], 'Inventory');
}

function checkSold(books: Books, body: Json): void {
	const both = books.country === 'GB' || books.country === 'CA';
	const income = refId(body, 'IncomeAccountRef') !== undefined;
	const expense = refId(body, 'ExpenseAccountRef') !== undefined;
	if (!income && !expense) throw missing('IncomeAccountRef');
	if (both && !income) throw missing('IncomeAccountRef');
	checkAccount(books, body, 'IncomeAccountRef', INCOME);
	checkAccount(books, body, 'ExpenseAccountRef', PURCHASED);
}

function checkType(body: Json, previous?: Row): string {
	const type = text(body, 'Type');
	if (type === undefined) throw missing('Type');
	if (type === 'Group')
		throw business('Items of type Group cannot be written through the API', 'Type');
	if (previous === undefined) return type;
	if (previous.Type === 'Inventory' && type !== 'Inventory') {
		throw business('An item of type Inventory cannot become another type', 'Type');
	}
	if (flag(previous, 'TrackQtyOnHand') && !flag(body, 'TrackQtyOnHand')) {
		throw business('TrackQtyOnHand cannot be turned off again', 'TrackQtyOnHand');
	}
	return type;
}

function build(books: Books, body: Json, context: BuildContext): Json {
	const { previous, id } = context;
	const active = isActive(body);
	const name = nameForActive(needName(body), active);
	const type = checkType(body, previous);
	const place = placeInTree(books, 'Item', body, name, id);
	needUniqueName(
		books,
		['Item'],
		(row) => equalNames(row.FullyQualifiedName, place.fullName),
		{ entity: 'Item', id },
		'Another product, service or category is already using this name.',
	);
	if (type === 'Inventory') checkInventory(books, body, context);
	else if (type !== 'Category') checkSold(books, body);
	const tree = place.parentId === undefined ? {} : { SubItem: true, Level: place.level };
	if (type === 'Category')
		return { ...body, Name: name, Active: active, FullyQualifiedName: place.fullName, ...tree };
	return {
		Taxable: false,
		UnitPrice: 0,
		PurchaseCost: 0,
		...body,
		Name: name,
		Active: active,
		FullyQualifiedName: place.fullName,
		...tree,
		TrackQtyOnHand: type === 'Inventory',
	};
}

/**
 * A quantity sent with an item is absolute. On create it is the opening stock, against Opening Balance
 * Equity; later the difference is an adjustment on the InvStartDate sent, against Inventory Shrinkage.
 */
function after(books: Books, row: Row, { previous }: BuildContext): void {
	if (row.Type !== 'Inventory') return;
	const wanted = decimal(row, 'QtyOnHand');
	const start = String(row.InvStartDate);
	if (wanted !== undefined) {
		const difference = wanted.minus(books.stock.onHand(row.Id));
		const opening = previous?.Type !== 'Inventory';
		const cost = decimal(row, 'PurchaseCost') ?? new Decimal(0);
		const id = opening ? row.Id : `${row.Id}-${row.SyncToken}`;
		if (!difference.isZero()) {
			books.stock.move(opening ? 'Item' : 'ItemAdjustment', id, start, [
				{
					itemId: row.Id,
					quantity: difference.toString(),
					cost: opening ? roundToCents(difference.times(cost)) : undefined,
					counterAccountId: opening ? needOpeningEquity(books).Id : shrinkageAccount(books).Id,
					posted: false,
				},
			]);
		}
	}
	// The quantity of the day comes from the movements; the start date stays the first one.
	const first = previous?.Type === 'Inventory' ? { InvStartDate: previous.InvStartDate } : {};
	books.store.table('Item').set(row.Id, { ...(without(row, 'QtyOnHand') as Row), ...first });
}

function needOpeningEquity(books: Books): Row {
	const account = books.accountBySubType('OpeningBalanceEquity');
	if (account === undefined) throw business('The account Opening Balance Equity is missing');
	return account;
}

/** Created by the first adjustment, as QuickBooks does. */
export function shrinkageAccount(books: Books): Row {
	return (
		books.accountNamed('Inventory Shrinkage') ??
		books.store.insert('Account', {
			Name: 'Inventory Shrinkage',
			SubAccount: false,
			FullyQualifiedName: 'Inventory Shrinkage',
			Active: true,
			Classification: 'Expense',
			AccountType: 'Cost of Goods Sold',
			AccountSubType: 'SuppliesMaterialsCogs',
			CurrencyRef: { value: books.homeCurrency },
		})
	);
}

export const item: Handler = {
	build,
	after,
	show: (books, row) =>
		row.Type === 'Inventory' ? { ...row, QtyOnHand: books.stock.onHand(row.Id).toNumber() } : row,
};
