import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import { BalanceToBankEntry } from '../../nodes/BalanceToBankEntry/BalanceToBankEntry.node';
import { FeeToBill } from '../../nodes/FeeToBill/FeeToBill.node';
import { InventorySync } from '../../nodes/InventorySync/InventorySync.node';
import { OrderToCostEntry } from '../../nodes/OrderToCostEntry/OrderToCostEntry.node';
import { OrderToSalesReceipt } from '../../nodes/OrderToSalesReceipt/OrderToSalesReceipt.node';
import { PayoutProof } from '../../nodes/PayoutProof/PayoutProof.node';
import { PayoutToDeposit } from '../../nodes/PayoutToDeposit/PayoutToDeposit.node';
import { ProductSync } from '../../nodes/ProductSync/ProductSync.node';
import { QuickBooksPosting } from '../../nodes/QuickBooksPosting/QuickBooksPosting.node';
import { RefundToRefundReceipt } from '../../nodes/RefundToRefundReceipt/RefundToRefundReceipt.node';
import { ShopifyRecords } from '../../nodes/ShopifyRecords/ShopifyRecords.node';
import { coreNodeTypes, readTemplates, workflowsReadme, type TemplateNode } from './templates.mts';

const OWN = 'n8n-nodes-shopify-quickbooks.';
const CORE = 'n8n-nodes-base.';

const ownTypes = new Map<string, INodeTypeDescription>(
	[
		new ShopifyRecords(),
		new InventorySync(),
		new OrderToCostEntry(),
		new OrderToSalesReceipt(),
		new RefundToRefundReceipt(),
		new PayoutToDeposit(),
		new FeeToBill(),
		new BalanceToBankEntry(),
		new PayoutProof(),
		new ProductSync(),
		new QuickBooksPosting(),
	].map(({ description }) => [`${OWN}${description.name}`, description]),
);

/** Every parameter in the file must exist, and every chosen option be one of those offered. */
function wrongParameters(properties: INodeProperties[], values: Record<string, unknown>): string[] {
	return Object.entries(values).flatMap(([name, value]) => {
		const known = properties.filter((property) => property.name === name);
		if (known.length === 0) return [`${name} does not exist`];
		return known.some((property) => wrongValue(property, value).length === 0)
			? []
			: wrongValue(known[0], value);
	});
}

function wrongValue(property: INodeProperties, value: unknown): string[] {
	if (typeof value === 'string' && value.startsWith('=')) return [];
	if (property.type === 'options') return wrongOption(property, value);
	if (property.type === 'multiOptions') {
		return (value as unknown[]).flatMap((one) => wrongOption(property, one));
	}
	if (property.type === 'collection') {
		return wrongParameters(
			(property.options ?? []) as INodeProperties[],
			value as Record<string, unknown>,
		);
	}
	if (property.type === 'fixedCollection') return wrongRows(property, value);
	return [];
}

function wrongOption(property: INodeProperties, value: unknown): string[] {
	const offered = (property.options ?? []).map((option) => 'value' in option && option.value);
	return offered.includes(value as string)
		? []
		: [`${property.name}: ${String(value)} is no option`];
}

function wrongRows(property: INodeProperties, value: unknown): string[] {
	const groups = (property.options ?? []) as Array<{ name: string; values: INodeProperties[] }>;
	return Object.entries(value as Record<string, unknown>).flatMap(([name, rows]) => {
		const group = groups.find((one) => one.name === name);
		if (!group) return [`${property.name}.${name} does not exist`];
		return [rows].flat().flatMap((row) => wrongParameters(group.values, row as never));
	});
}

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** A node is a square with its name below; a note's text needs the more height the narrower it is. */
function boxOf({ name, type, position: [left, top], parameters }: TemplateNode): Box {
	const { width, height, content } = parameters as Record<string, number> & { content?: string };
	if (!type.endsWith('.stickyNote')) {
		return { name, left: left - 40, top, right: left + 140, bottom: top + 150 };
	}
	const lines = String(content).split('\n');
	const rows = lines.reduce((sum, line) => sum + Math.ceil((line.length * 7.5) / width), 0);
	expect([name, rows * 21 + 30 <= height]).toEqual([name, true]);
	// Nodes may lie anywhere on a note but on its text.
	return { name, left, top: top + rows * 21 + 30, right: left + width, bottom: top + height };
}

const pairs = (boxes: readonly Box[]): Array<[Box, Box]> =>
	boxes.flatMap((a, index) => boxes.slice(index + 1).map((b): [Box, Box] => [a, b]));

const overlap = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const contains = (note: Box, node: Box): boolean =>
	note.left <= node.left &&
	node.right <= note.right &&
	note.top <= node.top &&
	node.bottom <= note.bottom;

