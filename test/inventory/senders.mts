import type { HttpRequest, HttpResponse } from '../../nodes/shopify/types';
import type { Random } from '../../sandbox/shopify/shop/random.mts';
import type { Ending, Scheduler } from './scheduler.mts';
import type { Answer } from './vendors.mts';

export type Send = (request: HttpRequest) => Promise<HttpResponse>;

/** Answers at once: for what happens while nothing else does. */
export function atOnce(answer: Answer): Send {
	return async (request) => await Promise.resolve(answer(request));
}

/** Each request of the run waits for its turn, and ends as the scheduler says. */
export function inTurn(answer: Answer, scheduler: Scheduler, actor: string): Send {
	return async (request) => {
		const ending = await scheduler.turn(actor, labelOf(request));
		return await outcomeOf(ending, request, answer);
	};
}

/** As it is on the internet: now and then a request fails, in this way or that. */
export function flaky(answer: Answer, random: Random): Send {
	return async (request) => {
		const ending = random.chance(2)
			? random.pick<Ending>(['lost answer', 'never arrived', 'server error', 'too many requests'])
			: 'answered';
		return await outcomeOf(ending, request, answer);
	};
}

/** Overwrites whatever is there: what a sync without a compare-and-set would do. */
export function withoutCompare(send: Send): Send {
	return async (request) => {
		const body = request.body?.replace(/"changeFromQuantity":-?\d+/g, '"changeFromQuantity":null');
		return await send({ ...request, body });
	};
}

async function outcomeOf(
	ending: Ending,
	request: HttpRequest,
	answer: Answer,
): Promise<HttpResponse> {
	switch (ending) {
		case 'answered':
			return answer(request);
		case 'lost answer':
			answer(request);
			throw new Error('socket hang up');
		case 'never arrived':
			throw new Error('socket hang up');
		case 'server error':
			return plain(503, {});
		case 'too many requests':
			return plain(429, { 'retry-after': '2.0' });
		case 'crash after':
			answer(request);
			return await forEver();
		case 'crash before':
			return await forEver();
	}
}

const plain = (status: number, headers: Record<string, string>): HttpResponse => ({
	status,
	headers: { 'content-type': 'application/json', ...headers },
	body: '{}',
});

/** Nobody waits for it any more. */
async function forEver(): Promise<never> {
	return await new Promise<never>(() => undefined);
}

/** "mutation InventorySet", "GET query Item", "POST batch". */
function labelOf({ method, url, body = '' }: HttpRequest): string {
	const { pathname, searchParams } = new URL(url);
	if (pathname.endsWith('/graphql.json')) {
		const query = String((JSON.parse(body) as { query?: unknown }).query);
		const [, kind = 'query', name = ''] = /\b(query|mutation)\s+(\w+)/.exec(query) ?? [];
		return `${kind} ${name}`;
	}
	const statement = /from\s+(\w+)/i.exec(searchParams.get('query') ?? '')?.[1] ?? '';
	return `${method} ${pathname.split('/').at(-1) ?? ''} ${statement}`.trim();
}
