/** One call as a test or a user may see it: never a token, a secret or a body. */
export interface LoggedCall {
	at: string;
	method: string;
	path: string;
	/** What the call was about, e.g. "query Orders" or "create SalesReceipt". */
	label: string;
	status: number | 'dropped';
	fault?: string;
	/** Extra figures of the vendor, e.g. the query's cost. */
	detail?: Record<string, number | string | boolean>;
}

export class RequestLog {
	private calls: LoggedCall[] = [];

	add(call: LoggedCall): void {
		this.calls.push(call);
	}

	all(): readonly LoggedCall[] {
		return this.calls;
	}

	count(labelPart = ''): number {
		return this.calls.filter(({ label, path }) => `${label} ${path}`.includes(labelPart)).length;
	}

	clear(): void {
		this.calls = [];
	}
}
