import type { IDataObject } from 'n8n-workflow';

import { readLedgerScenarios } from '../accounting/ledgerScenarios.mts';
import type { SourceItem } from './mapper.mts';

const byName = new Map(readLedgerScenarios().map(({ name, items }) => [name, items]));

/** The items of a case in test/accounting/ledgerScenarios, as they travel on the canvas. */
export function ledgerItems(...scenarios: string[]): SourceItem[] {
	return scenarios.flatMap((scenario) => {
		const items = byName.get(scenario);
		if (items === undefined) throw new Error(`No scenario ${scenario}`);
		return items.map((json) => ({ json: json as IDataObject }));
	});
}
