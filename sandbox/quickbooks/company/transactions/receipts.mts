import type { Books } from '../books.mts';
import { centsOf } from '../cents.mts';
import type { Handler } from '../entities/handler.mts';
import { deposited, invalidAccountType, missing } from '../faults.mts';
import { refId } from '../json.mts';
import type { Json, Row } from '../types.mts';
import { checkAccountCurrency } from './account-currency.mts';
import { buildSalesForm } from './sales-form.mts';
import { salesPosting } from './sales-posting.mts';
import { showDeposited } from './show-links.mts';

/** Bank or Other Current Asset; QuickBooks takes any of the latter, even Inventory Asset. */
export function depositAccount(books: Books, body: Json, currency: string): Row | undefined {
	const account = books.resolve('Account', body, 'DepositToAccountRef');
	if (account === undefined) return undefined;
	if (account.AccountType !== 'Bank' && account.AccountType !== 'Other Current Asset') {
		throw invalidAccountType('DepositToAccountRef');
	}
	checkAccountCurrency(books, account, currency, 'DepositToAccountRef');
	return account;
}

export function undepositedFunds(books: Books): Row {
	const account = books.accountBySubType('UndepositedFunds');
	if (account === undefined) throw missing('DepositToAccountRef');
	return account;
}

/** A transaction in a deposit is locked until the deposit is deleted. */
export function checkNotDeposited(books: Books, entity: string, id: string): void {
	if (books.links.isDeposited(entity, id)) throw deposited();
}

function receipt(entity: 'SalesReceipt' | 'RefundReceipt', sign: 1 | -1): Handler {
	return {
		deletable: true,
		voidable: entity === 'SalesReceipt',
		build(books, body, context) {
			// A refund must name the account that the money leaves; a receipt has Undeposited Funds to go to.
			if (sign === -1 && refId(body, 'DepositToAccountRef') === undefined) {
				throw missing('DepositToAccountRef');
			}
			const { content } = buildSalesForm(books, entity, body, context);
			const currency = String(refId(content, 'CurrencyRef'));
			const account = depositAccount(books, body, currency) ?? undepositedFunds(books);
			return { ...content, Balance: 0, DepositToAccountRef: { value: account.Id } };
		},
		post(books, row) {
			const customerId = refId(row, 'CustomerRef');
			const control = {
				accountId: String(refId(row, 'DepositToAccountRef')),
				cents: centsOf(row, 'TotalAmt') ?? 0,
				...(customerId === undefined
					? {}
					: { entity: { type: 'Customer' as const, id: customerId } }),
			};
			return salesPosting(books, row, control, sign);
		},
		show: (books, row) => showDeposited(books, entity, row),
	};
}

export const salesReceipt = receipt('SalesReceipt', 1);
export const refundReceipt = receipt('RefundReceipt', -1);
