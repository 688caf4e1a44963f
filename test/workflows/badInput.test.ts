import { expectHeld, expectRestBooked } from './badExpectations';
import { restateIn, smallShop, Watched, withEdit } from './badShop.mts';
import { NODES, parametersOf, template1, type MerchantOptions } from './merchant.mts';

/**
 * Whatever is wrong, the user gets one clear error where it belongs, the rest is booked, nothing is
 * lost, and after the cause is mended a run books exactly what was missing.
 */
let watched: Watched;

const open = async (options: MerchantOptions = { shop: smallShop() }) => {
	watched = await Watched.start(options);
	return watched;
};

afterEach(async () => {
	expect(watched.leaks).toEqual([]);
	await watched.close();
});

it('a token that got into the items would be found by these tests', async () => {
	await open();
	const { accessToken } = watched.merchant.shopify;
	await watched.run(withEdit('memo', `'${accessToken}'`));
	expect(watched.leaks.splice(0)).toHaveLength(1);
});

describe('an order that cannot be booked', () => {
	it('has no lines', async () => {
		const { merchant } = await open();
		const [, order] = merchant.shopify.shop.orders;
		const { lineItems } = order;
		order.lineItems = [];
		expectHeld(await watched.run(), [order.name], /no line items/, /Leave this order out/);
		order.lineItems = lineItems;
		await expectRestBooked(watched, [order.name]);
	});

	it('is in a currency that does not exist', async () => {
		const { merchant } = await open();
		const [, , order] = merchant.shopify.shop.orders;
		restateIn(order, 'XXX');
		expectHeld(await watched.run(), [order.name], /XXX/, /\w+ \w+/);
		restateIn(order, 'USD');
		await expectRestBooked(watched, [order.name]);
	});

	it('is in a currency that the company does not keep', async () => {
		const { merchant } = await open();
		const [, , order] = merchant.shopify.shop.orders;
		restateIn(order, 'EUR');
		expectHeld(await watched.run(), [order.name], /EUR/, /\w+ \w+/);
		restateIn(order, 'USD');
		await expectRestBooked(watched, [order.name]);
	});

	it('was paid by a gateway without an account', async () => {
		await open({ scenarios: ['Ordinary paid order', 'Bank deposit, paid days later'], orders: 4 });
		const { orders } = watched.merchant.shopify.shop.truth;
		const byDeposit = orders
			.filter(({ scenario }) => scenario.startsWith('Bank'))
			.map(({ name }) => name);
		expect(byDeposit).toHaveLength(2);
		const fix = /Add a row to 'Payment Accounts' with the gateway 'bank deposit'/;
		expectHeld(await watched.run(), byDeposit, /'Bank Deposit'.*no account/, fix);
		const mended = template1();
		const { rows } = parametersOf(mended, NODES.map).paymentAccounts as { rows: object[] };
		rows.push({ gateway: 'bank deposit', account: 'Bank Deposits', accountType: 'Bank' });
		await expectRestBooked(watched, byDeposit, mended);
	});

	it('needs an item that QuickBooks lacks, while creating items is off', async () => {
		const { merchant } = await open();
		const { orders } = merchant.shopify.shop;
		const [known, lacking] = orders.splice(3);
		expectHeld(await watched.run(), [], /never/, /never/);
		const [{ sku, title }] = orders[0].lineItems;
		for (const line of known.lineItems) Object.assign(line, { sku, title });
		for (const line of lacking.lineItems) Object.assign(line, { sku: 'NEW-1', title: 'Novelty' });
		orders.push(known, lacking);
		const without = template1();
		parametersOf(without, NODES.post).createMissing = ['Account', 'Customer', 'Payment Method'];
		const seen = await watched.run(without);
		expect([seen.status, seen.posted]).toEqual(['success', [known.name]]);
		expect(seen.held.map(({ order }) => order)).toEqual([lacking.name]);
		expect(seen.held[0].what).toMatch(/NEW-1|Novelty/);
		expect(seen.held[0].fix).toMatch(/Item/i);
		await expectRestBooked(watched, [lacking.name]);
	});

	it('was edited on the canvas so that it no longer adds up', async () => {
		await open();
		const [, , , { name }] = watched.merchant.shopify.shop.orders;
		const edited = withEdit('total', `$json.source.name === '${name}' ? '0.01' : $json.total`);
		expectHeld(await watched.run(edited), [name], /0\.01/, /\w+ \w+/);
		await expectRestBooked(watched, [name]);
	});
});
