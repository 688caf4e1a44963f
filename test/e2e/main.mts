/** The end-to-end checks proper; scripts/e2e.mjs installs and builds first. */
import { startShopifySandbox } from '../../sandbox/shopify/start.mts';
import { lastMonth, startMerchant } from '../../scripts/demo/merchant.mts';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { main, say, since } from '../../scripts/lib/console.mjs';
import { openWorkshop } from '../../scripts/n8n/workshop.mts';
import { browserChecks } from './browser.mts';
import { Checks } from './checks.mts';
import { credentialChecks } from './credentials.mts';
import { packageChecks } from './package.mts';
import type { Stage } from './stage.mts';
import { stockChecks } from './stock/checks.mts';
import { templateChecks } from './template.mts';
import { weekChecks } from './week/checks.mts';

/** In their order: the last one revokes every connection. */
const PARTS: Record<string, (stage: Stage, from: string) => Promise<void>> = {
	'The package': packageChecks,
	'The templates': templateChecks,
	'Stock, items and cost': stockChecks,
	'A week': weekChecks,
	'In the browser': browserChecks,
	Credentials: credentialChecks,
};

/** Part of the name of a part, to run that alone. */
const only = process.argv[2];

await main(async () => {
	const start = Date.now();
	const checks = new Checks();
	const chromium = await ensureChromium();
	const month = lastMonth();
	const merchant = await startMerchant({ month, orders: 120, seed: 2 });
	const expiringShop = await startShopifySandbox({ month, orders: 70, expiringTokens: true });
	const workshop = await openWorkshop(merchant);
	try {
		const stage: Stage = { checks, merchant, workshop, expiringShop, chromium };
		for (const [name, run] of Object.entries(PARTS)) {
			if (only && !name.includes(only)) continue;
			say(`\n${name}`);
			await run(stage, `${month}-01`);
		}
	} finally {
		await workshop.server.close();
		await Promise.all([merchant.close(), expiringShop.close()]);
	}
	say(`\n${since(start)}`);
	say(`${checks.passed} passed, ${checks.failed} failed`);
	return checks.failed === 0 ? 0 : 1;
});
