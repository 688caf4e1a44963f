import type { Books } from '../books.mts';
import { amountOf, sum } from '../cents.mts';
import { invalidText, noName } from '../faults.mts';
import { object, reference, text } from '../json.mts';
import type { Json, Row } from '../types.mts';
import { addCurrency, isMultiCurrency, needCurrency } from './currency.mts';
import type { BuildContext, Handler } from './handler.mts';
import {
	currencyOf,
	equalNames,
	isActive,
	nameForActive,
	needUniqueName,
	placeInTree,
} from './list-names.mts';

const PARTIES = ['Customer', 'Vendor', 'Employee'];
const NAME_PARTS = ['Title', 'GivenName', 'MiddleName', 'FamilyName', 'Suffix'];

function displayName(body: Json): string {
	for (const field of ['DisplayName', 'PrintOnCheckName', ...NAME_PARTS]) {
		if (/[:\t\n]/.test(text(body, field) ?? '')) {
			throw invalidText(field, `${field} must not contain a colon, tab or new line`);
		}
	}
	const composed = NAME_PARTS.map((part) => text(body, part))
		.filter(Boolean)
		.join(' ');
	const name = text(body, 'DisplayName')?.trim() ?? composed;
	if (name === '') throw noName();
	return name;
}

function checkEmail(body: Json): void {
	const address = text(object(body, 'PrimaryEmailAddr'), 'Address');
	if (address !== undefined && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address)) {
		throw invalidText(
			'PrimaryEmailAddr',
			'Email Address does not conform to internet email format',
		);
	}
}

function buildParty(entity: string, books: Books, body: Json, context: BuildContext): Json {
	const active = isActive(body);
	const name = nameForActive(displayName(body), active);
	checkEmail(body);
	// Customers, vendors and employees share one list of names.
	needUniqueName(
		books,
		PARTIES,
		(row) => equalNames(row.DisplayName, name),
		{ entity, id: context.id },
		'Another customer, vendor or employee is already using this name. Please use a different name.',
	);
	const currency = currencyOf(books, body, context.previous);
	if (isMultiCurrency(books)) addCurrency(books, currency);
	needCurrency(books, currency);
	return {
		...body,
		DisplayName: name,
		PrintOnCheckName: text(body, 'PrintOnCheckName') ?? name,
		Active: active,
		CurrencyRef: reference(currency),
	};
}

/** What a party owes (customer) or is owed (vendor): the party's lines on A/R or A/P, currency cents. */
function openBalance(books: Books, type: 'Customer' | 'Vendor', id: string): number {
	const control = type === 'Customer' ? 'Accounts Receivable' : 'Accounts Payable';
	const cents = sum(
		books.ledger
			.ofParty(type, id)
			.filter((line) => books.find('Account', line.accountId)?.AccountType === control)
			.map((line) => line.foreignAmount),
	);
	return (type === 'Customer' ? cents : -cents) + 0;
}

export const customer: Handler = {
	build(books, body, context) {
		const party = buildParty('Customer', books, body, context);
		const name = String(party.DisplayName);
		const place = placeInTree(books, 'Customer', body, name, context.id);
		books.resolve('Term', body, 'SalesTermRef');
		books.resolve('PaymentMethod', body, 'PaymentMethodRef');
		return {
			Taxable: true,
			Job: false,
			BillWithParent: false,
			PreferredDeliveryMethod: 'Print',
			...party,
			...(place.parentId === undefined ? {} : { Level: place.level }),
			FullyQualifiedName: place.fullName,
		};
	},
	show(books: Books, row: Row): Json {
		const balance = amountOf(openBalance(books, 'Customer', row.Id));
		return { ...row, Balance: balance, BalanceWithJobs: balance };
	},
};

export const vendor: Handler = {
	build(books, body, context) {
		books.resolve('Term', body, 'TermRef');
		return { Vendor1099: false, ...buildParty('Vendor', books, body, context) };
	},
	show: (books, row) => ({ ...row, Balance: amountOf(openBalance(books, 'Vendor', row.Id)) }),
};

export const employee: Handler = {
	build: (books, body, context) => buildParty('Employee', books, body, context),
};
