import type { Context } from './context.mts';
import type { OrderDraft } from './draft.mts';
import type { Node, Order } from './model.mts';
import type { Dispute, PaymentsAccount } from './modelPayments.mts';
import { createPaymentsAccount } from './payments/account.mts';
import { createDisputes } from './payments/disputes.mts';
import { everyType } from './payments/everyType.mts';
import { otherMovements } from './payments/otherMovements.mts';
import { rowsOfOrder } from './payments/rows.mts';
import type { Random } from './random.mts';
import { createBusinessEntity, createEuroEntity } from './shopNode.mts';
import type { PayoutTruth } from './truthModel.mts';

/**
 * 'usual': what a shop sees in a month. 'every type': each of Shopify's types of balance transactions,
 * more disputes, failures and reserves, and orders in euros paid out in euros by a second account.
 */
export type LedgerKind = 'usual' | 'every type';

const EURO = 'EUR';

/** The companies that the shop sells as: the first sells all that the second does not. */
export class Entities {
	readonly all: Node[];

	constructor({ market }: Context, kind: LedgerKind) {
		const hasEuros = kind === 'every type' && market.currency !== EURO;
		this.all = [createBusinessEntity(market), ...(hasEuros ? [createEuroEntity(market)] : [])];
	}

	of({ currencies }: OrderDraft): Node {
		return currencies.presentment === EURO ? this.all[this.all.length - 1] : this.all[0];
	}
}

interface Ledger {
	account: PaymentsAccount;
	payouts: PayoutTruth[];
	balance: number;
	disputes: Dispute[];
}

/** The ledgers of all accounts; the first entity's is given back. */
export function createLedger(
	context: Context,
	random: Random,
	drafts: OrderDraft[],
	orders: Order[],
	{ all: [first, second] }: Entities,
	kind: LedgerKind,
): Ledger {
	const { ids, market, calendar } = context;
	const isTroubled = kind === 'every type';
	const isOf = (entity: Node | undefined, index: number) =>
		entity !== undefined && orders[index].merchantBusinessEntity === entity;
	const own = drafts.filter((_draft, index) => isOf(first, index));
	const ownOrders = orders.filter((_order, index) => isOf(first, index));
	const rows = own.flatMap((draft, index) => rowsOfOrder(ids, draft, ownOrders[index]));
	const disputes = createDisputes(context, own, ownOrders, rows, isTroubled);
	rows.push(...otherMovements(context, random.fork('ledger'), own, ownOrders));
	if (isTroubled) rows.push(...everyType(context, random.fork('types'), own, ownOrders));
	const settings = { isTroubled };
	const ledger = createPaymentsAccount(ids, market, calendar, rows, disputes, first, settings);
	if (second !== undefined) createEuroLedger(second);
	return { ...ledger, disputes };

	function createEuroLedger(entity: Node): void {
		const sold = drafts.filter((_draft, index) => isOf(entity, index));
		const soldOrders = orders.filter((_order, index) => isOf(entity, index));
		const euros = [
			...sold.flatMap((draft, index) => rowsOfOrder(ids, draft, soldOrders[index], 'presentment')),
			...everyType(context, random.fork('euro types'), sold, soldOrders),
		];
		const euroMarket = { ...market, currency: EURO, countryCode: 'IE' };
		const own = { place: 1, isTroubled };
		createPaymentsAccount(ids, euroMarket, calendar, euros, [], entity, own);
	}
}
