import { QuickBooksFault } from './fault.mts';

/** The faults QuickBooks is known to answer with; texts from recordings and Intuit's pages. */

export const unsupportedOperation = (what: string) =>
	new QuickBooksFault({
		code: '500',
		message: 'Unsupported Operation',
		detail: `Operation ${what} is not supported.`,
	});

export const notFound = () =>
	new QuickBooksFault({
		code: '610',
		message: 'Object Not Found',
		detail:
			"Object Not Found : Something you're trying to use has been made inactive. Check the fields with accounts, customers, items, vendors or employees.",
	});

export const cannotLink = (why: string) =>
	new QuickBooksFault({
		code: '620',
		message: 'Transaction cannot be linked',
		detail: `Transaction cannot be linked : ${why}`,
	});

export const missing = (element: string) =>
	new QuickBooksFault({
		code: '2020',
		message: 'Required param missing, need to supply the required value for the API',
		detail: `Required parameter ${element} is missing in the request`,
		element,
	});

export const invalidId = (element: string, value: string) =>
	new QuickBooksFault({
		code: '2030',
		message: 'Invalid ID',
		detail: `Id should be a valid number. Supplied value:${value}`,
		element,
	});

export const invalidText = (element: string, why: string) =>
	new QuickBooksFault({
		code: '2040',
		message: 'Invalid String. String contains invalid characters.',
		detail: why,
		element,
	});

export const tooLong = (element: string, max: number) =>
	new QuickBooksFault({
		code: '2050',
		message: 'Invalid String Length',
		detail: `Length of the field exceeds ${max} chars`,
		element,
	});

export const invalidDate = (element: string, value: unknown) =>
	new QuickBooksFault({
		code: '2060',
		message: 'Invalid Date',
		detail: `Invalid date format. Supplied value:${String(value)}`,
		element,
	});

export const invalidNumber = (element: string, value: unknown) =>
	new QuickBooksFault({
		code: '2090',
		message: 'Invalid Number',
		detail: `${element} is not a valid number. Supplied value:${String(value)}`,
		element,
	});

export const invalidType = (element: string) =>
	new QuickBooksFault({
		code: '2120',
		message: 'Invalid type',
		detail: `The value of ${element} is of the wrong type`,
		element,
	});

export const invalidEnum = (element: string, value: unknown) =>
	new QuickBooksFault({
		code: '2170',
		message: 'Invalid Enumeration',
		detail: `Invalid Enumeration : ${String(value)} is not one of the values of ${element}`,
		element,
	});

export const negativeAmount = (element: string) =>
	new QuickBooksFault({
		code: '2290',
		message: 'Negative amounts are not supported',
		detail: `${element} must not be negative`,
		element,
	});

export const invalidCurrency = (value: string) =>
	new QuickBooksFault({
		code: '2220',
		message: 'Invalid Currency',
		detail: `Currency ${value} is not a currency of this company`,
		element: 'CurrencyRef',
	});

export const noLines = () =>
	new QuickBooksFault({
		code: '2250',
		message: 'Transaction has no lines',
		detail: 'At least one line is required in the request',
		element: 'Line',
	});

export const unbalanced = () =>
	new QuickBooksFault({
		code: '2300',
		message: 'Debits do not equal credits',
		detail: 'Please balance debits and credits.',
		element: 'Line',
	});

export const unknownReference = (table: string, id: string, element: string) =>
	new QuickBooksFault({
		code: '2500',
		message: 'Invalid Reference Id',
		detail: `Invalid Reference Id : ${table} element id ${id} not found`,
		element,
	});

export const stale = () =>
	new QuickBooksFault({
		code: '5010',
		message: 'Stale Object Error',
		detail:
			'Stale Object Error : You and someone else were working on this at the same time. Someone else finished before you did, so your work was not saved.',
	});

export const notInPlan = (plan: string, feature: string) =>
	new QuickBooksFault({
		code: '5030',
		message: 'Feature Not Supported Error',
		detail: `This feature is not included in your ${plan} subscription : ${feature}`,
		type: 'AuthorizationFault',
		status: 403,
	});

export const business = (detail: string, element?: string) =>
	new QuickBooksFault({
		code: '6000',
		message: 'A business validation error has occurred while processing your request',
		detail: `Business Validation Error: ${detail}`,
		element,
	});

export * from './more-faults.mts';
