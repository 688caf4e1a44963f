import type { Books } from '../books.mts';
import { invalidText, missing, notInPlan } from '../faults.mts';
import { text } from '../json.mts';
import type { Json } from '../types.mts';
import type { BuildContext, Handler } from './handler.mts';
import {
	equalNames,
	isActive,
	nameForActive,
	needName,
	needUniqueName,
	placeInTree,
} from './list-names.mts';

function buildNamed(entity: string, books: Books, body: Json, { id }: BuildContext): Json {
	const active = isActive(body);
	const name = nameForActive(needName(body, /[:\t\n]/), active);
	needUniqueName(books, [entity], (row) => equalNames(row.Name, name), { entity, id }, 'null');
	return { ...body, Name: name, Active: active };
}

function buildTree(
	entity: string,
	sub: string,
	books: Books,
	body: Json,
	context: BuildContext,
): Json {
	if (!/Plus|Advanced/.test(books.plan)) throw notInPlan(books.plan, entity);
	const active = isActive(body);
	const name = nameForActive(needName(body), active);
	const place = placeInTree(books, entity, body, name, context.id);
	needUniqueName(
		books,
		[entity],
		(row) => equalNames(row.FullyQualifiedName, place.fullName),
		{ entity, id: context.id },
		'null',
	);
	return {
		...body,
		Name: name,
		Active: active,
		[sub]: place.parentId !== undefined,
		FullyQualifiedName: place.fullName,
	};
}

export const paymentMethod: Handler = {
	build: (books, body, context) => ({
		Type: 'NON_CREDIT_CARD',
		...buildNamed('PaymentMethod', books, body, context),
	}),
};

export const term: Handler = {
	build(books, body, context) {
		if (body.DueDays === undefined && body.DayOfMonthDue === undefined) throw missing('DueDays');
		const type = body.DueDays === undefined ? 'DATE_DRIVEN' : 'STANDARD';
		return { ...buildNamed('Term', books, body, context), Type: type };
	},
};

export const classList: Handler = {
	build: (books, body, context) => buildTree('Class', 'SubClass', books, body, context),
};

export const department: Handler = {
	build: (books, body, context) => buildTree('Department', 'SubDepartment', books, body, context),
};

export const attachable: Handler = {
	deletable: true,
	build(_books, body) {
		if (text(body, 'FileName') === undefined && text(body, 'Note') === undefined) {
			throw invalidText('Note', 'An attachment needs a FileName or a Note');
		}
		return body;
	},
};
