import { addDuty, addShipping, taxCart } from '../cart.mts';
import { DAY } from '../calendar.mts';
import { refund, refundAll } from '../refunds.mts';
import { ABROAD } from '../destinations.mts';
import { place } from '../sales.mts';
import { pay } from '../tenders.mts';
import type { TransactionDraft } from '../draft.mts';
import {
	atOnce,
	checkOut,
	fillCart,
	later,
	maybeDiscount,
	placeUsualOrder,
	ship,
	type Scenario,
	type Scene,
} from './scene.mts';

/** A customer who sees and pays another currency; the day's rate is not the order's. */
function abroad(scene: Scene, currency: keyof typeof ABROAD, rateDrift: number): TransactionDraft {
	const { context, draft } = scene;
	draft.currencies = { ...draft.currencies, presentment: currency };
	draft.destination = ABROAD[currency];
	const lines = fillCart(scene, 3);
	maybeDiscount(scene);
	addShipping(context, draft, 'International: tracked', 2495);
	if (currency === 'EUR') for (const line of lines) addDuty(context, draft, line, 8);
	checkOut(scene);
	return pay(context, draft, { gateway: 'shopify_payments', at: atOnce(scene), rateDrift });
}

function liableChannel(scene: Scene, gateway: string): void {
	fillCart(scene, 2);
	ship(scene);
	taxCart(scene.draft, true);
	place(scene.context.ids, scene.draft);
	pay(scene.context, scene.draft, { gateway, at: atOnce(scene) });
}

/** Other countries, other channels, other kinds of customer, other times. */
export const channels: Scenario[] = [
	{
		name: 'Customer pays EUR, with duties',
		build: (scene) => void abroad(scene, 'EUR', 1_003_700),
	},
	{ name: 'Customer pays CAD, with HST', build: (scene) => void abroad(scene, 'CAD', 996_200) },
	{ name: 'Customer pays JPY', build: (scene) => void abroad(scene, 'JPY', 1_001_900) },
	{
		name: 'EUR order refunded in part',
		build(scene) {
			const parent = abroad(scene, 'EUR', 1_002_100);
			const line = scene.draft.lines[0];
			refund(scene.context, scene.draft, {
				at: later(scene, 60),
				lines: [{ line, quantity: 1 }],
				to: [{ parent }],
				rateDrift: 994_000,
			});
		},
	},
	{
		name: 'EUR order refunded in full, duties too',
		build(scene) {
			const parent = abroad(scene, 'EUR', 1_000_900);
			refundAll(scene.context, scene.draft, {
				at: later(scene, 65),
				to: [{ parent }],
				rateDrift: 1_006_000,
			});
		},
	},
	{
		name: 'CAD order refunded in full',
		build(scene) {
			const parent = abroad(scene, 'CAD', 998_000);
			refundAll(scene.context, scene.draft, {
				at: later(scene, 70),
				to: [{ parent }],
				rateDrift: 1_004_000,
			});
		},
	},
	{
		name: 'Shop channel, marketplace tax',
		build(scene) {
			scene.draft.sourceName = 'shop';
			liableChannel(scene, 'shopify_payments');
		},
	},
	{
		name: 'Marketplace is merchant of record',
		build(scene) {
			scene.draft.sourceName = 'tiktok';
			scene.draft.merchantOfRecord = { id: 'gid://shopify/App/4383523', name: 'TikTok Shop' };
			liableChannel(scene, 'TikTok Shop');
		},
	},
	{
		name: 'B2B on terms, unpaid',
		build(scene) {
			business(scene, null);
		},
	},
	{
		name: 'B2B on terms, paid',
		build(scene) {
			business(scene, later(scene, 120));
			pay(scene.context, scene.draft, { gateway: 'manual', at: later(scene, 120) });
		},
	},
	{
		name: 'Test order',
		build(scene) {
			scene.draft.test = true;
			placeUsualOrder(scene);
			pay(scene.context, scene.draft, { gateway: 'shopify_payments', at: atOnce(scene) });
		},
	},
	{
		name: 'Back-dated import',
		build(scene) {
			const { draft, context } = scene;
			draft.processedAt = draft.createdAt - 75 * DAY;
			draft.sourceName = '1424624';
			draft.note = 'Imported from the old shop';
			placeUsualOrder(scene, 2);
			pay(context, draft, { gateway: 'manual', at: draft.processedAt });
		},
	},
	moment('First second of the month', (month) => month.start + 1000),
	moment('Last minute of the month', (month) => month.end - 59_000),
	moment('Before midnight', (month) => month.at(15, 23, 58)),
	moment('Hour that clocks repeat', (month) => month.at(25, 1, 30)),
];

function moment(name: string, when: NonNullable<Scenario['when']>): Scenario {
	return {
		name,
		when,
		build(scene) {
			placeUsualOrder(scene);
			pay(scene.context, scene.draft, { gateway: 'shopify_payments', at: atOnce(scene) });
		},
	};
}

function business(scene: Scene, completedAt: number | null): void {
	const { context, draft, random } = scene;
	const { company, location, poPrefix } = random.pick(context.companies);
	draft.company = { company, location };
	draft.customer ??= context.customers[2];
	draft.poNumber = `${poPrefix}-${random.int(100, 999)}`;
	draft.terms = { type: 'NET', name: 'Net 30', dueInDays: 30, completedAt };
	placeUsualOrder(scene, 4);
}
