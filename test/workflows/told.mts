import type { IDataObject } from 'n8n-workflow';

import type { RunResult } from '../../engine/index.mts';
import { NODES } from './merchant.mts';

export interface Told {
	order: string;
	/** Why it is skipped, or what happened. */
	what: string;
	fix?: string;
}

/** What a run of template 1 says on the canvas. */
export interface Account {
	/** Names of the orders that were read. */
	read: string[];
	posted: string[];
	alreadyPosted: string[];
	/** As the node "Skipped: not a sale (yet)" shows them. */
	skipped: Told[];
	/** As the node "Held: what to do" shows them. */
	held: Told[];
}

export function told({ outputs }: RunResult): Account {
	const items = (node: string): IDataObject[] =>
		(outputs[node] ?? []).flat().map(({ json }) => json);
	const byStatus = (status: string) =>
		(outputs[NODES.post]?.[0] ?? [])
			.map(({ json }) => json as { quickBooks?: IDataObject; source?: IDataObject })
			.filter(({ quickBooks }) => quickBooks?.status === status)
			.map(({ source }) => String(source?.name));
	return {
		read: [...items(NODES.read), ...items(NODES.readRecent)].map(({ name }) => String(name)),
		posted: byStatus('Posted'),
		alreadyPosted: byStatus('Already Posted'),
		skipped: items(NODES.skipped).map(({ order, reason }) => ({
			order: String(order),
			what: String(reason ?? ''),
		})),
		held: items(NODES.held).map(({ order, whatHappened, whatToDo }) => ({
			order: String(order),
			what: String(whatHappened ?? ''),
			fix: String(whatToDo ?? ''),
		})),
	};
}
