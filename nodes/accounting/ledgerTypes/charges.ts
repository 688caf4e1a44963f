import { andReversal, type LedgerGroup } from './ledgerGroup';

/** What Shopify bills the shop for, and takes from the balance. */
export const CHARGES: readonly LedgerGroup[] = [
	{
		booking: 'Charge',
		category: 'Dispute Fee',
		role: 'disputeFees',
		meaning: 'the fee of a chargeback, or it given back',
		types: ['CHARGEBACK_FEE', 'CHARGEBACK_FEE_REFUND'],
	},
	{
		booking: 'Charge',
		category: 'Seller Protection',
		role: 'disputeFees',
		meaning: 'the cost of the protection against chargebacks',
		types: andReversal('CHARGEBACK_PROTECTION_DEBIT'),
	},
	{
		booking: 'Charge',
		category: 'Transaction Fee',
		role: 'otherFees',
		meaning: 'a fee for processing payments, or it given back',
		types: ['STRIPE_FEE', 'APPLICATION_FEE_REFUND'],
	},
	{
		booking: 'Charge',
		category: 'Referral Fee',
		role: 'otherFees',
		meaning: 'a referral fee, or the tax on it',
		types: ['REFERRAL_FEE', 'REFERRAL_FEE_TAX'],
	},
	{
		booking: 'Charge',
		category: 'Bank Failure Fee',
		role: 'otherFees',
		meaning: 'a fee for a bank debit that failed',
		types: ['ACH_BANK_FAILURE_DEBIT_FEE', 'ACH_BANK_FAILURE_DEBIT_REVERSAL_FEE'],
	},
	{
		booking: 'Charge',
		category: 'Marketplace Fee',
		role: 'otherFees',
		meaning: 'a marketplace fee given back',
		types: andReversal('MARKETPLACE_FEE_CREDIT'),
	},
	{
		booking: 'Charge',
		category: 'Shopify Bill',
		role: 'shopifyBill',
		meaning: "Shopify's bill for the plan and apps, taken from the balance",
		types: andReversal('BILLING_DEBIT'),
	},
	{
		booking: 'Charge',
		category: 'Shipping Label',
		role: 'shippingLabels',
		meaning: 'a shipping label, or what the carrier charged later',
		types: [
			'SHIPPING_LABEL',
			'SHIPPING_LABEL_ADJUSTMENT',
			'SHIPPING_LABEL_ADJUSTMENT_BASE',
			'SHIPPING_LABEL_ADJUSTMENT_SURCHARGE',
			'SHIPPING_OTHER_CARRIER_CHARGE_ADJUSTMENT',
			'SHIPPING_RETURN_TO_ORIGIN_ADJUSTMENT',
		],
	},
	{
		booking: 'Charge',
		category: 'Advertising',
		role: 'advertising',
		meaning: 'a Shop Cash campaign, which is advertising',
		types: andReversal(
			'SHOP_CASH_BILLING_DEBIT',
			'SHOP_CASH_CAMPAIGN_BILLING_DEBIT',
			'SHOP_CASH_CAMPAIGN_BILLING_CREDIT',
		),
	},
];
