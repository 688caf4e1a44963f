import type { HttpRequest, HttpResponse } from '../../nodes/shopify/types.ts';

/** A real HTTP path for the library's tests; adds the token as n8n's helper does. */
export function fetchHttp(accessToken?: string) {
	const sent: HttpRequest[] = [];
	const send = async (request: HttpRequest): Promise<HttpResponse> => {
		sent.push(request);
		const response = await fetch(request.url, {
			method: request.method,
			headers: {
				...request.headers,
				...(accessToken ? { 'X-Shopify-Access-Token': accessToken } : {}),
			},
			body: request.body || undefined,
			signal: AbortSignal.timeout(request.timeoutMs ?? 10_000),
		});
		return {
			status: response.status,
			headers: Object.fromEntries(response.headers),
			body: await response.text(),
		};
	};
	return { send, sent };
}

/** The sandbox's control endpoint. */
export async function control(url: string, name: string, body?: object): Promise<unknown> {
	const response = await fetch(`${url}/_control/${name}`, {
		method: body ? 'POST' : 'GET',
		body: body ? JSON.stringify(body) : undefined,
	});
	return await response.json();
}
