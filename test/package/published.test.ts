import {
	loadAlone,
	manifestOf,
	packPackage,
	readPacked,
	scan,
	scanSources,
	type PackedPackage,
} from './packed.mts';

/** Built-ins that n8n's rules allow a verified community node. */
const ALLOWED_MODULES = new Set(['n8n-workflow', 'crypto', 'node:crypto']);

describe('the package as published (needs `npm run build`)', () => {
	let packed: PackedPackage;

	beforeAll(() => {
		packed = packPackage();
	});

	afterAll(() => {
		packed.remove();
	});

	it('installs nothing at run time', () => {
		expect(manifestOf(packed.folder).dependencies ?? {}).toEqual({});
	});

	it('requires nothing but n8n-workflow', () => {
		const required = new Set<string>();
		for (const file of packed.files.filter((name) => name.endsWith('.js'))) {
			for (const [, name] of readPacked(packed, file).matchAll(/\brequire\(["']([^"']+)["']\)/g)) {
				required.add(name);
			}
		}
		expect([...required].filter((name) => !ALLOWED_MODULES.has(name))).toEqual([]);
		expect(required).toContain('n8n-workflow');
	});

	it('loads where only n8n-workflow can be found', () => {
		expect(loadAlone(packed)).toEqual([
			'shopifyRecords',
			'orderToSalesReceipt',
			'refundToRefundReceipt',
			'shopifyBalanceTrigger',
			'shopifyOrderTrigger',
			'payoutToDeposit',
			'feeToBill',
			'balanceToBankEntry',
			'payoutProof',
			'inventorySync',
			'productSync',
			'orderToCostEntry',
			'quickBooksPosting',
			'shopifyStoreOAuth2Api',
			'shopifyStoreClientCredentialsApi',
			'shopifyStoreAccessTokenApi',
			'quickBooksCompanyOAuth2Api',
		]);
	});

	it('brings a codex for every node, icons for light and dark, and the templates', () => {
		const { n8n } = manifestOf(packed.folder);
		const codices = n8n.nodes.map((file) => file.replace(/\.js$/, '.json'));
		expect(packed.files).toEqual(expect.arrayContaining(codices));
		const icons = packed.files.filter((file) => /^dist\/icons\/.*\.svg$/.test(file));
		const light = icons.filter((file) => !file.endsWith('.dark.svg'));
		expect(light.length).toBeGreaterThan(0);
		expect(icons).toEqual(
			expect.arrayContaining(light.map((file) => file.replace(/\.svg$/, '.dark.svg'))),
		);
		expect(packed.files.filter((file) => /^workflows\/.*\.json$/.test(file))).toEqual([
			'workflows/1-post-orders-as-sales-receipts.json',
			'workflows/10-sync-stock-from-quickbooks-to-shopify.json',
			'workflows/11-create-missing-items-in-quickbooks.json',
			'workflows/12-cost-of-goods-sold-per-day.json',
			'workflows/2-post-orders-as-invoices-and-payments.json',
			'workflows/3-post-refunds-as-refund-receipts.json',
			'workflows/4-daily-sales-summary.json',
			'workflows/5-post-payouts-as-deposits.json',
			'workflows/6-post-fees-as-bills.json',
			'workflows/7-keep-the-books-in-step.json',
			'workflows/8-prove-payouts-and-mail-the-report.json',
			'workflows/9-import-a-shopify-balance-export.json',
		]);
	});

	it('brings no test, sandbox or source file', () => {
		const stray = packed.files.filter(
			(file) => !/^(dist|workflows|docs)\/|^[^/]+\.(md|json)$/.test(file),
		);
		expect(stray).toEqual([]);
	});

	it("passes n8n's community-package scanner, as published", () => {
		expect(scan(packed.folder, ['**/*.js', 'package.json'])).toBe('');
	}, 120_000);

	it("passes n8n's community-package scanner, as sources", () => {
		expect(scanSources()).toBe('');
	}, 120_000);
});
