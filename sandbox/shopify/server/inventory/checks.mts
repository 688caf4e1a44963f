import type { ServerContext } from '../context.mts';
import { valueAt, type ShopObject } from '../model.mts';
import { findLevel, quantityOf } from './stock.mts';

export interface UserError {
	field: string[] | null;
	message: string;
	code: string;
}

/** One entry of `quantities` (with `quantity`) or of `changes` (with `delta`). */
export interface Entry {
	inventoryItemId: string;
	locationId: string;
	quantity?: number;
	delta?: number;
	/** Null skips the check. */
	changeFromQuantity: number | null;
	ledgerDocumentUri?: string | null;
}

export interface StockInput {
	name: string;
	reason: string;
	referenceDocumentUri?: string | null;
	/** "quantities" or "changes" */
	list: string;
	entries: Entry[];
}

const REASONS = ['correction', 'cycle_count_available', 'damaged', 'movement_canceled']
	.concat(['movement_created', 'movement_received', 'movement_updated', 'other', 'promotion'])
	.concat(['quality_control', 'received', 'reservation_created', 'reservation_deleted'])
	.concat(['reservation_updated', 'restock', 'safety_stock', 'shrinkage']);
const SETTABLE = ['available', 'on_hand'];
const ADJUSTABLE = ['available', 'damaged', 'incoming', 'quality_control', 'reserved'].concat([
	'safety_stock',
]);
/** gid://my-app/SyncJob/1 with all its parts, https://my.app/1, my-scheme://1 */
const URI = /^(gid:\/\/[^\s/]+\/[^\s/]+\/\S+|(?!gid:)[a-z][a-z0-9+.-]*:\/\/\S+)$/i;
const BOUND = 1_000_000_000;

/** What the live API says of an input that it refuses (texts captured or from the schema). */
export function refuseStockInput(input: StockInput, context: ServerContext): UserError[] {
	const errors: UserError[] = [];
	const adjusting = input.list === 'changes';
	if (!(adjusting ? ADJUSTABLE : SETTABLE).includes(input.name)) {
		const message = adjusting
			? 'The specified quantity name is invalid.'
			: "The quantity name must be either 'available' or 'on_hand'.";
		const code = adjusting ? 'INVALID_QUANTITY_NAME' : 'INVALID_NAME';
		errors.push({ field: ['input', 'name'], message, code });
	}
	if (!REASONS.includes(input.reason)) {
		const message = `The specified reason is invalid. Valid values are: ${REASONS.join(', ')}.`;
		errors.push({ field: ['input', 'reason'], message, code: 'INVALID_REASON' });
	}
	const reference = input.referenceDocumentUri ?? undefined;
	if (reference !== undefined && !URI.test(reference)) {
		const message = 'The specified reference document is invalid.';
		const code = 'INVALID_REFERENCE_DOCUMENT';
		errors.push({ field: ['input', 'referenceDocumentUri'], message, code });
	}
	input.entries.forEach((entry, index) => {
		const field = (name: string) => ['input', input.list, String(index), name];
		errors.push(...refuseEntry(input, entry, field, context));
	});
	return errors;
}

function refuseEntry(
	input: StockInput,
	entry: Entry,
	field: (name: string) => string[],
	context: ServerContext,
): UserError[] {
	const errors: UserError[] = [];
	const add = (name: string, message: string, code: string) =>
		errors.push({ field: field(name), message, code });
	const item = context.index.get(entry.inventoryItemId);
	if (!item) {
		const message = 'The specified inventory item could not be found.';
		add('inventoryItemId', message, 'INVALID_INVENTORY_ITEM');
	} else if (isBundle(item)) {
		const message = 'The specified inventory item is not allowed to be adjusted via API.';
		add('inventoryItemId', message, 'NON_MUTABLE_INVENTORY_ITEM');
	}
	if (!context.index.get(entry.locationId)) {
		add('locationId', 'The specified location could not be found.', 'INVALID_LOCATION');
	}
	const same = ({ inventoryItemId, locationId }: Entry) =>
		inventoryItemId === entry.inventoryItemId && locationId === entry.locationId;
	if (input.list === 'quantities' && input.entries.filter(same).length > 1) {
		const message = 'The combination of inventoryItemId and locationId must be unique.';
		add('locationId', message, 'NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR');
	}
	const amount = entry.quantity ?? entry.delta ?? 0;
	const name = input.list === 'quantities' ? 'quantity' : 'delta';
	if (amount > BOUND) {
		add(name, "The quantity can't be higher than 1,000,000,000.", 'INVALID_QUANTITY_TOO_HIGH');
	}
	if (amount < -BOUND) {
		add(name, "The quantity can't be lower than -1,000,000,000.", 'INVALID_QUANTITY_TOO_LOW');
	}
	refuseDocument(input, entry, add);
	const current = quantityOf(item && findLevel(item, entry.locationId), input.name);
	if (item && entry.changeFromQuantity !== null && entry.changeFromQuantity !== current) {
		const message = 'The changeFromQuantity value does not match persisted value.';
		add('changeFromQuantity', message, 'CHANGE_FROM_QUANTITY_STALE');
	}
	return errors;
}

/** The stock of a bundle is its components'. */
function isBundle(item: ShopObject): boolean {
	const variants = Array.isArray(item.variants) ? (item.variants as unknown[]) : [item.variant];
	return variants.some((variant) => valueAt(variant, 'requiresComponents') === true);
}

/** Only counts other than `available` are moved by a document. */
function refuseDocument(
	{ list, name }: StockInput,
	{ ledgerDocumentUri }: Entry,
	add: (name: string, message: string, code: string) => void,
): void {
	if (list !== 'changes') return;
	if (name === 'available' && ledgerDocumentUri) {
		const message = 'A ledger document URI is not allowed when adjusting available.';
		add('ledgerDocumentUri', message, 'INVALID_AVAILABLE_DOCUMENT');
	}
	if (name !== 'available' && !ledgerDocumentUri) {
		const message = 'A ledger document URI is required except when adjusting available.';
		add('ledgerDocumentUri', message, 'INVALID_QUANTITY_DOCUMENT');
	}
}
