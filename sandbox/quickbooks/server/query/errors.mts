import { QuickBooksFault } from '../../company/fault.mts';

/** The statement is not in the grammar. */
export function parseError(detail: string): QuickBooksFault {
	return new QuickBooksFault({
		code: '4000',
		message: 'Error parsing query',
		detail: `QueryParserError: ${detail}`,
	});
}

/** The statement parses, and asks for something that QuickBooks does not answer. */
export function invalidQuery(detail: string): QuickBooksFault {
	return new QuickBooksFault({
		code: '4001',
		message: 'Invalid query',
		detail: `QueryValidationError: ${detail}`,
	});
}
