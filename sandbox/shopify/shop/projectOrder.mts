import { dateTime, MINUTE } from './calendar.mts';
import type { OrderDraft } from './draft.mts';
import { legacyId, type Ids } from './ids.mts';
import type { Node, Order } from './model.mts';
import { capturable, outstanding, received } from './balance.mts';
import { cashRounding, orderTotals } from './orderTotals.mts';
import { projectAddress } from './projectAddress.mts';
import { projectAgreement, type Projected } from './projectAgreements.mts';
import { groupTaxes, LineProjector } from './projectLines.mts';
import { paymentTerms } from './paymentTerms.mts';
import { projectRefund, projectReturn } from './projectRefunds.mts';
import { projectTransaction } from './projectTransactions.mts';
import { allSales } from './sales.mts';
import { financialStatus } from './status.mts';

/** What this shop's orders never have. */
const NOTHING = {
	alerts: [],
	events: [],
	fulfillmentOrders: [],
	fulfillments: [],
	localizedFields: [],
	metafields: [],
	nonFulfillableLineItems: [],
	hasTimelineComment: false,
	productNetwork: false,
	customerAcceptsMarketing: false,
	currentTotalWeight: '0',
	paymentCollectionDetails: { additionalPaymentCollectionUrl: null, vaultedPaymentMethods: null },
};

/** The draft as the Admin API shows it. */
export function projectOrder(ids: Ids, draft: OrderDraft, businessEntity: Node): Order {
	const lines = new LineProjector(draft);
	const order = { id: draft.id } as Order;
	const projected: Projected = { draft, order, lines, refunds: new Map(), returns: new Map() };
	Object.assign(
		order,
		header(draft, order),
		orderTotals(draft),
		state(draft),
		parties(ids, draft, order),
		{
			...NOTHING,
			merchantBusinessEntity: businessEntity,
			totalCashRoundingAdjustment: cashRounding(draft),
			taxLines: groupTaxes(chargedTaxes(draft)).map((tax) => lines.tax(tax)),
			currentTaxLines: groupTaxes(allSales(draft).flatMap(({ taxes }) => taxes)).map((tax) =>
				lines.tax(tax),
			),
			discountApplications: draft.applications.map((application) => lines.application(application)),
			lineItems: draft.lines.map((line) => lines.line(line)),
			shippingLines: draft.shipping.map((line) => lines.shipping(line)),
			additionalFees: draft.fees.map((fee) => lines.fee(fee)),
			transactions: draft.transactions.map((row) => projectTransaction(ids, draft, row, order)),
			transactionsCount: { count: draft.transactions.length, precision: 'EXACT' },
			disputes: [],
		},
	);
	order.shippingLine = order.shippingLines.find(({ isRemoved }) => !isRemoved) ?? null;
	order.returns = draft.returns.map((record, index) => {
		const object = projectReturn(draft, record, order, lines, index);
		projected.returns.set(record, object);
		return object;
	});
	order.refunds = draft.refunds.map((record) => {
		const refund = projectRefund(ids, draft, record, order, lines, projected.returns);
		projected.refunds.set(record, refund);
		if (record.return) (projected.returns.get(record.return)!.refunds as Node[]).push(refund);
		return refund;
	});
	order.agreements = draft.agreements.map((agreement) => projectAgreement(projected, agreement));
	return order;
}

