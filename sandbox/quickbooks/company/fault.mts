export type FaultType =
	| 'ValidationFault'
	| 'SystemFault'
	| 'AuthorizationFault'
	| 'AuthenticationFault';

/** What QuickBooks answers instead of a row. `status` is the HTTP status of a single call. */
export class QuickBooksFault extends Error {
	readonly code: string;
	readonly detail: string;
	readonly element: string;
	readonly type: FaultType;
	readonly status: number;

	constructor(fault: {
		code: string;
		message: string;
		detail: string;
		element?: string;
		type?: FaultType;
		status?: number;
	}) {
		super(fault.message);
		this.name = 'QuickBooksFault';
		this.code = fault.code;
		this.detail = fault.detail;
		this.element = fault.element ?? '';
		this.type = fault.type ?? 'ValidationFault';
		this.status = fault.status ?? 400;
	}

	/** The `Fault` object of the business layer (capital keys); the caller adds `time`. */
	toFault(): {
		Error: { Message: string; Detail: string; code: string; element: string }[];
		type: FaultType;
	} {
		return {
			Error: [
				{ Message: this.message, Detail: this.detail, code: this.code, element: this.element },
			],
			type: this.type,
		};
	}
}
