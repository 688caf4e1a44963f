import assert from 'node:assert/strict';

import { outputsOf } from '../../../engine/index.mts';
import type { Execution } from '../../../scripts/n8n/rest.mts';
import type { Template } from '../../../scripts/n8n/workshop.mts';

export type Row = Record<string, unknown>;

/** What left this output of a node; nothing where it did not run. */
export function told({ data }: Execution, node: string, output = 0): Row[] {
	return (outputsOf(data)[node]?.[output] ?? []).map(({ json }) => json);
}

export function succeeded(execution: Execution): Execution {
	const { error } = execution.data.resultData;
	assert.equal(execution.status, 'success', `${error?.message} ${error?.description ?? ''}`);
	return execution;
}

export function named(templates: readonly Template[], name: RegExp): Template {
	const found = templates.find(({ file }) => name.test(file.name));
	assert.ok(found, `There is no template ${name}`);
	return found;
}
