/** What this library needs of the world; any sender and clock of this shape fit. */

export interface HttpRequest {
	method: 'GET' | 'POST';
	url: string;
	headers?: Record<string, string>;
	body?: string;
	timeoutMs?: number;
}

/** Header names are lower case; `body` is the raw text. */
export interface HttpResponse {
	status: number;
	headers: Record<string, string>;
	body: string;
}

/** Throws only where no answer came: dropped, timed out, unreachable or cancelled. */
export type SendHttp = (request: HttpRequest) => Promise<HttpResponse>;

/** Milliseconds. */
export interface Clock {
	now(): number;
	sleep(ms: number): Promise<void>;
}
