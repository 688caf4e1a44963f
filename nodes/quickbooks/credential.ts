import type { Outcome } from '../accounting/problems';
import { at, parseJson, textAt } from './json';

/** Where a connected credential leads. */
export interface CompanyAddress {
	/** Of the API, without a trailing slash. */
	baseUrl: string;
	realmId: string;
	/** Of the web pages that people open. */
	appUrl: string;
}

const API = {
	production: 'https://quickbooks.api.intuit.com',
	sandbox: 'https://sandbox-quickbooks.api.intuit.com',
};
const APP = {
	production: 'https://app.qbo.intuit.com/app',
	sandbox: 'https://app.sandbox.qbo.intuit.com/app',
};

/** Reads the decrypted fields of the credential; the company is the one that Intuit's callback named. */
export function companyAddress(credential: unknown): Outcome<CompanyAddress> {
	const environment = textAt(credential, 'environment') === 'sandbox' ? 'sandbox' : 'production';
	const realmId = realmOf(at(credential, 'oauthTokenData'));
	if (realmId === undefined) return notConnected();
	const expected = digits(textAt(credential, 'companyId') ?? '');
	if (expected !== '' && expected !== digits(realmId)) return wrongCompany(expected, realmId);
	const own = (textAt(credential, 'baseUrl') ?? '').trim();
	return {
		ok: true,
		value: {
			baseUrl: (own === '' ? API[environment] : own).replace(/\/+$/, ''),
			realmId,
			appUrl: APP[environment],
		},
	};
}

/** n8n gives the token data as an object, some versions as JSON text. */
function realmOf(tokenData: unknown): string | undefined {
	const data = typeof tokenData === 'string' ? parseJson(tokenData) : tokenData;
	const realmId = textAt(data, 'callbackQueryString', 'realmId')?.trim();
	return realmId === '' ? undefined : realmId;
}

/** QuickBooks shows the company ID in groups of four digits. */
function digits(text: string): string {
	return text.replace(/[\s-]/g, '');
}

function notConnected(): Outcome<never> {
	return {
		ok: false,
		problem: {
			code: 'not-connected',
			what: 'The QuickBooks credential is not connected to a company',
			where: 'QuickBooks credential',
			fix: "Open the credential and press 'Connect my account', or import one made with 'npm run connect'",
		},
	};
}

function wrongCompany(expected: string, realmId: string): Outcome<never> {
	return {
		ok: false,
		problem: {
			code: 'wrong-company',
			what: `The credential is connected to company ${realmId}, and its 'Company ID' says ${expected}`,
			where: 'QuickBooks credential',
			fix: "Connect it again and choose the right company, or correct 'Company ID'",
		},
	};
}
