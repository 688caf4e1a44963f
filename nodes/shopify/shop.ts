import type { ShopifyClient } from './client';
import { failure } from './problems';
import { SHOP } from './queries';
import { ok, type Outcome, type Shop } from './types';

const SUBDOMAIN = /^[a-z0-9][a-z0-9-]*$/i;

/**
 * The scheme and host that requests go to.
 *
 * @param shopSubdomain "my-shop"; the whole address is accepted too, since people paste it.
 * @param baseUrl a sandbox or proxy that stands in for the shop; empty for Shopify itself.
 */
export function shopBaseUrl(shopSubdomain: string, baseUrl = ''): Outcome<string> {
	if (baseUrl.trim() !== '') return customBaseUrl(baseUrl.trim());
	const subdomain = shopSubdomain
		.trim()
		.replace(/^https?:\/\//i, '')
		.replace(/\.myshopify\.com\/?.*$/i, '');
	if (SUBDOMAIN.test(subdomain)) return ok(`https://${subdomain.toLowerCase()}.myshopify.com`);
	return failure(
		'invalid-setting',
		"'Shop Subdomain' in the credential is not a shop's name",
		'For my-shop.myshopify.com enter my-shop. A domain of your own does not work here.',
		'Credential',
	);
}

function customBaseUrl(baseUrl: string): Outcome<string> {
	const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
	if (url && (url.protocol === 'http:' || url.protocol === 'https:')) {
		return ok(`${url.origin}${url.pathname.replace(/\/+$/, '')}`);
	}
	return failure(
		'invalid-setting',
		"'Base URL' in the credential is not a web address",
		'Leave it empty to reach Shopify, or enter an address such as http://127.0.0.1:4810.',
		'Credential',
	);
}

export async function readShop(client: ShopifyClient): Promise<Outcome<Shop>> {
	const answer = await client.ask<{ shop: Shop }>(SHOP);
	return answer.ok ? ok(answer.value.data.shop) : answer;
}
