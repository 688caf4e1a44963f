import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { INode, IRunExecutionData, IWorkflowBase } from 'n8n-workflow';

import { N8N_FOLDER } from '../lib/n8n.mjs';

export const OWNER = {
	email: 'owner@shop.example',
	firstName: 'Olive',
	lastName: 'Owner',
	password: 'Sandbox-1-only',
};

export interface Execution {
	id: string;
	status: string;
	finished: boolean;
	data: IRunExecutionData;
}

const UNDER_WAY = ['new', 'running', 'unknown'];

/** What the editor in the browser does, by hand: n8n's own REST interface, signed in as the owner. */
export class N8nRest {
	private cookie = '';

	constructor(private readonly url: string) {}

	/** Makes the owner of a new n8n, and is signed in afterwards. */
	async setUpOwner(): Promise<void> {
		await this.post('/rest/owner/setup', OWNER);
	}

	async createWorkflow(workflow: Partial<IWorkflowBase>): Promise<IWorkflowBase> {
		return await this.post('/rest/workflows', { settings: {}, ...workflow });
	}

	/** Changes nodes as the editor does, and saves. */
	async editNodes(id: string, change: (node: INode) => INode): Promise<void> {
		const workflow = await this.get<IWorkflowBase>(`/rest/workflows/${id}`);
		const nodes = workflow.nodes.map(change);
		await this.patch(`/rest/workflows/${id}`, { ...workflow, nodes });
	}

	/** Publishes and activates it: other workflows may call it, and its triggers work. */
	async activate(id: string): Promise<void> {
		const { versionId } = await this.get<{ versionId: string }>(`/rest/workflows/${id}`);
		await this.post(`/rest/workflows/${id}/activate`, { versionId });
	}

	async deactivate(id: string): Promise<void> {
		await this.post(`/rest/workflows/${id}/deactivate`, {});
	}

	/** The executions of a workflow that are over, the newest first. */
	async executions(workflowId: string): Promise<Execution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await this.get<{ results: Array<{ id: string }> }>(
			`/rest/executions?filter=${filter}&limit=20`,
		);
		return await Promise.all(results.map(async ({ id }) => await this.finished(id)));
	}

	/** Runs it from this trigger and waits for the end. */
	async runWorkflow(
		id: string,
		trigger: string,
		onWaiting: () => void = () => {},
	): Promise<Execution> {
		return await this.finished(await this.start(id, trigger), onWaiting);
	}

	/** Runs it from this trigger until it is over or waits for somebody's answer. */
	async runUntilAsked(id: string, trigger: string): Promise<Execution> {
		return await this.finished(await this.start(id, trigger), () => {}, UNDER_WAY);
	}

	private async start(id: string, trigger: string): Promise<string> {
		const workflowData = await this.get(`/rest/workflows/${id}`);
		const { executionId } = await this.post<{ executionId: string }>(`/rest/workflows/${id}/run`, {
			workflowData,
			triggerToStartFrom: { name: trigger },
		});
		return executionId;
	}

	async finished(
		executionId: string,
		onWaiting: () => void = () => {},
		notYet: readonly string[] = [...UNDER_WAY, 'waiting'],
	): Promise<Execution> {
		for (;;) {
			const execution = await this.get<Execution & { data: string }>(
				`/rest/executions/${executionId}`,
			);
			if (!notYet.includes(execution.status)) {
				return { ...execution, data: unflatten(execution.data) };
			}
			onWaiting();
			await new Promise((resolve) => setTimeout(resolve, 500));
		}
	}

	async get<T>(path: string): Promise<T> {
		return await this.ask<T>('GET', path);
	}

	async post<T>(path: string, body: unknown): Promise<T> {
		return await this.ask<T>('POST', path, body);
	}

	async patch<T>(path: string, body: unknown): Promise<T> {
		return await this.ask<T>('PATCH', path, body);
	}

	/** An address of n8n's that answers bare JSON. */
	async raw<T>(path: string): Promise<T> {
		const { text } = await this.page(`${this.url}${path}`);
		return JSON.parse(text) as T;
	}

	/** A page of n8n's, with the session's cookie: e.g. the callback of an OAuth dance. */
	async page(url: string): Promise<{ status: number; text: string }> {
		const response = await fetch(url, {
			headers: { cookie: this.cookie, 'browser-id': 'sandbox' },
		});
		return { status: response.status, text: await response.text() };
	}

	private async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await fetch(`${this.url}${path}`, {
			method,
			headers: {
				'content-type': 'application/json',
				// n8n binds a session to the browser it was opened in.
				'browser-id': 'sandbox',
				cookie: this.cookie,
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const [cookie] = response.headers.getSetCookie();
		if (cookie) this.cookie = cookie.split(';')[0];
		const text = await response.text();
		if (!response.ok) throw new Error(`n8n: ${method} ${path}: ${response.status} ${text}`);
		return (JSON.parse(text) as { data: T }).data;
	}
}

/** n8n stores executions with its own pinned "flatted". */
function unflatten(data: string): IRunExecutionData {
	const { parse } = createRequire(join(N8N_FOLDER, 'package.json'))('flatted') as typeof JSON;
	return parse(data) as IRunExecutionData;
}