describe.each(readTemplates().map((template) => [template.file, template] as const))(
	'template %s',
	(file, template) => {
		const names = template.nodes.map(({ name }) => name);

		it('uses node types and versions that exist', () => {
			const core = coreNodeTypes();
			const unknown = template.nodes.filter((node) =>
				node.type.startsWith(OWN)
					? ownTypes.get(node.type)?.version !== node.typeVersion
					: !core.has(node.type.replace(CORE, '')),
			);
			expect(unknown.map(({ type }) => type)).toEqual([]);
		});

		it('sets only parameters that exist, to values that are offered', () => {
			const wrong = template.nodes.flatMap((node) => {
				const type = ownTypes.get(node.type);
				return type
					? wrongParameters(type.properties, node.parameters).map((text) => `${node.name}: ${text}`)
					: [];
			});
			expect(wrong).toEqual([]);
		});

		it('connects nodes that exist, and leaves no node alone', () => {
			const connected = Object.entries(template.connections).flatMap(([from, { main }]) => [
				from,
				...main.flatMap((targets) => (targets ?? []).map(({ node }) => node)),
			]);
			expect(connected.filter((name) => !names.includes(name))).toEqual([]);
			const working = template.nodes.filter(({ type }) => !type.endsWith('.stickyNote'));
			expect(working.map(({ name }) => name).filter((name) => !connected.includes(name))).toEqual(
				[],
			);
			expect(new Set(names).size).toBe(names.length);
		});

		it('wires the error output of every node that has one', () => {
			const unwired = template.nodes
				.filter(({ onError }) => onError === 'continueErrorOutput')
				.filter(({ name, type }) => {
					const outputs = ownTypes.get(type)?.outputs;
					const errorIndex = Array.isArray(outputs) ? outputs.length : 1;
					return !template.connections[name]?.main[errorIndex]?.length;
				});
			expect(unwired.map(({ name }) => name)).toEqual([]);
		});

		it('can be shared: inactive, no credentials, no pinned data, no environment', () => {
			expect(template.active ?? false).toBe(false);
			expect(template.nodes.filter(({ credentials }) => credentials)).toEqual([]);
			expect(template.pinData ?? {}).toEqual({});
			expect(template.text).not.toMatch(/\$env\b/);
			expect(template.settings.executionOrder).toBe('v1');
		});

		it('lies clear on the canvas: no two nodes or notes overlap, every node is on one note below its text', () => {
			const notes = template.nodes.filter(({ type }) => type.endsWith('.stickyNote')).map(boxOf);
			const nodes = template.nodes.filter(({ type }) => !type.endsWith('.stickyNote')).map(boxOf);
			expect(pairs(notes).filter(([a, b]) => overlap(a, b))).toEqual([]);
			expect(pairs(nodes).filter(([a, b]) => overlap(a, b))).toEqual([]);
			for (const node of nodes) {
				const around = notes.filter((note) => contains(note, node));
				expect([node.name, around.length]).toEqual([node.name, 1]);
			}
		});

		it('can be pressed and scheduled, and explains itself', () => {
			const types = template.nodes.map(({ type }) => type);
			// What begins with a file begins with the form that the file is dropped into.
			if (!types.includes(`${CORE}formTrigger`)) {
				expect(types).toContain(`${CORE}manualTrigger`);
				expect(types).toContain(`${CORE}scheduleTrigger`);
			}
			expect(types.filter((type) => type === `${CORE}stickyNote`).length).toBeGreaterThan(2);
			expect(template.nodes.length).toBeLessThanOrEqual(25);
			expect(workflowsReadme()).toContain(file);
			expect(workflowsReadme()).toContain(template.name);
		});
	},
);

it('the files have an ID each, and what one of them calls is there under its ID and name', () => {
	const templates = readTemplates();
	const byId = new Map(templates.map((template) => [template.id, template]));
	expect(byId.size).toBe(templates.length);
	for (const id of byId.keys()) expect(id).toMatch(/^[A-Za-z0-9]{16}$/);
	const calls = templates.flatMap(({ nodes }) =>
		nodes.filter(({ type }) => type === `${CORE}executeWorkflow`),
	);
	expect(calls).toHaveLength(4);
	for (const { parameters, position } of calls) {
		const { value, cachedResultName } = parameters.workflowId as Record<string, string>;
		const called = byId.get(value);
		expect(called?.name).toBe(cachedResultName);
		expect(called?.nodes.map(({ type }) => type)).toContain(`${CORE}executeWorkflowTrigger`);
		// n8n goes through branches from the top.
		expect(position[1]).toBe(
			-140 + 200 * calls.findIndex((call) => call.parameters === parameters),
		);
	}
});

it('there are templates', () => {
	expect(readTemplates().length).toBeGreaterThan(0);
});
