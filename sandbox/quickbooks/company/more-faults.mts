import { QuickBooksFault } from './fault.mts';

/** Codes 6010 and up: rules of the books rather than of the request. */

export const wrongItemAccount = (element: string) =>
	new QuickBooksFault({
		code: '6010',
		message: 'Wrong account type',
		detail: 'You need to select a different type of account for this product or service.',
		element,
	});

export const amountMismatch = (supplied: string) =>
	new QuickBooksFault({
		code: '6070',
		message: 'Amount calculation incorrect in the request.',
		detail: `Amount is not equal to UnitPrice * Qty. Supplied value:${supplied}`,
		element: 'Line.Amount',
	});

export const noName = () =>
	new QuickBooksFault({
		code: '6080',
		message: 'No name provided',
		detail: 'At least one of Title, GivenName, MiddleName, FamilyName or Suffix is required.',
		element: 'DisplayName',
	});

export const discountProblem = (detail: string) =>
	new QuickBooksFault({
		code: '6090',
		message: 'Discount line error',
		detail,
		element: 'Line',
	});

export const invalidTaxCode = (value: string) =>
	new QuickBooksFault({
		code: '6100',
		message: 'Invalid Line TaxCode',
		detail: `Line TaxCode must be TAX or NON. Supplied value:${value}`,
		element: 'Line.SalesItemLineDetail.TaxCodeRef',
	});

export const duplicateDocument = (number: string, type: string, id: string) =>
	new QuickBooksFault({
		code: '6140',
		message: 'Duplicate Document Number Error',
		detail: `Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=${number} is assigned to TxnType=${type} with TxnId=${id}`,
		element: 'DocNumber',
	});

export const taxNotApplicable = () =>
	new QuickBooksFault({
		code: '6170',
		message: 'TxnTaxDetail is not allowed',
		detail: 'TxnTaxDetail must not be sent when GlobalTaxCalculation is NotApplicable',
		element: 'TxnTaxDetail',
	});

export const tooDeep = () =>
	new QuickBooksFault({
		code: '6180',
		message: 'Too many sub levels',
		detail: 'A list can have at most 5 levels.',
		element: 'ParentRef',
	});

export const periodClosed = (closed: string) =>
	new QuickBooksFault({
		code: '6200',
		message: 'Account Period Closed',
		detail: `Account Period Closed : The account period has closed and the account books cannot be updated through the QBO Services API. Closing date: ${closed}`,
		element: 'TxnDate',
	});

export const duplicateName = (detail: string) =>
	new QuickBooksFault({
		code: '6240',
		message: 'Duplicate Name Exists Error',
		detail: `The name supplied already exists. : ${detail}`,
	});

export const beforeStock = () =>
	new QuickBooksFault({
		code: '6270',
		message: 'Transaction date is prior to start date for inventory item',
		detail:
			'Transaction date is prior to start date for inventory item : The transaction date must not be before the as-of date of the quantity on hand.',
		element: 'TxnDate',
	});

/** Its code and text are not known: the code for all rules without one. */
export const notEnoughStock = (item: string) =>
	new QuickBooksFault({
		code: '6000',
		message: 'A business validation error has occurred while processing your request',
		detail: `Business Validation Error: You don't have enough quantity on hand of ${item}`,
		element: 'Line',
	});

export const invalidAccountType = (element: string) =>
	new QuickBooksFault({
		code: '6430',
		message: 'Invalid account type',
		detail:
			'Invalid account type : You need to select a different type of account for this transaction.',
		element,
	});

export const lineWithoutAccount = () =>
	new QuickBooksFault({
		code: '6440',
		message: 'Each split line needs a product/service or account',
		detail: 'You must select a product/service or an account for each split line.',
		element: 'Line',
	});

export const noTaxRate = (detail: string) =>
	new QuickBooksFault({
		code: '6470',
		message: 'Invalid Tax Rate',
		detail,
		element: 'TaxRateDetails',
	});

export const noQuantity = () =>
	new QuickBooksFault({
		code: '6520',
		message: 'Quantity is required',
		detail: 'Quantity is required for items whose quantity on hand is tracked.',
		element: 'Line.Qty',
	});

export const deposited = () =>
	new QuickBooksFault({
		code: '6540',
		message: 'Deposited Transaction cannot be changed',
		detail:
			'Deposited Transaction cannot be changed : If you need to modify or delete this transaction, you must first delete the related deposit.',
	});
