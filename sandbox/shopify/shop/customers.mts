import { DAY, dateTime } from './calendar.mts';
import { legacyId, type Ids } from './ids.mts';
import type { Customer } from './model.mts';
import { moneyV2 } from './money.mts';
import type { Random } from './random.mts';

const FIRST = [
	'Ada',
	'Grace',
	'Alan',
	'Edsger',
	'Zoë',
	'José',
	'Søren',
	'Mary-Ann',
	'Li',
	'Nguyễn',
	'Olu',
	'Ivan',
	'Fatima',
	'Björn',
	'Chloé',
	'Anne Marie',
	'Kwame',
	'Yuki',
	'Pat',
	'Sam',
];
const LAST = [
	"O'Connor",
	'Lovelace',
	'Hopper',
	'Smith',
	'García',
	'Müller',
	'van den Berg',
	'Li',
	'Nakamura',
	'Okafor',
	'Nowak',
	'Smith-Jones',
	'Ångström',
	'D’Angelo',
	'McDonald',
	'Singh',
];

/** Names that break a careless importer: QuickBooks forbids colons, tabs and long names. */
const ODD_NAMES: Array<[string | null, string | null]> = [
	['Acme: Wholesale', 'Ltd'],
	['山田', '太郎'],
	[
		'Maximiliana-Wilhelmina Alexandra Konstantinopolitanskaja von und zu Hohenlohe',
		'Langenburg-Schillingsfürst-Waldenburg-Bartenstein the Third',
	],
	['"Bobby"', "Tables'); --"],
	['🎉 Party', 'Shop'],
	[null, 'Prince'],
	['Cher', null],
];

/** About 120 customers; some are redacted (no name, no e-mail), as without protected-data access. */
export function createCustomers(
	ids: Ids,
	random: Random,
	currency: string,
	monthStart: number,
	count = 120,
): Customer[] {
	const customers: Customer[] = [];
	for (let index = 0; index < count; index++) {
		const [first, last] = ODD_NAMES[index] ?? [random.pick(FIRST), random.pick(LAST)];
		const redacted = index >= ODD_NAMES.length && index % 17 === 0;
		customers.push(
			createCustomer({
				id: ids.gid('Customer'),
				first: redacted ? null : first,
				last: redacted ? null : last,
				email: redacted ? null : `customer${index + 1}@example.com`,
				createdAt: monthStart - random.int(1, 600) * DAY,
				currency,
			}),
		);
	}
	return customers;
}

interface Person {
	id: string;
	first: string | null;
	last: string | null;
	email: string | null;
	createdAt: number;
	currency: string;
}

function createCustomer(person: Person): Customer {
	const name = [person.first, person.last].filter((part) => part !== null).join(' ');
	return {
		__typename: 'Customer',
		id: person.id,
		legacyResourceId: legacyId(person.id),
		firstName: person.first,
		lastName: person.last,
		displayName: name || person.email || 'No name',
		defaultEmailAddress:
			person.email === null
				? null
				: { emailAddress: person.email, marketingState: 'NOT_SUBSCRIBED', validFormat: true },
		email: person.email,
		phone: null,
		locale: 'en',
		state: 'DISABLED',
		tags: [],
		note: null,
		taxExempt: false,
		verifiedEmail: person.email !== null,
		numberOfOrders: '0',
		amountSpent: moneyV2(0, person.currency),
		createdAt: dateTime(person.createdAt),
		updatedAt: dateTime(person.createdAt),
		storeCreditAccounts: [],
		addressesV2: [],
		companyContactProfiles: [],
		events: [],
		metafields: [],
		paymentMethods: [],
		subscriptionContracts: [],
		taxExemptions: [],
		canDelete: false,
		dataSaleOptOut: false,
		lifetimeDuration: 'about 1 year',
		productSubscriberStatus: 'NEVER_SUBSCRIBED',
		orders: [],
	};
}
