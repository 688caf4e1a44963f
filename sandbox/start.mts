import { parseArgs } from 'node:util';

import { startQuickBooksSandbox, type QuickBooksSandbox } from './quickbooks/start.mts';
import { startShopifySandbox, type ShopifySandbox } from './shopify/start.mts';

/** `npm run sandbox`: both vendors on the loopback address until Ctrl-C. */

const HELP = `npm run sandbox -- [options]
  --shopify-port <n>      default 4810
  --quickbooks-port <n>   default 4820
  --company <kind>        us-automated (default), us-manual, uk-vat, multicurrency
  --seed <n>              another shop of the same kind
  --month <yyyy-mm>       the month of its orders
  --orders <n>            how many
  --currency <code>       USD or GBP
  --live                  the shop lives through its month, from the 8th on; move its clock by
                          curl -d '{"now":"2026-10-05T08:00:00Z"}' <shop>/_control/clock`;

const OPTIONS = {
	'shopify-port': { type: 'string', default: '4810' },
	'quickbooks-port': { type: 'string', default: '4820' },
	company: { type: 'string', default: 'us-automated' },
	seed: { type: 'string' },
	month: { type: 'string' },
	orders: { type: 'string' },
	currency: { type: 'string' },
	live: { type: 'boolean', default: false },
	help: { type: 'boolean', default: false },
} as const;

/** The generator's own month, unless another is asked for. */
const MONTH = '2026-10';

function life(month = MONTH): { live: 'usual'; now: Date; month: string } {
	return { live: 'usual', now: new Date(`${month}-08T12:00:00Z`), month };
}

const COMPANIES = ['us-automated', 'us-manual', 'uk-vat', 'multicurrency'] as const;

function wholeNumber(name: string, text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const number = Number(text);
	if (Number.isInteger(number) && number >= 0) return number;
	throw new Error(`--${name} takes a whole number, not "${text}"`);
}

function companyKind(text: string): (typeof COMPANIES)[number] {
	const kind = COMPANIES.find((known) => known === text);
	if (kind) return kind;
	throw new Error(`--company is one of ${COMPANIES.join(', ')}, not "${text}"`);
}

function describe(shopify: ShopifySandbox, quickBooks: QuickBooksSandbox): string {
	const { orders, shopifyPaymentsAccount } = shopify.shop;
	const subdomain = shopify.shopDomain.replace('.myshopify.com', '');
	return `
Shopify      ${shopify.url}   shop ${shopify.shopDomain}
             ${orders.length} orders, ${shopifyPaymentsAccount.payouts.length} payouts
  In n8n, credential "Shopify Store Access Token API":
    Shop Subdomain   ${subdomain}
    Access Token     ${shopify.accessToken}
    Base URL (Sandbox or Proxy)   ${shopify.url}
  or "Shopify Store OAuth2 API" / "Shopify Store Client Credentials OAuth2 API":
    Shop Subdomain   ${subdomain}
    Client ID        ${shopify.clientId}
    Client Secret    ${shopify.clientSecret}
    Base URL (Sandbox or Proxy)   ${shopify.url}

QuickBooks   ${quickBooks.url}   company (realm) ${quickBooks.realmId}
  In n8n, credential "QuickBooks Company OAuth2 API":
    Client ID        ${quickBooks.clientId}
    Client Secret    ${quickBooks.clientSecret}
    Base URL (Sandbox or Proxy)   ${quickBooks.url}

Make them fail, or look at what was asked (the same on both):
  curl -d '{"kind":"throttle","times":3}' ${shopify.url}/_control/fail
  curl ${quickBooks.url}/_control/log

Ctrl-C ends both.`;
}

/** What happened and what to do, without a stack. */
function explained(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const { code, port } = error as NodeJS.ErrnoException & { port?: number };
	if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
		return `${error.message.split('. ')[0]}.\n\n${HELP}`;
	if (code !== 'EADDRINUSE') return error.message;
	return `Port ${port} is in use. Choose others with --shopify-port and --quickbooks-port.`;
}

async function main(): Promise<void> {
	const { values } = parseArgs({ options: OPTIONS });
	if (values.help) return console.log(HELP);
	const shopify = await startShopifySandbox({
		port: wholeNumber('shopify-port', values['shopify-port']),
		seed: wholeNumber('seed', values.seed),
		orders: wholeNumber('orders', values.orders),
		month: values.month,
		currency: values.currency,
		...(values.live ? life(values.month) : {}),
	});
	const quickBooks = await startQuickBooksSandbox({
		port: wholeNumber('quickbooks-port', values['quickbooks-port']),
		company: companyKind(values.company),
	});
	console.log(describe(shopify, quickBooks));
	const end = () => {
		void Promise.all([shopify.close(), quickBooks.close()]).then(() => process.exit(0));
	};
	process.once('SIGINT', end);
	process.once('SIGTERM', end);
}

main().catch((error: unknown) => {
	console.error(explained(error));
	process.exit(1);
});
