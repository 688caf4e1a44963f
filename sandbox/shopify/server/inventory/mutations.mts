import { valueFromAST, GraphQLString, type GraphQLResolveInfo } from 'graphql/index.js';

import type { ServerContext } from '../context.mts';
import { fieldError } from '../errors.mts';
import type { ShopObject } from '../model.mts';
import { refuseStockInput, type Entry, type StockInput, type UserError } from './checks.mts';
import { changeStock, findLevel, quantityOf } from './stock.mts';

interface Payload {
	inventoryAdjustmentGroup: object | null;
	userErrors: UserError[];
}

/** What was asked under a key, and what became of it. */
interface Attempt {
	asked: string;
	payload: Payload;
}

/** The idempotency keys that one shop has seen. */
export class StockLedger {
	private readonly attempts = new Map<string, Attempt>();
	private lastGroup = 54_640_716_251_441;
	private held = 0;

	/** So many of the next mutations meet another request that works under their key. */
	hold(times: number): void {
		this.held = times;
	}

	/** `inventorySetQuantities(input) @idempotent(key)`: to a quantity, if it is still what it was. */
	set(args: Record<string, unknown>, context: ServerContext, info: GraphQLResolveInfo): Payload {
		return this.write('quantities', args, context, info);
	}

	/** `inventoryAdjustQuantities(input) @idempotent(key)`: by a difference. */
	adjust(args: Record<string, unknown>, context: ServerContext, info: GraphQLResolveInfo): Payload {
		return this.write('changes', args, context, info);
	}

	private write(
		list: 'quantities' | 'changes',
		args: Record<string, unknown>,
		context: ServerContext,
		info: GraphQLResolveInfo,
	): Payload {
		const key = `${info.fieldName} ${requiredKey(info)}`;
		const input = readInput(list, args);
		const asked = JSON.stringify(input);
		const earlier = this.attempts.get(key);
		if (this.held > 0) {
			this.held -= 1;
			return refused(
				'This request is currently in progress, please try again.',
				'IDEMPOTENCY_CONCURRENT_REQUEST',
			);
		}
		if (earlier) return repeated(earlier, asked);
		const errors = refuseStockInput(input, context);
		const payload =
			errors.length > 0
				? { inventoryAdjustmentGroup: null, userErrors: errors }
				: { inventoryAdjustmentGroup: this.apply(input, context), userErrors: [] };
		this.attempts.set(key, { asked, payload });
		return payload;
	}

	private apply(input: StockInput, context: ServerContext): object {
		this.lastGroup += 131_072;
		const at = context.now.toISOString().replace(/\.\d+Z$/, 'Z');
		const changes = input.entries.flatMap((entry) => {
			const item = context.index.get(entry.inventoryItemId) as ShopObject;
			const location = context.index.get(entry.locationId) as ShopObject;
			const current = quantityOf(findLevel(item, entry.locationId), input.name);
			const delta = entry.delta ?? (entry.quantity ?? 0) - current;
			return changeStock(item, location, input.name, delta, at, entry.ledgerDocumentUri);
		});
		return {
			id: `gid://shopify/InventoryAdjustmentGroup/${this.lastGroup}`,
			createdAt: at,
			reason: input.reason,
			referenceDocumentUri: input.referenceDocumentUri ?? null,
			changes,
		};
	}
}

const refused = (message: string, code: string): Payload => ({
	inventoryAdjustmentGroup: null,
	userErrors: [{ field: null, message, code }],
});

function repeated({ asked: before, payload }: Attempt, asked: string): Payload {
	if (before !== asked) {
		return refused(
			'The same idempotency key cannot be used with different operation parameters.',
			'IDEMPOTENCY_KEY_PARAMETER_MISMATCH',
		);
	}
	if (payload.userErrors.length === 0) return payload;
	return refused(
		'A previous request with this idempotency key failed. Retry with a new idempotency key.',
		'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED',
	);
}

/** @throws GraphQLError BAD_REQUEST without the directive, which is mandatory since 2026-04. */
function requiredKey(info: GraphQLResolveInfo): string {
	const directives = info.fieldNodes.flatMap(({ directives: own }) => own ?? []);
	const directive = directives.find(({ name }) => name.value === 'idempotent');
	const value = directive?.arguments?.find(({ name }) => name.value === 'key')?.value;
	const key = valueFromAST(value, GraphQLString, info.variableValues);
	if (typeof key === 'string' && key !== '') return key;
	throw fieldError(
		'The @idempotent directive is required for this mutation but was not provided.',
		'BAD_REQUEST',
	);
}

const MAX_ENTRIES = 250;

function readInput(list: 'quantities' | 'changes', args: Record<string, unknown>): StockInput {
	const input = args.input as Omit<StockInput, 'list' | 'entries'> & Record<typeof list, Entry[]>;
	const entries = input[list];
	if (entries.length > MAX_ENTRIES) {
		throw fieldError(
			`The input array size of ${entries.length} is greater than the maximum allowed of ${MAX_ENTRIES}.`,
			'MAX_INPUT_SIZE_EXCEEDED',
		);
	}
	// An explicit null skips the check; leaving it out is an error.
	if (entries.some((entry) => entry.changeFromQuantity === undefined)) {
		const type = list === 'quantities' ? 'InventoryQuantityInput' : 'InventoryChangeInput';
		throw fieldError(
			`${type} must include the following argument: changeFromQuantity.`,
			'INVALID_FIELD_ARGUMENTS',
		);
	}
	const { name, reason, referenceDocumentUri } = input;
	return { name, reason, referenceDocumentUri, list, entries };
}
