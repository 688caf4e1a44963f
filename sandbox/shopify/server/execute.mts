import {
	executeSync,
	getOperationAST,
	getVariableValues,
	GraphQLError,
	parse,
	validate,
	type DocumentNode,
	type ExecutionResult,
	type OperationDefinitionNode,
} from 'graphql/index.js';

import type { ServerContext } from './context.mts';
import type { CostedQuery } from './cost.mts';
import { fieldError, rewordValidation, rewordVariable } from './errors.mts';
import { SandboxGap } from './gap.mts';
import { fieldResolver, typeResolver } from './resolvers.mts';
import { adminSchema } from './schema.mts';

export interface GraphQLRequest {
	query: string;
	variables: Record<string, unknown>;
	operationName?: string;
}

/** A query that fits the schema, or the `errors` that say why not. */
export type Prepared = { query: CostedQuery } | { errors: unknown[] };

const documents = new Map<string, DocumentNode | GraphQLError[]>();
const REMEMBERED = 200;

export function prepare(request: GraphQLRequest): Prepared {
	const { schema } = adminSchema();
	const document = checkedDocument(request.query);
	if (Array.isArray(document)) return { errors: document.map(rewordValidation) };
	const operation = getOperationAST(document, request.operationName);
	if (!operation) {
		return { errors: [fieldError('An operation name is required', 'BAD_REQUEST').toJSON()] };
	}
	const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables);
	if (coerced.errors) {
		return { errors: coerced.errors.map((error) => rewordVariable(error, document)) };
	}
	const variables = { ...request.variables, ...coerced.coerced };
	return { query: { schema, document, operation, variables } };
}

function checkedDocument(text: string): DocumentNode | GraphQLError[] {
	const known = documents.get(text);
	if (known) return known;
	const checked = parsed(text);
	if (documents.size >= REMEMBERED) documents.clear();
	documents.set(text, checked);
	return checked;
}

function parsed(text: string): DocumentNode | GraphQLError[] {
	try {
		const document = parse(text);
		const errors = validate(adminSchema().schema, document);
		return errors.length > 0 ? [...errors] : document;
	} catch (error) {
		if (error instanceof GraphQLError) return [error];
		return [new GraphQLError(String(error))];
	}
}

/** @throws SandboxGap when the sandbox lacks what the query needs. */
export function run(query: CostedQuery, context: ServerContext): ExecutionResult {
	const result = executeSync({
		schema: query.schema,
		document: query.document,
		operationName: (query.operation as OperationDefinitionNode).name?.value,
		variableValues: query.variables,
		contextValue: context,
		rootValue: {},
		fieldResolver,
		typeResolver,
	});
	const gap = result.errors?.find(({ originalError }) => originalError instanceof SandboxGap);
	if (gap) throw new SandboxGap(gap.message);
	return result;
}