function header(draft: OrderDraft, order: Order): Record<string, unknown> {
	const codes = draft.applications
		.filter(({ typename }) => typename === 'DiscountCodeApplication')
		.map(({ label }) => label);
	const moments = [
		draft.createdAt,
		draft.cancelledAt ?? 0,
		...draft.transactions.map(({ processedAt }) => processedAt),
		...draft.refunds.map(({ at }) => at),
		...draft.agreements.map(({ happenedAt }) => happenedAt),
	];
	return {
		legacyResourceId: legacyId(draft.id),
		name: `#${draft.number}`,
		number: draft.number,
		createdAt: dateTime(draft.createdAt),
		processedAt: dateTime(draft.processedAt),
		updatedAt: dateTime(Math.max(...moments) + MINUTE),
		cancelledAt: draft.cancelledAt === null ? null : dateTime(draft.cancelledAt),
		cancelReason: draft.cancelReason,
		cancellation: draft.cancelledAt === null ? null : { staffNote: null },
		closed: false,
		closedAt: null,
		test: draft.test,
		edited: draft.agreements.some(({ reason }) => reason === 'ORDER_EDIT'),
		confirmed: true,
		confirmationNumber: `C${legacyId(draft.id).slice(-8)}`,
		currencyCode: draft.currencies.shop,
		presentmentCurrencyCode: draft.currencies.presentment,
		taxesIncluded: draft.taxesIncluded,
		taxExempt: false,
		dutiesIncluded: draft.dutiesIncluded,
		estimatedTaxes: false,
		poNumber: draft.poNumber,
		sourceName: draft.sourceName,
		sourceIdentifier: null,
		note: draft.note,
		tags: draft.tags,
		customAttributes: [],
		discountCode: codes[0] ?? null,
		discountCodes: codes,
		paymentGatewayNames: [...new Set(draft.transactions.map(({ gateway }) => gateway))],
		subtotalLineItemsQuantity: countUnits(draft, false),
		currentSubtotalLineItemsQuantity: countUnits(draft, true),
		paymentTerms: paymentTerms(draft, order),
	};
}

const countUnits = (draft: OrderDraft, left: boolean): number =>
	draft.lines
		.filter(({ kind }) => kind !== 'TIP')
		.reduce((sum, line) => sum + line.quantity - (left ? line.returned : 0), 0);

function state(draft: OrderDraft): Record<string, unknown> {
	const due = outstanding(draft).presentment;
	return {
		displayFinancialStatus: financialStatus(draft),
		displayFulfillmentStatus: draft.fulfilled ? 'FULFILLED' : 'UNFULFILLED',
		returnStatus: draft.returns.length === 0 ? 'NO_RETURN' : 'RETURNED',
		fullyPaid: due <= 0 && capturable(draft).presentment === 0,
		unpaid: due > 0 && received(draft).presentment === 0,
		capturable: capturable(draft).presentment > 0,
		canMarkAsPaid: due > 0,
		refundable: received(draft).presentment > 0,
		restockable: true,
		merchantEditable: draft.cancelledAt === null,
		merchantEditableErrors: [],
		canNotifyCustomer: draft.customer?.defaultEmailAddress != null,
		fulfillable: !draft.fulfilled && draft.cancelledAt === null,
		requiresShipping: draft.lines.some(({ requiresShipping }) => requiresShipping),
	};
}

function parties(ids: Ids, draft: OrderDraft, order: Order): Record<string, unknown> {
	const address = projectAddress(ids, draft);
	const online = draft.sourceName === 'web';
	return {
		customer: draft.customer,
		email: draft.customer?.defaultEmailAddress?.emailAddress ?? null,
		phone: null,
		purchasingEntity: draft.company
			? { __typename: 'PurchasingCompany', ...draft.company, contact: null }
			: draft.customer,
		billingAddress: address,
		shippingAddress: draft.sourceName === 'pos' ? null : address,
		billingAddressMatchesShippingAddress: true,
		retailLocation: draft.location,
		merchantOfRecordApp: draft.merchantOfRecord,
		app: draft.merchantOfRecord ?? {
			id: 'gid://shopify/App/580111',
			name: online ? 'Online Store' : 'Point of Sale',
		},
		publication: null,
		customerLocale: online ? 'en' : null,
		statusPageUrl: `https://northwind-demo.myshopify.com/orders/${legacyId(order.id)}`,
	};
}

const chargedTaxes = (draft: OrderDraft) =>
	[
		...draft.lines,
		...draft.shipping,
		...draft.lines.flatMap(({ duties }) => duties),
		...draft.fees,
	].flatMap(({ taxes }) => taxes.map((tax) => ({ tax, amount: tax.amount })));
