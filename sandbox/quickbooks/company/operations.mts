import type { Books } from './books.mts';
import type { BuildContext, Handler } from './entities/handler.mts';
import { missing, notEnoughStock, notFound, stale, unsupportedOperation } from './faults.mts';
import { checkShape } from './fields/check.mts';
import { LIST_FIELDS } from './fields/lists.mts';
import { TRANSACTION_FIELDS } from './fields/transactions.mts';
import type { NewMovement } from './inventory/stock.mts';
import { copy, refId, without } from './json.mts';
import { nameReferences } from './names.mts';
import { HANDLERS } from './registry.mts';
import { sparseBase } from './sparse.mts';
import { checkOpenPeriod, rateOf } from './transactions/head.mts';
import { checkNotDeposited } from './transactions/receipts.mts';
import type { Json, Row } from './types.mts';
import { voided } from './void.mts';

/** Create, update, delete and void of rows; each changes all or nothing. */

/** Intuit asks for the whole row to delete these; of the others Id and SyncToken are enough. */
const FULL_PAYLOAD: Record<string, string[]> = {
	Transfer: ['FromAccountRef', 'ToAccountRef', 'Amount'],
	Deposit: ['DepositToAccountRef', 'Line'],
};

export function handlerOf(entity: string): Handler {
	const handler = HANDLERS[entity];
	if (handler === undefined) throw unsupportedOperation(entity);
	return handler;
}

function writable(entity: string, operation: string): Handler {
	const handler = handlerOf(entity);
	if (handler.readOnly === true) throw unsupportedOperation(`${operation} of ${entity}`);
	return handler;
}

function check(entity: string, body: Json): Json {
	return checkShape(entity, TRANSACTION_FIELDS[entity] ?? LIST_FIELDS[entity], body);
}

function current(books: Books, entity: string, body: Json): Row {
	const id = body.Id === undefined || body.Id === null ? undefined : String(body.Id);
	if (id === undefined) throw missing('Id');
	const previous = books.find(entity, id);
	if (previous === undefined) throw notFound();
	const token = body.SyncToken;
	if (token === undefined || token === null) throw missing('SyncToken');
	if (String(token) !== previous.SyncToken) throw stale();
	return previous;
}

export function show(books: Books, entity: string, row: Row): Row {
	const shown = HANDLERS[entity].show?.(books, row) ?? row;
	return nameReferences(books, copy(shown)) as Row;
}

/** Posts a stored row and all that follows from it. */
function settle(books: Books, entity: string, row: Row, context: BuildContext): Row {
	const handler = HANDLERS[entity];
	if (handler.post !== undefined) {
		const { entries, links = [], moves = [], rate } = handler.post(books, row);
		const date = String(row.TxnDate);
		const head = {
			date,
			currency: refId(row, 'CurrencyRef') ?? books.homeCurrency,
			rate: rate ?? rateOf(row),
			txnType: entity,
			txnId: row.Id,
			departmentId: refId(row, 'DepartmentRef'),
		};
		books.ledger.post(head, entries);
		const owned = links.map((link) => ({ fromType: entity, fromId: row.Id, ...link }));
		books.links.set(entity, row.Id, owned);
		books.stock.move(entity, row.Id, date, moves);
		checkStock(books, moves);
	}
	handler.after?.(books, row, context);
	return show(books, entity, books.find(entity, row.Id) ?? row);
}

function checkStock(books: Books, moves: readonly NewMovement[]): void {
	if (books.allowsNegativeStock) return;
	for (const { itemId, quantity } of moves) {
		const short = quantity.startsWith('-') && books.stock.onHand(itemId).isNegative();
		if (short) throw notEnoughStock(String(books.find('Item', itemId)?.Name));
	}
}

function undoEffects(books: Books, entity: string, id: string): void {
	// What it paid is open again, and what paid it is no longer applied.
	books.links.set(entity, id, []);
	books.links.drop(entity, id);
	books.ledger.unpost(entity, id);
	books.stock.move(entity, id, '', []);
}

function checkChangeable(books: Books, entity: string, previous: Row): void {
	if (HANDLERS[entity].post === undefined) return;
	checkOpenPeriod(books, String(previous.TxnDate));
	checkNotDeposited(books, entity, previous.Id);
}

export function createRow(books: Books, entity: string, body: Json, include: string[]): Row {
	const handler = writable(entity, 'create');
	const checked = without(check(entity, body), 'Id', 'SyncToken', 'sparse');
	return books.store.undo.atomically(() => {
		const id = String(books.store.count(entity));
		const context: BuildContext = { id, sent: body, include };
		const row = books.store.insert(entity, handler.build(books, checked, context), id);
		return settle(books, entity, row, context);
	});
}

export function updateRow(books: Books, entity: string, body: Json, include: string[]): Row {
	const handler = writable(entity, 'update');
	const checked = check(entity, body);
	const previous = current(books, entity, checked);
	return books.store.undo.atomically(() => {
		checkChangeable(books, entity, previous);
		const context: BuildContext = { id: previous.Id, previous, sent: body, include };
		const base = checked.sparse === true ? sparseBase(books, check(entity, previous), body) : {};
		const whole = without({ ...base, ...checked }, 'Id', 'SyncToken', 'sparse');
		for (const [name, value] of Object.entries(body)) if (value === null) delete whole[name];
		const row = books.store.replace(entity, previous, handler.build(books, whole, context));
		return settle(books, entity, row, context);
	});
}

export function removeRow(books: Books, entity: string, body: Json): Json {
	// List entities can only be made inactive.
	if (writable(entity, 'delete').deletable !== true) {
		throw unsupportedOperation(`delete of ${entity}`);
	}
	const previous = current(books, entity, body);
	for (const name of FULL_PAYLOAD[entity] ?? []) if (body[name] === undefined) throw missing(name);
	return books.store.undo.atomically(() => {
		checkChangeable(books, entity, previous);
		undoEffects(books, entity, previous.Id);
		books.store.remove(entity, previous);
		return { status: 'Deleted', domain: 'QBO', Id: previous.Id };
	});
}

export function voidRow(books: Books, entity: string, body: Json): Row {
	if (writable(entity, 'void').voidable !== true) throw unsupportedOperation(`void of ${entity}`);
	const previous = current(books, entity, body);
	return books.store.undo.atomically(() => {
		checkChangeable(books, entity, previous);
		undoEffects(books, entity, previous.Id);
		return show(books, entity, books.store.replace(entity, previous, voided(previous)));
	});
}
