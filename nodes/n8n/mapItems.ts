import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { refuseItem, type Problem } from './problems';

/** What a mapping makes of one item. */
export type Mapped =
	| {
			kind: 'documents';
			documents: readonly object[];
			skipped: ReadonlyArray<{ code: string; reason: string; row?: IDataObject }>;
	  }
	| { kind: 'problem'; problem: Problem };

/** The two outputs of a mapper, filled item by item. */
export class MapperOutputs {
	private readonly documents: INodeExecutionData[] = [];
	private readonly skipped: INodeExecutionData[] = [];

	constructor(private readonly context: IExecuteFunctions) {}

	/** @throws NodeOperationError for a problem, where the user wants the workflow to stop. */
	add(itemIndex: number, mapped: Mapped): void {
		const pairedItem = { item: itemIndex };
		if (mapped.kind === 'problem') {
			this.documents.push(refuseItem(this.context, itemIndex, mapped.problem));
			return;
		}
		for (const document of mapped.documents)
			this.documents.push({ json: { ...document }, pairedItem });
		const { json } = this.context.getInputData()[itemIndex];
		for (const { code, reason, row } of mapped.skipped) {
			const { id, name } = json;
			const of = id === undefined ? json : { id, ...(typeof name === 'string' ? { name } : {}) };
			const shown = { ...of, ...(row === undefined ? {} : { row }), skipped: { code, reason } };
			this.skipped.push({ json: shown, pairedItem });
		}
	}

	/** A document that several items became together. */
	addJoint(items: readonly number[], documents: readonly object[]): void {
		const pairedItem = items.map((item) => ({ item }));
		for (const document of documents) this.documents.push({ json: { ...document }, pairedItem });
	}

	all(): INodeExecutionData[][] {
		return [this.documents, this.skipped];
	}
}

/**
 * Maps every item by itself: documents to the first output, what is none (yet) to the second. A mapping
 * that throws, such as by an expression in the panel without a value, refuses its own item only.
 */
export async function mapEach(
	context: IExecuteFunctions,
	map: (json: IDataObject, itemIndex: number) => Mapped,
	outputs = new MapperOutputs(context),
	onProblem: (itemIndex: number) => void = () => undefined,
): Promise<MapperOutputs> {
	for (const [itemIndex, { json }] of context.getInputData().entries()) {
		const mapped = await attempt(context, () => map(json, itemIndex));
		if (mapped.kind === 'problem') onProblem(itemIndex);
		outputs.add(itemIndex, mapped);
	}
	return outputs;
}

async function attempt(context: IExecuteFunctions, map: () => Mapped): Promise<Mapped> {
	const promise = new Promise<Mapped>((resolve) => resolve(map()));
	return await promise.catch((thrown: unknown) => unforeseen(context, thrown));
}

function unforeseen(context: IExecuteFunctions, thrown: unknown): Mapped {
	const problem = {
		code: 'unforeseen',
		what: thrown instanceof Error ? thrown.message : String(thrown),
		where: context.getNode().name,
		fix: 'Look at the settings of this node, and at expressions in them that have no value for this item.',
	};
	return { kind: 'problem', problem };
}
