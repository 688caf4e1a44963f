import { expectStopped } from './badExpectations';
import { smallShop, Watched } from './badShop.mts';
import { nodesOf, parametersOf, template, type Shop } from './merchant.mts';
import { refundShop } from './refundShop.mts';
import { shortWaits } from './shortWaits.mts';

/**
 * Templates 2 to 4 with an order or refund that is wrong, a connection that fails, and answers that get
 * lost: one clear word about it, the rest is booked, and a later run books exactly what was missing.
 */
const TEMPLATES = [
	[2, smallShop, 'Invoice', (shop: Shop) => shop.orders[1]],
	[3, refundShop, 'RefundReceipt', (shop: Shop) => shop.orders[1].refunds[0]],
	[4, smallShop, 'SalesReceipt', (shop: Shop) => shop.orders[1]],
] as const;

describe.each(TEMPLATES)('template %s', (number, shopOf, entity, victimOf) => {
	let watched: Watched;
	const workflow = () => template(number);
	const nodes = nodesOf(workflow());
	const all = (name: string) => watched.merchant.quickBooks.company.all(name);
	const documents = () => all(entity).filter(({ PrivateNote }) => /\[/.test(String(PrivateNote)));
	const ledger = () => JSON.stringify(watched.merchant.quickBooks.company.journal);

	beforeEach(async () => {
		watched = await Watched.start({ shop: shopOf() });
	});

	afterEach(async () => {
		expect(watched.leaks).toEqual([]);
		await watched.close();
	});

	/** As many documents as an undisturbed run of the same shop gives. */
	const expectAllBooked = async () => {
		const seen = await watched.run(workflow());
		expect([seen.status, seen.error, seen.held]).toEqual(['success', '', []]);
		const undisturbed = await Watched.start({ shop: shopOf() });
		await undisturbed.run(workflow());
		const { company } = undisturbed.merchant.quickBooks;
		const totals = (rows: Array<Record<string, unknown>>) =>
			rows.map(({ DocNumber, TotalAmt }) => [DocNumber, TotalAmt]).sort();
		expect(totals(documents())).toEqual(totals(company.all(entity)));
		await undisturbed.close();
		const before = ledger();
		expect((await watched.run(workflow())).posted).toEqual([]);
		expect(ledger()).toBe(before);
	};

	it('books each once though QuickBooks throttles it and answers get lost', async () => {
		const { control } = watched.merchant.quickBooks;
		control.fail({ kind: 'throttle', times: 1, match: 'query' });
		control.fail({ kind: 'droppedAfter', times: 1, match: 'batch' });
		const waitAsUsual = shortWaits();
		const seen = await watched.run(workflow());
		waitAsUsual();
		expect([seen.status, seen.error]).toEqual(['success', '']);
		expect(control.log().filter(({ status }) => status === 429)).toHaveLength(1);
		control.reset();
		await expectAllBooked();
	}, 60_000);

	it('reads all though Shopify throttles it and breaks off an answer', async () => {
		const { faults } = watched.merchant.shopify.control;
		faults.order({ kind: 'throttle', times: 1, match: 'query' });
		faults.order({ kind: 'droppedBefore', times: 1, match: 'query' });
		await expectAllBooked();
	}, 60_000);

	it('holds what came by an unknown gateway, books the rest, and later only that', async () => {
		const { shop } = watched.merchant.shopify;
		const { name } = shop.orders[1];
		const [payment] = victimOf(shop).transactions;
		const { gateway, formattedGateway } = payment;
		Object.assign(payment, { gateway: 'barter', formattedGateway: 'Barter' });
		const seen = await watched.run(workflow());
		expect([seen.status, seen.error]).toEqual(['success', '']);
		expect(seen.held.map(({ order }) => order)).toEqual([name]);
		expect(seen.held[0].what).toMatch(/'Barter'.*no account/);
		expect(seen.held[0].fix).toMatch(/Add a row to 'Payment Accounts'/);
		expect(seen.posted.length).toBeGreaterThan(0);
		Object.assign(payment, { gateway, formattedGateway });
		if (number !== 4) return await expectAllBooked();
		// The day is in the books by now; the run says that it has become another.
		const again = await watched.run(workflow());
		const changed = again.result.outputs['Changed: compare']?.flat() ?? [];
		expect(changed.length + again.posted.length).toBe(1);
	}, 60_000);

	it('books nothing by half when QuickBooks is revoked', async () => {
		const { control } = watched.merchant.quickBooks;
		control.expireAccessTokens();
		control.revokeRefreshTokens();
		const seen = await watched.run(workflow());
		expect([seen.status, seen.posted]).toEqual(['success', []]);
		expect(seen.held.length).toBeGreaterThan(0);
		for (const { what, fix } of seen.held) {
			expect([what, fix].join(' ')).toMatch(/QuickBooks.*connect it again/);
		}
		expect(documents()).toEqual([]);
	});

	it('stops with one clear error where Shopify does not let it read', async () => {
		const { accessToken } = watched.merchant.shopify.control.issueToken(['read_products']);
		const credential = watched.merchant.credentials.shopifyStoreOAuth2Api;
		Object.assign(credential.oauthTokenData as object, { access_token: accessToken });
		const seen = await watched.run(workflow());
		expectStopped(watched, seen, nodes.read, /lacks the access scope read_orders/);
	});

	it('needs just the scopes that it asks for', async () => {
		const { content } = parametersOf(workflow(), 'About');
		const scopes = String(content).match(/read_[a-z_]+/g) ?? [];
		const { accessToken } = watched.merchant.shopify.control.issueToken(scopes);
		const credential = watched.merchant.credentials.shopifyStoreOAuth2Api;
		Object.assign(credential.oauthTokenData as object, { access_token: accessToken });
		await expectAllBooked();
	}, 60_000);
});
