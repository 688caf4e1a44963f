import { randomUUID } from 'node:crypto';

import type { ExecutionResult } from 'graphql/index.js';

import { toJsonLines } from './jsonLines.mts';

/** Several at once since 2026-01. */
export const CONCURRENT_LIMIT = 5;

export type BulkStatus = 'CREATED' | 'RUNNING' | 'COMPLETED' | 'CANCELING' | 'CANCELED' | 'FAILED';

/** As the API shows it: numbers are strings. */
export interface BulkOperation {
	[field: string]: unknown;
	__typename: 'BulkOperation';
	id: string;
	status: BulkStatus;
	type: 'QUERY';
	query: string;
	errorCode: 'ACCESS_DENIED' | 'INTERNAL_SERVER_ERROR' | 'TIMEOUT' | null;
	createdAt: string;
	completedAt: string | null;
	objectCount: string;
	rootObjectCount: string;
	fileSize: string | null;
	url: string | null;
	partialDataUrl: string | null;
}

interface Job {
	operation: BulkOperation;
	startedAt: number;
	polls: number;
	groupObjects: boolean;
	run: () => ExecutionResult;
}

export interface BulkSetting {
	/** Where results are served, e.g. "http://127.0.0.1:4810". */
	baseUrl: () => string;
	/** Milliseconds. */
	clock: () => number;
	now: () => Date;
	/** An operation is done at this poll, or after this time. */
	polls: number;
	milliseconds: number;
	/**
	 * What `__parentId` names where an object lies between two connections (a variant's item with
	 * levels): the object, or the node that holds it. Shopify's documents do not say.
	 */
	parents: 'object' | 'node';
}

const RUNNING: readonly BulkStatus[] = ['CREATED', 'RUNNING', 'CANCELING'];

/** The bulk operations of one app on the shop, and the files they left. */
export class BulkOperations {
	private jobs: Job[] = [];
	private readonly files = new Map<string, string>();
	private lastNumber = 7_933_223_797_041;

	constructor(private readonly setting: BulkSetting) {}

	start(query: string, groupObjects: boolean, run: () => ExecutionResult): BulkOperation {
		this.lastNumber += 32_769;
		const operation: BulkOperation = {
			__typename: 'BulkOperation',
			id: `gid://shopify/BulkOperation/${this.lastNumber}`,
			status: 'CREATED',
			type: 'QUERY',
			query,
			errorCode: null,
			createdAt: this.timestamp(),
			completedAt: null,
			objectCount: '0',
			rootObjectCount: '0',
			fileSize: null,
			url: null,
			partialDataUrl: null,
		};
		this.jobs.push({ operation, startedAt: this.setting.clock(), polls: 0, groupObjects, run });
		return { ...operation };
	}

	runningIds(): string[] {
		return this.jobs
			.filter(({ operation }) => RUNNING.includes(operation.status))
			.map(({ operation }) => operation.id);
	}

	/** Looking at an operation moves it on. */
	poll(id: string): BulkOperation | undefined {
		const job = this.jobs.find(({ operation }) => operation.id === id);
		if (!job) return undefined;
		this.advance(job);
		return job.operation;
	}

	pollAll(): BulkOperation[] {
		return this.jobs.map((job) => {
			this.advance(job);
			return job.operation;
		});
	}

	/** @returns the operation, and false when it had already ended. */
	cancel(id: string): { operation: BulkOperation; canceled: boolean } | undefined {
		const job = this.jobs.find(({ operation }) => operation.id === id);
		if (!job) return undefined;
		const canceled = RUNNING.includes(job.operation.status);
		if (canceled) job.operation.status = 'CANCELING';
		return { operation: { ...job.operation }, canceled };
	}

	file(path: string): string | undefined {
		return this.files.get(path);
	}

	reset(): void {
		this.jobs = [];
		this.files.clear();
	}

	private advance(job: Job): void {
		const { operation } = job;
		if (!RUNNING.includes(operation.status)) return;
		job.polls += 1;
		if (operation.status === 'CANCELING') {
			operation.status = 'CANCELED';
			operation.completedAt = this.timestamp();
			return;
		}
		const waited = this.setting.clock() - job.startedAt >= this.setting.milliseconds;
		if (job.polls >= this.setting.polls || waited) this.complete(job);
		else operation.status = 'RUNNING';
	}

	private complete({ operation, groupObjects, run }: Job): void {
		const { data, errors } = run();
		operation.completedAt = this.timestamp();
		if (errors?.length || !data) {
			const denied = errors?.some(({ extensions }) => extensions.code === 'ACCESS_DENIED');
			operation.status = 'FAILED';
			operation.errorCode = denied ? 'ACCESS_DENIED' : 'INTERNAL_SERVER_ERROR';
			return;
		}
		const result = toJsonLines(data, groupObjects, this.setting.parents);
		const path = `/bulk-operation-outputs/${randomUUID()}`;
		this.files.set(path, result.text);
		operation.status = 'COMPLETED';
		operation.objectCount = String(result.objects);
		operation.rootObjectCount = String(result.roots);
		// An operation that found nothing has no file.
		if (result.objects === 0) return;
		operation.fileSize = String(Buffer.byteLength(result.text));
		operation.url = `${this.setting.baseUrl()}${path}?Signature=${randomUUID()}`;
	}

	private timestamp(): string {
		return this.setting
			.now()
			.toISOString()
			.replace(/\.\d+Z$/, 'Z');
	}
}
