import type { INode, INodeParameters } from 'n8n-workflow';

import type { WorkflowFile } from '../../engine/index.mts';

const node = (name: string, type: string, typeVersion: number, parameters = {}): INode => ({
	id: name,
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
});

const to = (name: string) => ({ node: name, type: 'main' as const, index: 0 });

const yearIsPast = {
	conditions: {
		options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
		combinator: 'and',
		conditions: [
			{
				id: 'past',
				leftValue: '={{ $json.year }}',
				rightValue: 2000,
				operator: { type: 'number', operation: 'gt' },
			},
		],
	},
};

/** A schedule and a manual trigger side by side, Set with an expression, If. */
export const builtInNodes: WorkflowFile = {
	name: 'Sort this year',
	nodes: [
		node('Every hour', 'n8n-nodes-base.scheduleTrigger', 1.2),
		node('By hand', 'n8n-nodes-base.manualTrigger', 1),
		node('Say the year', 'n8n-nodes-base.set', 3.4, {
			assignments: {
				assignments: [{ id: 'y', name: 'year', value: '={{ $now.year }}', type: 'number' }],
			},
		}),
		node('Is it past?', 'n8n-nodes-base.if', 2.2, yearIsPast),
	],
	connections: {
		'Every hour': { main: [[to('Say the year')]] },
		'By hand': { main: [[to('Say the year')]] },
		'Say the year': { main: [[to('Is it past?')]] },
	},
	settings: { executionOrder: 'v1' },
};

/** Manual trigger, then the fixture's node with these parameters. */
export const asking = (parameters: INodeParameters): WorkflowFile => ({
	name: 'Ask',
	nodes: [
		node('By hand', 'n8n-nodes-base.manualTrigger', 1),
		node('Ask', 'n8n-nodes-fixture.ask', 1, parameters),
	],
	connections: { 'By hand': { main: [[to('Ask')]] } },
	settings: { executionOrder: 'v1' },
});
