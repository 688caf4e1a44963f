import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

/** Fields that the three ways to connect a shop have in common. */

export const shopSubdomain: INodeProperties = {
	displayName: 'Shop Subdomain',
	name: 'shopSubdomain',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'my-shop',
	description: 'The name in front of .myshopify.com, also if the shop has a domain of its own',
};

export const clientId: INodeProperties = {
	displayName: 'Client ID',
	name: 'clientId',
	type: 'string',
	required: true,
	default: '',
	hint: "In Shopify's Dev Dashboard under 'Settings' of the app",
};

export const clientSecret: INodeProperties = {
	displayName: 'Client Secret',
	name: 'clientSecret',
	type: 'string',
	typeOptions: { password: true },
	required: true,
	default: '',
};

/** Not named serverUrl: on an OAuth2 credential n8n takes that for its own discovery. */
export const baseUrl: INodeProperties = {
	displayName: 'Base URL (Sandbox or Proxy)',
	name: 'baseUrl',
	type: 'string',
	default: '',
	placeholder: 'http://127.0.0.1:4810',
	description:
		"Leave empty to reach Shopify. An address here is called in Shopify's place and gets the access token.",
};

const SHOP_URL =
	'($self["baseUrl"] || "https://" + $self["shopSubdomain"].trim().replace(/\\.myshopify\\.com.*$/, "") + ".myshopify.com").replace(/\\/+$/, "")';

/** @returns an expression for an address of the shop, made of the credential's own fields. */
export function shopUrl(path: string): string {
	return `={{ ${SHOP_URL} }}${path}`;
}

/** The same in code. */
export function shopAddress({
	baseUrl: base,
	shopSubdomain: shop,
}: ICredentialDataDecryptedObject) {
	const subdomain = String(shop ?? '')
		.trim()
		.replace(/\.myshopify\.com.*$/, '');
	return String(base || `https://${subdomain}.myshopify.com`).replace(/\/+$/, '');
}

/** The same inside of a credential test, where the fields have another name. */
export function testedShopUrl(): string {
	return `={{ ${SHOP_URL.replaceAll('$self', '$credentials')} }}`;
}
