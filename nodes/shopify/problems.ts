import { failed, type HttpResponse, type Problem, type ProblemCode } from './types';

export interface GraphqlError {
	message: string;
	path?: Array<string | number>;
	extensions?: { code?: string; requiredAccess?: string; [key: string]: unknown };
}

const WHERE = 'Shopify';
const TOKEN_LIKE = /\b(?:shp[a-z]{2}_[A-Za-z0-9]+|eyJ[\w.-]+)/g;
const MAX_TEXT = 300;

/** A vendor's text for people: no token, no markup, not endless. */
export function plainText(text: string): string {
	const clean = text
		.replace(/<[^>]*>/g, ' ')
		.replace(TOKEN_LIKE, '[hidden]')
		.replace(/\s+/g, ' ')
		.trim();
	return clean.length > MAX_TEXT ? `${clean.slice(0, MAX_TEXT)}…` : clean;
}

export function problem(code: ProblemCode, what: string, fix: string, where = WHERE): Problem {
	return { code, what, where, fix };
}

export function failure(code: ProblemCode, what: string, fix: string, where = WHERE) {
	return failed(problem(code, what, fix, where));
}

const STATUS_PROBLEMS: Record<number, [ProblemCode, string, string]> = {
	401: [
		'reconnect',
		'Shopify did not accept the access token',
		'Open the credential and reconnect it. If the app was uninstalled from the shop, install it again first.',
	],
	402: [
		'shop-frozen',
		'The shop is frozen because of an unpaid Shopify bill',
		'Let the owner settle the bill in the Shopify admin, then run the workflow again.',
	],
	403: [
		'access-denied',
		'Shopify does not let this app in',
		'Check in the Shopify admin that the app is installed in this shop and that its access scopes are approved, then reconnect the credential.',
	],
	404: [
		'shop-not-found',
		'Shopify knows no shop at this address',
		"Check 'Shop Subdomain' in the credential: for my-shop.myshopify.com it is my-shop.",
	],
	423: [
		'shop-locked',
		'The shop is locked by Shopify',
		'Let the owner ask Shopify Support to unlock the shop, then run the workflow again.',
	],
	429: [
		'throttled',
		'Shopify is still limiting the number of requests',
		'Run the workflow again in a few minutes, or let fewer apps call this shop at the same time.',
	],
};

/** @returns the problem that an HTTP status other than 200 stands for. */
export function statusProblem(answer: HttpResponse): Problem {
	const known = STATUS_PROBLEMS[answer.status];
	if (known) return problem(...known);
	if (answer.status >= 300 && answer.status < 400) return problem(...STATUS_PROBLEMS[404]);
	if (answer.status >= 500) {
		return problem(
			'shopify-unavailable',
			`Shopify answered with HTTP status ${answer.status}, also when asked again`,
			'See www.shopifystatus.com and run the workflow again later; nothing was changed.',
		);
	}
	return problem(
		'query-refused',
		`Shopify answered with HTTP status ${answer.status}: ${plainText(answer.body)}`,
		'Run the workflow again. If it happens again, report it with the text above.',
	);
}

/** @returns the problem behind the errors of a GraphQL answer; the most telling one wins. */
export function graphqlProblem(errors: GraphqlError[]): Problem {
	const denied = errors.filter(({ extensions }) => extensions?.code === 'ACCESS_DENIED');
	if (denied.length > 0) return { ...accessDenied(denied), denied: denied.map(pathOf) };
	if (hasCode(errors, 'MAX_COST_EXCEEDED')) {
		return problem(
			'query-too-expensive',
			`Shopify found the query too expensive: ${textOf(errors)}`,
			'Lower the limit of the node. If it happens again, report it with the text above.',
		);
	}
	if (hasCode(errors, 'THROTTLED')) return problem(...STATUS_PROBLEMS[429]);
	if (hasCode(errors, 'SHOP_INACTIVE')) return problem(...STATUS_PROBLEMS[402]);
	if (hasCode(errors, 'INTERNAL_SERVER_ERROR') || hasCode(errors, 'TIMEOUT')) {
		return problem(
			'shopify-unavailable',
			`Shopify could not answer: ${textOf(errors)}`,
			'See www.shopifystatus.com and run the workflow again later; nothing was changed.',
		);
	}
	return problem(
		'query-refused',
		`Shopify refused the query: ${textOf(errors)}`,
		'Update this node package: it may be older than the version of the Shopify API. If it is up to date, report the text above.',
	);
}

export function hasCode(errors: GraphqlError[], code: string): boolean {
	return errors.some(({ extensions }) => extensions?.code === code);
}

function pathOf({ path }: GraphqlError): string {
	return (path ?? []).filter((step) => typeof step === 'string').join('.');
}

function textOf(errors: GraphqlError[]): string {
	return plainText([...new Set(errors.map(({ message }) => message))].join('; '));
}

const SCOPE = /\b(?:read|write|unauthenticated_read)_[a-z_]+\b/g;

function accessDenied(errors: GraphqlError[]): Problem {
	const scopes = new Set(
		errors.flatMap(({ message, extensions }) => [
			...(`${message} ${extensions?.requiredAccess ?? ''}`.match(SCOPE) ?? []),
		]),
	);
	if (scopes.size === 0) {
		return problem(
			'access-denied',
			`Shopify denied access: ${textOf(errors)}`,
			"Give the app access to this data in Shopify's Dev Dashboard (API access), then reconnect the credential.",
		);
	}
	const list = [...scopes].join(' or ');
	return problem(
		'access-denied',
		`The Shopify app lacks the access scope ${list}: ${textOf(errors)}`,
		`Add ${list} to the app's access scopes in Shopify, release the app version, approve it in the shop, then reconnect the credential.`,
	);
}
