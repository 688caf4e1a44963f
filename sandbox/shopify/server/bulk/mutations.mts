import type { ServerContext } from '../context.mts';
import { fieldError } from '../errors.mts';
import { adminSchema } from '../schema.mts';
import { CONCURRENT_LIMIT } from './operations.mts';
import { refuseBulkQuery } from './validate.mts';

interface UserError {
	field: string[] | null;
	message: string;
	code: string;
}

function refused(errors: UserError[]): object {
	return { bulkOperation: null, userErrors: errors };
}

/** `bulkOperationRunQuery(query, groupObjects)`. */
export function runBulkQuery(args: Record<string, unknown>, context: ServerContext): object {
	const query = String(args.query);
	const problems = refuseBulkQuery(adminSchema().schema, query);
	if (problems.length > 0) {
		return refused(problems.map((message) => ({ field: ['query'], message, code: 'INVALID' })));
	}
	const running = context.bulkOperations.runningIds();
	if (running.length >= CONCURRENT_LIMIT) {
		const message = `A bulk query operation for this app and shop is already in progress: ${running.join(', ')}.`;
		return refused([{ field: null, message, code: 'OPERATION_IN_PROGRESS' }]);
	}
	const bulkOperation = context.bulkOperations.start(query, args.groupObjects === true, () =>
		context.executeInBulk(query),
	);
	return { bulkOperation, userErrors: [] };
}

/** `bulkOperationCancel(id)`. */
export function cancelBulkOperation(id: string, context: ServerContext): object {
	const outcome = context.bulkOperations.cancel(id);
	if (!outcome) throw fieldError(`Invalid id: ${id}`, 'RESOURCE_NOT_FOUND');
	if (outcome.canceled) return { bulkOperation: outcome.operation, userErrors: [] };
	const message = `A bulk operation cannot be canceled when it is ${outcome.operation.status.toLowerCase()}`;
	return { bulkOperation: outcome.operation, userErrors: [{ field: null, message }] };
}
