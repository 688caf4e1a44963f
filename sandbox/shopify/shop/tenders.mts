import { outstanding } from './balance.mts';
import type { Context } from './context.mts';
import type { FeePart, OrderDraft, TransactionDraft } from './draft.mts';
import { convertBack, rateOf } from './exchange.mts';
import type { Location } from './model.mts';
import { divideRounded, type Amount } from './money.mts';

const MILLION = 1_000_000;

export interface Tender {
	gateway: string;
	at: number;
	/** In the customer's currency; everything outstanding when left out. */
	presentment?: number;
	/** Exchange rate of the day against the order's, in millionths (1_004_000: 0.4 % up). */
	rateDrift?: number;
	authorizeFirst?: boolean;
	status?: TransactionDraft['status'];
	rounding?: Amount;
	receipt?: Record<string, unknown>;
	location?: Location;
}

/** Adds a successful payment: a SALE, or an AUTHORIZATION and its CAPTURE two hours later. */
export function pay(context: Context, draft: OrderDraft, tender: Tender): TransactionDraft {
	const amount = tenderAmount(draft, tender);
	if (!tender.authorizeFirst) return transaction(context, draft, 'SALE', amount, tender);
	const authorization = transaction(context, draft, 'AUTHORIZATION', amount, tender);
	const later = { ...tender, at: tender.at + 2 * 3_600_000 };
	return transaction(context, draft, 'CAPTURE', amount, later, authorization);
}

export function authorize(context: Context, draft: OrderDraft, tender: Tender): TransactionDraft {
	return transaction(context, draft, 'AUTHORIZATION', tenderAmount(draft, tender), tender);
}

/** Any transaction; fees come with money that Shopify Payments really moved. */
export function transaction(
	context: Context,
	draft: OrderDraft,
	kind: TransactionDraft['kind'],
	amount: Amount,
	tender: Tender,
	parent: TransactionDraft | null = null,
): TransactionDraft {
	const status = tender.status ?? 'SUCCESS';
	const charged =
		tender.gateway === 'shopify_payments' &&
		status === 'SUCCESS' &&
		(kind === 'SALE' || kind === 'CAPTURE');
	const row: TransactionDraft = {
		id: context.ids.gid('OrderTransaction'),
		kind,
		status,
		gateway: tender.gateway,
		amount,
		rounding: tender.rounding ?? null,
		processedAt: tender.at,
		parent,
		test: draft.test,
		fees: charged ? feesOf(context, draft, amount) : [],
		receipt: tender.receipt ?? null,
		location: tender.location ?? null,
	};
	draft.transactions.push(row);
	return row;
}

/**
 * A part payment or a foreign one is converted at the rate of its own day; paying all that is
 * outstanding in the shop's own currency needs no conversion.
 */
export function tenderAmount(draft: OrderDraft, tender: Tender): Amount {
	const presentment = tender.presentment ?? outstanding(draft).presentment;
	const { shop: shopCurrency, presentment: customerCurrency } = draft.currencies;
	const rate = divideRounded(
		rateOf(shopCurrency, customerCurrency) * (tender.rateDrift ?? MILLION),
		MILLION,
	);
	return {
		shop: convertBack(presentment, shopCurrency, customerCurrency, rate),
		presentment,
	};
}

function feesOf(context: Context, draft: OrderDraft, amount: Amount): FeePart[] {
	const { card } = context.market;
	const inPerson = draft.sourceName === 'pos';
	const rate = inPerson ? card.posRate : card.rate;
	const flat = inPerson ? card.posFlat : card.flat;
	const fees: FeePart[] = [
		{
			type: 'processing_fee',
			amount: divideRounded(amount.shop * rate, MILLION) + flat,
			flat,
			rate,
			rateName: inPerson ? 'In-person credit card rate' : 'Online credit card rate',
		},
	];
	if (draft.currencies.shop !== draft.currencies.presentment) {
		fees.push({
			type: 'currency_conversion_fee',
			amount: divideRounded(amount.shop * 15_000, MILLION),
			flat: 0,
			rate: 15_000,
			rateName: 'Currency conversion fee',
		});
	}
	return fees;
}

export const feeTotal = (row: TransactionDraft): number =>
	row.fees.reduce((sum, fee) => sum + fee.amount, 0);
