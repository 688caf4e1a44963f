import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { SalesReceiptSettings } from '../../../nodes/accounting/policy';
import type { ListKind, PostingSettings } from '../../../nodes/quickbooks/settings';
import type { CompanyKind } from '../../../sandbox/quickbooks/company/types.mts';

type Json = Record<string, unknown>;

/** settings.json. Everything but `company` may be left out, and is then as the nodes have it. */
export interface ScenarioSettings {
	/** The stand-in company that the documents are posted to. */
	company: CompanyKind;
	/** When each run takes place, ISO 8601; by default long after everything that is booked. */
	asOf?: string[];
	/** Of Order to Sales Receipt and Refund to Refund Receipt. */
	mapping?: SalesReceiptSettings;
	/** For orders of one of several shops, by its domain; on top of `mapping`. */
	mappingOfShop?: Record<string, SalesReceiptSettings>;
	/** Of QuickBooks Posting; missing list entries are created unless `create` says which. */
	posting?: Partial<Omit<PostingSettings, 'create'>> & { create?: ListKind[] };
	/** How the company differs from a new one before anything is posted. */
	books?: {
		preferences?: Record<string, Json>;
		/** List entries by kind, e.g. `{ "Item": [{ "Name": ... }] }`; `{ "name": ... }` names another one. */
		lists?: Record<string, Json[]>;
		/** The day up to which the books are closed after the first run, YYYY-MM-DD. */
		closedAfterSale?: string;
	};
}

/** `published` holds cases that others published: orders and refunds. */
export const GROUPS = ['orders', 'refunds', 'published'] as const;
export type Group = (typeof GROUPS)[number];

/** One folder of a group. */
export interface Scenario {
	/** "orders/charge-tip". */
	name: string;
	settings: ScenarioSettings;
	/** What Shopify gave at each run of the workflow, oldest first. */
	orders: unknown[][];
	refunds: unknown[];
	/** What stands in the folder; undefined while the file has not been written. */
	expected: Record<ExpectedFile, string | undefined>;
	story: string;
}

export const EXPECTED_FILES = ['documents.txt', 'quickbooks.json', 'journal.txt'] as const;
export type ExpectedFile = (typeof EXPECTED_FILES)[number];

const ROOT = join(process.cwd(), 'test/scenarios');

/** All folders of a group, in the order of their names. */
export function readScenarios(group: Group): Scenario[] {
	const folder = join(ROOT, group);
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.sort()
		.map((name) => readScenario(`${group}/${name}`));
}

function readScenario(name: string): Scenario {
	const text = (file: string) => {
		const path = join(ROOT, name, file);
		return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
	};
	const facts = (file: string): unknown[][] => {
		const content = text(file);
		if (content === undefined) return [];
		const json = JSON.parse(content) as unknown;
		return [Array.isArray(json) ? json : [json]];
	};
	return {
		name,
		settings: JSON.parse(text('settings.json') ?? '{}') as ScenarioSettings,
		orders: [...facts('order.json'), ...facts('order-later.json')],
		refunds: facts('refund.json').flat(),
		expected: {
			'documents.txt': text('documents.txt'),
			'quickbooks.json': text('quickbooks.json'),
			'journal.txt': text('journal.txt'),
		},
		story: text('story.md') ?? '',
	};
}

export function writeExpected({ name }: Scenario, files: Record<ExpectedFile, string>): void {
	for (const file of EXPECTED_FILES) writeFileSync(join(ROOT, name, file), files[file]);
}
