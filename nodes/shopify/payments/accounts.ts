import type { ShopifyClient } from '../client';
import type { Page } from '../orderFacts';
import { ok, type GraphqlObject, type Outcome } from '../types';
import { ACCOUNTS } from './queries';
import type { BusinessEntity } from './types';

/** A Shopify Payments account; without an entity where only the shop itself shows it. */
export interface PaymentsAccount {
	id: string;
	entity?: BusinessEntity;
}

interface AccountsAnswer extends GraphqlObject {
	shopifyPaymentsAccount: { id: string } | null;
	businessEntities: Array<BusinessEntity & { shopifyPaymentsAccount: { id: string } | null }>;
}

/** Every account of the shop; none where it has no Shopify Payments. */
export async function readAccounts(client: ShopifyClient): Promise<Outcome<PaymentsAccount[]>> {
	const answer = await client.ask<AccountsAnswer>(ACCOUNTS);
	if (!answer.ok) return answer;
	const { shopifyPaymentsAccount: own, businessEntities } = answer.value.data;
	const accounts = businessEntities.flatMap(
		({ id, displayName, shopifyPaymentsAccount }): PaymentsAccount[] =>
			shopifyPaymentsAccount
				? [{ id: shopifyPaymentsAccount.id, entity: { id, displayName } }]
				: [],
	);
	if (own && !accounts.some(({ id }) => id === own.id)) accounts.push({ id: own.id });
	return ok(accounts);
}

/** The page of a connection of one account, wherever the query found the account. */
export function pageOf<T>(connection: string): (data: GraphqlObject) => Page<T> | undefined {
	return (data) => {
		const { account, shopifyPaymentsAccount } = data as {
			account?: { shopifyPaymentsAccount: Record<string, Page<T>> | null } | null;
			shopifyPaymentsAccount?: Record<string, Page<T>> | null;
		};
		return (account ? account.shopifyPaymentsAccount : shopifyPaymentsAccount)?.[connection];
	};
}

export const entityVariable = ({ entity }: PaymentsAccount): GraphqlObject =>
	entity ? { entity: entity.id } : {};

export const NO_ACCOUNT =
	'This shop has no Shopify Payments account (or it is not set up yet), so there are no payouts, balance transactions or disputes of it. Orders and refunds are read as usual.';
