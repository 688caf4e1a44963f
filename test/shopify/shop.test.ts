import { shopBaseUrl } from '../../nodes/shopify/shop';

it.each([
	['my-shop', '', 'https://my-shop.myshopify.com'],
	[' My-Shop.myshopify.com ', '', 'https://my-shop.myshopify.com'],
	['https://my-shop.myshopify.com/admin', '', 'https://my-shop.myshopify.com'],
	['my-shop', 'http://127.0.0.1:4810/', 'http://127.0.0.1:4810'],
	['', 'https://proxy.example/shopify', 'https://proxy.example/shopify'],
])('"%s" and "%s" lead to %s', (subdomain, baseUrl, value) => {
	expect(shopBaseUrl(subdomain, baseUrl)).toEqual({ ok: true, value });
});

it.each([
	['', ''],
	['evil.example/x', ''],
	['shop.example.com', ''],
	['a b', ''],
	['my-shop', 'not an address'],
	['my-shop', 'file:///etc/passwd'],
])('"%s" and "%s" are refused, so that no token goes to a stranger', (subdomain, baseUrl) => {
	expect(shopBaseUrl(subdomain, baseUrl)).toMatchObject({
		ok: false,
		problem: { code: 'invalid-setting' },
	});
});
