import type { IDataObject } from 'n8n-workflow';

import type { RunResult } from '../../engine/index.mts';
import { NODES, type Nodes } from './merchant.mts';

export interface Told {
	order: string;
	/** Why it is skipped, or what happened. */
	what: string;
	fix?: string;
}

/** What a run of a template says on the canvas. */
export interface Account {
	/** Names of the orders that were read, or whose refunds were. */
	read: string[];
	/** By their sources: the order "#1001", its edit "#1001-E1", its refund "#1001-R1". */
	posted: string[];
	alreadyPosted: string[];
	/** As the node "Skipped: ..." shows them. */
	skipped: Told[];
	/** As the node "Held: what to do" shows them. */
	held: Told[];
}

export function told({ outputs }: RunResult, nodes: Nodes = NODES): Account {
	const items = (node: string): IDataObject[] =>
		(outputs[node] ?? []).flat().map(({ json }) => json);
	const byStatus = (status: string) =>
		(outputs[nodes.post]?.[0] ?? [])
			.map(({ json }) => json as { quickBooks?: IDataObject; source?: IDataObject })
			.filter(({ quickBooks }) => quickBooks?.status === status)
			.map(({ source }) => String(source?.name));
	return {
		read: [...items(nodes.read), ...items(nodes.readRecent)].map(({ name }) => String(name)),
		posted: byStatus('Posted'),
		alreadyPosted: byStatus('Already Posted'),
		skipped: items(nodes.skipped).map(({ order, reason }) => ({
			order: String(order),
			what: String(reason ?? ''),
		})),
		held: items(nodes.held).map(({ order, whatHappened, whatToDo }) => ({
			order: String(order),
			what: String(whatHappened ?? ''),
			fix: String(whatToDo ?? ''),
		})),
	};
}
