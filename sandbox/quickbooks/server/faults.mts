import { QuickBooksFault } from '../company/fault.mts';

/**
 * A refusal of the API gateway, in front of the business layer. It answers with lower-case keys and
 * epoch time, unlike the faults of the business layer.
 */
export interface GatewayFault {
	status: number;
	type: 'AUTHENTICATION' | 'AuthorizationFault' | 'SERVICE' | 'SystemFault';
	code: string;
	message: string;
	detail: string;
}

export function tokenRefused(detail: string): GatewayFault {
	return {
		status: 401,
		type: 'AUTHENTICATION',
		code: '3200',
		message: 'message=AuthenticationFailed; errorCode=003200; statusCode=401',
		detail,
	};
}

export const wrongRealm: GatewayFault = {
	status: 403,
	type: 'AuthorizationFault',
	code: '3100',
	message: 'message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403',
	detail: 'The application is not authorized to access this company',
};

export const throttled: GatewayFault = {
	status: 429,
	type: 'SERVICE',
	code: '3001',
	message: 'message=ThrottleExceeded; errorCode=003001; statusCode=429',
	detail: 'The request limit was reached.  Try again later',
};

export const serverError: GatewayFault = {
	status: 500,
	type: 'SystemFault',
	code: '10000',
	message: 'An application error has occurred while processing your request',
	detail: 'System Failure Error: Service is temporarily unavailable',
};

/** The gateway's answer carries every other member of its envelope as null or empty. */
export function gatewayBody(fault: GatewayFault, now: Date): Record<string, unknown> {
	const { code, message, detail, type } = fault;
	return {
		warnings: null,
		intuitObject: null,
		fault: { error: [{ message, detail, code, element: null }], type },
		report: null,
		queryResponse: null,
		batchItemResponse: [],
		attachableResponse: [],
		syncErrorResponse: null,
		requestId: null,
		time: now.getTime(),
		status: null,
		cdcresponse: [],
	};
}

export function unsupported(path: string): QuickBooksFault {
	return new QuickBooksFault({
		code: '500',
		message: 'Unsupported Operation',
		detail: `Operation Could not find resource for relative : ${path} of full path: ${path} is not supported.`,
	});
}

export function invalidId(id: string): QuickBooksFault {
	return new QuickBooksFault({
		code: '2030',
		message: 'Invalid ID',
		detail: `Id should be a valid number. Supplied value:${id}`,
		element: 'Id',
	});
}

export function missingParameter(name: string): QuickBooksFault {
	return new QuickBooksFault({
		code: '2020',
		message: 'Required param missing, need to supply the required value for the API',
		detail: `Required parameter ${name} is missing in the request`,
		element: name,
	});
}

export function badRequestId(detail: string): QuickBooksFault {
	return new QuickBooksFault({ code: '2130', message: 'Invalid Request Id format', detail });
}

export function requestIdReused(id: string): QuickBooksFault {
	return new QuickBooksFault({
		code: '600',
		message: 'Duplicate Request ID',
		detail: `Request ID ${id} was already used for a different request`,
	});
}

export function batchTooLarge(count: number, max: number): QuickBooksFault {
	return new QuickBooksFault({
		code: '1040',
		message: 'Batch size exceeds the limit',
		detail: `The number of items in the batch is ${count}. The maximum allowed is ${max}.`,
	});
}

export function unreadableBody(detail: string): QuickBooksFault {
	return new QuickBooksFault({
		code: '2010',
		message: 'Request has invalid or unsupported property',
		detail: `Property Name:${detail}`,
	});
}
