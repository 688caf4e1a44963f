/** How a property's values are compared. 'ref' compares a reference's id, 'address' an e-mail address. */
export type PropertyType =
	| 'id'
	| 'text'
	| 'number'
	| 'boolean'
	| 'date'
	| 'dateTime'
	| 'ref'
	| 'address';

type Properties = Record<string, PropertyType>;

const EVERY_ENTITY: Properties = {
	Id: 'id',
	'MetaData.CreateTime': 'dateTime',
	'MetaData.LastUpdatedTime': 'dateTime',
};
const DATED: Properties = { TxnDate: 'date' };
const NUMBERED: Properties = { ...DATED, DocNumber: 'text' };
const CUSTOMER_FORM: Properties = { ...NUMBERED, CustomerRef: 'ref', Balance: 'number' };
const NAMED: Properties = { Name: 'text', Active: 'boolean' };
const TREE: Properties = { ...NAMED, FullyQualifiedName: 'text' };
const PERSON: Properties = {
	DisplayName: 'text',
	GivenName: 'text',
	MiddleName: 'text',
	FamilyName: 'text',
	CompanyName: 'text',
	PrintOnCheckName: 'text',
	PrimaryEmailAddr: 'address',
	Balance: 'number',
	Active: 'boolean',
};

/**
 * The properties that the entity reference marks as filterable. Everything else may not appear in
 * WHERE: notably PrivateNote anywhere, and any text of a Deposit or a Transfer.
 * Item.Sku is not in the reference but was answered in recorded traffic.
 */
const FILTERABLE: Record<string, Properties> = {
	SalesReceipt: { ...CUSTOMER_FORM, TotalAmt: 'number', ProjectRef: 'ref' },
	RefundReceipt: { ...CUSTOMER_FORM, PaymentType: 'text' },
	Invoice: { ...CUSTOMER_FORM, DueDate: 'date', SalesTermRef: 'ref' },
	CreditMemo: CUSTOMER_FORM,
	Payment: {
		...DATED,
		CustomerRef: 'ref',
		TotalAmt: 'number',
		PaymentRefNum: 'text',
		PaymentMethodRef: 'ref',
	},
	Deposit: DATED,
	Transfer: DATED,
	JournalEntry: NUMBERED,
	Bill: {
		...NUMBERED,
		DueDate: 'date',
		VendorRef: 'ref',
		APAccountRef: 'ref',
		TotalAmt: 'number',
		Balance: 'number',
	},
	BillPayment: {
		...NUMBERED,
		VendorRef: 'ref',
		APAccountRef: 'ref',
		PayType: 'text',
		TotalAmt: 'number',
	},
	VendorCredit: { ...NUMBERED, VendorRef: 'ref', APAccountRef: 'ref', TotalAmt: 'number' },
	Purchase: {
		...NUMBERED,
		PaymentType: 'text',
		AccountRef: 'ref',
		PaymentMethodRef: 'ref',
		TotalAmt: 'number',
	},
	InventoryAdjustment: NUMBERED,
	Item: { ...TREE, Type: 'text', SubItem: 'boolean', Taxable: 'boolean', Sku: 'text' },
	Customer: { ...PERSON, FullyQualifiedName: 'text' },
	Vendor: { ...PERSON, AcctNum: 'text' },
	Employee: PERSON,
	Account: {
		...TREE,
		AccountType: 'text',
		AccountSubType: 'text',
		Classification: 'text',
		SubAccount: 'boolean',
		CurrentBalance: 'number',
	},
	Class: { ...TREE, SubClass: 'boolean' },
	Department: { ...TREE, SubDepartment: 'boolean' },
	PaymentMethod: { ...NAMED, Type: 'text' },
	Term: { ...NAMED, Type: 'text' },
	TaxCode: NAMED,
	TaxRate: NAMED,
	TaxAgency: { DisplayName: 'text' },
	Attachable: {},
	CompanyInfo: { CompanyName: 'text' },
	Preferences: {},
	CompanyCurrency: { Code: 'text', Name: 'text', Active: 'boolean' },
	ExchangeRate: { SourceCurrencyCode: 'text', AsOfDate: 'date' },
};

/** The list entities, whose inactive rows a query leaves out unless it names Active. */
const LISTS = new Set([
	'Item',
	'Customer',
	'Vendor',
	'Employee',
	'Account',
	'Class',
	'Department',
	'PaymentMethod',
	'Term',
	'TaxCode',
	'TaxRate',
	'CompanyCurrency',
]);

export const ENTITIES: readonly string[] = Object.keys(FILTERABLE);

export interface Property {
	name: string;
	type: PropertyType;
}

/** The entity by any spelling of its letters' case. */
export function entityNamed(name: string): string | undefined {
	return ENTITIES.find((entity) => entity.toLowerCase() === name.toLowerCase());
}

/** A filterable property by any case ('Metadata.LastUpdatedTime' is common), undefined when it is none. */
export function filterable(entity: string, name: string): Property | undefined {
	const all: Properties = { ...EVERY_ENTITY, ...FILTERABLE[entity] };
	const found = Object.entries(all).find(([key]) => key.toLowerCase() === name.toLowerCase());
	return found ? { name: found[0], type: found[1] } : undefined;
}

export function hidesInactive(entity: string): boolean {
	return LISTS.has(entity);
}
