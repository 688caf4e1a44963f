import {
	createShopifyClient,
	type ClientOptions,
	type Operation,
} from '../../nodes/shopify/client';
import type { HttpRequest, HttpResponse } from '../../nodes/shopify/types';
import { fakeClock } from './clocks';

/** One answer of a scripted Shopify: an HTTP answer, or no answer at all. */
export type Scripted = Partial<HttpResponse> | { noAnswer: string };

export const json = (body: object, headers: Record<string, string> = {}): Scripted => ({
	status: 200,
	headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
	body: JSON.stringify(body),
});

export const throttleStatus = (currentlyAvailable: number) => ({
	maximumAvailable: 2000,
	currentlyAvailable,
	restoreRate: 100,
});

export const throttled = (requestedQueryCost: number, currentlyAvailable: number) =>
	json({
		errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
		extensions: {
			cost: { requestedQueryCost, throttleStatus: throttleStatus(currentlyAvailable) },
		},
	});

export const error = (message: string, code?: string, path?: Array<string | number>) =>
	json({ data: null, errors: [{ message, path, extensions: { code } }] });

/** A client whose Shopify says what the script says, the last line again and again. */
export function scriptedClient(script: Scripted[], options: Partial<ClientOptions> = {}) {
	const clock = fakeClock();
	const sent: HttpRequest[] = [];
	const send = async (request: HttpRequest): Promise<HttpResponse> => {
		const line = script[Math.min(sent.length, script.length - 1)];
		sent.push(request);
		if ('noAnswer' in line) {
			throw Object.assign(new Error('socket hang up'), { reason: line.noAnswer });
		}
		return { status: 200, headers: {}, body: '', ...line };
	};
	const client = createShopifyClient({
		baseUrl: 'https://my-shop.myshopify.com',
		send,
		clock,
		...options,
	});
	return { client, sent, clock };
}

export const read: Operation = {
	name: 'Read',
	document: 'query Read { shop { id } }',
	cost: 100,
	repeatable: true,
};

export const write: Operation = {
	name: 'Write',
	document: 'mutation Write { x { y } }',
	cost: 10,
	repeatable: false,
};

export const shopId = json({ data: { shop: { id: 'gid://shopify/Shop/1' } } });
