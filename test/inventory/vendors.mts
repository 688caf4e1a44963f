import './quickGraphql.mts';
import { Company } from '../../sandbox/quickbooks/company/company.mts';
import type { CompanyBooks } from '../../sandbox/quickbooks/company/types.mts';
import { SandboxClock } from '../../sandbox/quickbooks/server/clock.mts';
import { quickBooksVendor } from '../../sandbox/quickbooks/server/vendor.mts';
import type { Call, Reply } from '../../sandbox/common/server.mts';
import { AdminApi } from '../../sandbox/shopify/server/adminApi.mts';
import type { ShopData } from '../../sandbox/shopify/server/model.mts';
import { ALL_SCOPES } from '../../sandbox/shopify/server/scopes.mts';
import type { Token } from '../../sandbox/shopify/server/tokens.mts';
import type { HttpRequest, HttpResponse } from '../../nodes/shopify/types';

/** Both stand-ins without their sockets: the same code answers, a hundred times as fast. */
export type Answer = (request: HttpRequest) => HttpResponse;

/** One clock for everything: it moves when somebody sleeps or says so. */
export class WorldClock {
	readonly sandbox: SandboxClock;

	constructor(start: string) {
		this.sandbox = new SandboxClock(new Date(start), true);
	}

	readonly now = (): number => this.sandbox.now().getTime();

	readonly sleep = async (ms: number): Promise<void> => {
		this.advance(ms);
		await Promise.resolve();
	};

	advance(ms: number): void {
		this.sandbox.advance(ms / 1000);
	}
}

export const SHOP_URL = 'http://shop.sandbox';
export const BOOKS_URL = 'http://books.sandbox';
export const REALM_ID = '9341454836291047';

const APP: Token = { accessToken: 'in-process', clientId: 'in-process', scopes: ALL_SCOPES };

export function shopAnswers(shop: ShopData, clock: WorldClock): Answer {
	const api = new AdminApi({
		shop,
		now: () => new Date(clock.now()),
		throttleClock: clock.now,
		protectedCustomerData: true,
		bulk: {
			baseUrl: () => SHOP_URL,
			clock: clock.now,
			now: () => new Date(clock.now()),
			polls: 1,
			milliseconds: 0,
			parents: 'object',
		},
	});
	return (request) => {
		const call = callOf(request);
		const file = api.file(call.path);
		if (file !== undefined) return { status: 200, headers: {}, body: file };
		return responseOf(api.answer(call, APP));
	};
}

/** Half of what a token lives. */
const HALF_AN_HOUR = 1_800_000;

let seeded: Record<string, unknown> | undefined;

/** A new company with the lists of the seeds; made once and copied. */
export function newCompany(clock: WorldClock): Company {
	const time = { now: () => clock.sandbox.now() };
	seeded ??= livedIn(Company.create('us-automated', time)).toJSON();
	return Company.fromJSON(seeded, time);
}

/** With the account that QuickBooks makes at the first count. */
function livedIn(company: Company): Company {
	company.create('Account', {
		Name: 'Inventory Shrinkage',
		AccountType: 'Cost of Goods Sold',
		AccountSubType: 'SuppliesMaterialsCogs',
	});
	return company;
}

export function booksAnswer(books: CompanyBooks, clock: WorldClock): Answer {
	const vendor = quickBooksVendor({
		books,
		clock: clock.sandbox,
		realmId: REALM_ID,
		clientId: 'in-process',
		clientSecret: 'in-process',
		limits: false,
		rotation: 'every-refresh',
	});
	let token = '';
	let issuedAt = Number.NEGATIVE_INFINITY;
	return (request) => {
		if (clock.now() - issuedAt > HALF_AN_HOUR) {
			token = vendor.oauth.tokens.issue().access_token;
			issuedAt = clock.now();
		}
		const call = callOf(request);
		call.headers.authorization = `Bearer ${token}`;
		return responseOf(vendor.handle(call) as Reply);
	};
}

function callOf({ method, url, headers = {}, body = '' }: HttpRequest): Call {
	const { pathname, searchParams } = new URL(url);
	const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
	return {
		method,
		path: pathname,
		query: searchParams,
		headers: Object.fromEntries(lower) as Record<string, string>,
		body,
	};
}

/** @throws Error for a defect of a stand-in, which must not pass for a vendor's answer. */
function responseOf({ status, headers = {}, body }: Reply): HttpResponse {
	const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
	return {
		status,
		headers: {
			'content-type': 'application/json; charset=utf-8',
			...(Object.fromEntries(named) as Record<string, string>),
		},
		body: typeof body === 'string' ? body : JSON.stringify(body),
	};
}
