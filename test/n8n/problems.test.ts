import { NodeApiError, NodeOperationError, type IExecuteFunctions, type INode } from 'n8n-workflow';
import { forEachItem, refuseItem, throwProblem } from '../../nodes/n8n/problems';
import { redact } from '../../nodes/n8n/redact';

const node = { id: '1', name: 'Post', type: 'x.post', typeVersion: 1 } as unknown as INode;
const problem = {
	code: 'unmapped-gateway',
	what: "The gateway 'cash' has no account",
	where: 'Order #1001',
	fix: "Add it under 'Payment Accounts'.",
};

const contextOf = (continueOnFail: boolean, items = 3) =>
	({
		getNode: () => node,
		getInputData: () => Array.from({ length: items }, () => ({ json: {} })),
		continueOnFail: () => continueOnFail,
	}) as unknown as IExecuteFunctions;

it('turns a problem into an error that says what, where and what to do, tied to its item', () => {
	expect(() => throwProblem(node, 2, problem)).toThrow(
		expect.objectContaining({
			message: "Order #1001: The gateway 'cash' has no account",
			description: "Add it under 'Payment Accounts'.",
			context: expect.objectContaining({ itemIndex: 2 }),
		}),
	);
});

describe('forEachItem', () => {
	const work = async (itemIndex: number) => {
		if (itemIndex === 1) throwProblem(node, itemIndex, problem);
		return [{ json: { itemIndex }, pairedItem: { item: itemIndex } }];
	};

	it('stops at the first item that is refused', async () => {
		await expect(forEachItem(contextOf(false), work)).rejects.toBeInstanceOf(NodeOperationError);
	});

	it('sends a refused item to the error output and goes on with the rest, if the user chose so', async () => {
		const items = await forEachItem(contextOf(true), work);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		// n8n would throw the details away if the item had an `error` of its own.
		expect(items[1]).not.toHaveProperty('error');
		expect(items[1].json).toEqual({
			error: "Order #1001: The gateway 'cash' has no account",
			details: {
				what: "Order #1001: The gateway 'cash' has no account",
				fix: "Add it under 'Payment Accounts'.",
			},
		});
	});

	it("keeps n8n's words and hides tokens", async () => {
		const apiError = new NodeApiError(node, { message: 'Bad' });
		const [kept, wrapped] = await forEachItem(contextOf(true, 2), async (itemIndex) => {
			if (itemIndex === 0) throw apiError;
			throw new Error('refused shpat_0123456789abcdef');
		});
		expect(kept.json.error).toBe(apiError.message);
		expect(wrapped.json.error).toBe('refused [hidden]');
	});
});

it('refuses one item by value or by error', () => {
	expect(refuseItem(contextOf(true), 4, problem)).toMatchObject({
		json: { details: { code: 'unmapped-gateway', where: 'Order #1001', fix: problem.fix } },
		pairedItem: { item: 4 },
	});
	expect(() => refuseItem(contextOf(false), 4, problem)).toThrow(NodeOperationError);
});

it.each([
	['token shpat_0123abc and shprt_9', 'token [hidden] and [hidden]'],
	['{"access_token":"abc","expires_in":5}', '{"access_token":"[hidden]","expires_in":5}'],
	['https://x/f?signature=abc%3D&b=1', 'https://x/f?signature=[hidden]&b=1'],
	['Authorization: Bearer eyJhbGciOi.abc.def', 'Authorization: [hidden] [hidden]'],
	[
		'order gid://shopify/Order/5550001112223 #1001',
		'order gid://shopify/Order/5550001112223 #1001',
	],
	['tid 1-6a1b2c3d-4e5f60718293a4b5c6d7e8f9', 'tid 1-6a1b2c3d-4e5f60718293a4b5c6d7e8f9'],
	['two\nlines\u0007', 'two lines '],
])('hides what looks like a secret, and only that: %s', (text, expected) => {
	expect(redact(text)).toBe(expected);
});
