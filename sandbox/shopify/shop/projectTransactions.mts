import { dateTime } from './calendar.mts';
import type { OrderDraft, TransactionDraft } from './draft.mts';
import { legacyId, type Ids } from './ids.mts';
import type { Order, OrderTransaction } from './model.mts';
import { bag, divideRounded, minorDigits, moneyV2, ZERO } from './money.mts';

/** gateway code: [name shown, whether a person records the money by hand]. */
const GATEWAYS: Record<string, [string, boolean]> = {
	shopify_payments: ['Shopify payments', false],
	paypal: ['Paypal', false],
	manual: ['Manual', true],
	'Bank Deposit': ['Bank Deposit', true],
	cash: ['Cash', true],
	gift_card: ['Gift card', false],
	shopify_store_credit: ['Shopify store credit', false],
	shop_cash: ['Shop Cash', false],
	'TikTok Shop': ['TikTok Shop', false],
};

/** A payment, once per draft: refunds and the order share the object. */
export function projectTransaction(
	ids: Ids,
	draft: OrderDraft,
	row: TransactionDraft,
	order: Order,
): OrderTransaction {
	if (row.object) return row.object;
	const money = (amount: typeof row.amount) => bag(amount, draft.currencies);
	const [formattedGateway, manualPaymentGateway] = GATEWAYS[row.gateway];
	const card = row.gateway === 'shopify_payments';
	const at = dateTime(row.processedAt);
	const open =
		row.kind === 'AUTHORIZATION' &&
		row.status === 'SUCCESS' &&
		!draft.transactions.some(({ parent }) => parent === row);
	row.object = {
		id: row.id,
		order,
		kind: row.kind,
		status: row.status,
		gateway: row.gateway,
		formattedGateway,
		manualPaymentGateway,
		test: row.test,
		createdAt: at,
		processedAt: at,
		amountSet: money(row.amount),
		amountRoundingSet: row.rounding === null ? null : money(row.rounding),
		totalUnsettledSet: money(open ? row.amount : ZERO),
		parentTransaction: row.parent ? projectTransaction(ids, draft, row.parent, order) : null,
		paymentId: `c${legacyId(draft.id)}.${draft.transactions.indexOf(row) + 1}`,
		paymentDetails: paymentDetails(row),
		accountNumber: card ? '•••• •••• •••• 4242' : null,
		authorizationCode: null,
		errorCode: row.status === 'FAILURE' ? 'CARD_DECLINED' : null,
		manuallyCapturable: open,
		multiCapturable: false,
		maximumRefundableV2: null,
		location: row.location,
		device: null,
		user: null,
		receiptJson: JSON.stringify(row.receipt ?? {}),
		settlementCurrency: card ? draft.currencies.shop : null,
		settlementCurrencyRate: card ? settlementRate(draft, row) : null,
		currencyExchangeAdjustment: null,
		shopifyPaymentsSet: null,
		fees: row.fees.map((fee) => ({
			id: ids.gid('TransactionFee'),
			type: fee.type,
			amount: moneyV2(fee.amount, draft.currencies.shop),
			flatFee: moneyV2(fee.flat, draft.currencies.shop),
			flatFeeName: fee.flat === 0 ? null : 'Flat fee',
			rate: String(fee.rate / 1_000_000),
			rateName: fee.rateName,
			taxAmount: moneyV2(0, draft.currencies.shop),
		})),
	};
	return row.object;
}

/** Shop units per presentment unit, six digits. */
function settlementRate(draft: OrderDraft, row: TransactionDraft): string {
	const { shop, presentment } = draft.currencies;
	const { shop: settled, presentment: paid } = row.amount;
	if (shop === presentment || paid === 0) return '1.0';
	const scale = 10 ** (6 + minorDigits(presentment) - minorDigits(shop));
	const millionths = String(divideRounded(settled * scale, paid)).padStart(7, '0');
	return `${millionths.slice(0, -6)}.${millionths.slice(-6)}`;
}

function paymentDetails(row: TransactionDraft): Record<string, unknown> | null {
	if (row.gateway === 'paypal') {
		return { __typename: 'PaypalWalletPaymentDetails', paymentMethodName: 'paypal' };
	}
	if (row.gateway !== 'shopify_payments') return null;
	return {
		__typename: 'CardPaymentDetails',
		paymentMethodName: 'card',
		company: 'Visa',
		number: '•••• •••• •••• 4242',
		bin: '424242',
		name: null,
		expirationMonth: 12,
		expirationYear: 2029,
		wallet: null,
		avsResultCode: 'Y',
		cvvResultCode: 'M',
	};
}
