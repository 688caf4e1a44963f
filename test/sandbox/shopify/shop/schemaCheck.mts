import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

interface TypeRef {
	kind: string;
	name: string | null;
	ofType: TypeRef | null;
}

interface SchemaType {
	kind: string;
	name: string;
	fields: Array<{ name: string; type: TypeRef }> | null;
	enumValues: Array<{ name: string }> | null;
	possibleTypes: Array<{ name: string }> | null;
}

/** Shopify's published Admin schema, from the development dependency. */
export function readSchema(): Map<string, SchemaType> {
	const file = join(process.cwd(), 'node_modules/@shopify/dev-mcp/dist/data/admin_2026-10.json.gz');
	const text = gunzipSync(readFileSync(file)).toString('utf8');
	const parsed = JSON.parse(text) as { data?: Introspection } & Introspection;
	const schema = (parsed.data ?? parsed).__schema;
	return new Map(schema.types.map((type) => [type.name, type]));
}

interface Introspection {
	__schema: { types: SchemaType[] };
}

const SCALARS: Record<string, RegExp> = {
	Decimal: /^-?\d+(\.\d+)?$/,
	Money: /^-?\d+(\.\d+)?$/,
	DateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
	ID: /^gid:\/\/shopify\/[A-Za-z]+\/\d+(\?.*)?$/,
	UnsignedInt64: /^\d+$/,
	BigInt: /^-?\d+$/,
	URL: /^https?:\/\//,
};

/** Walks an object as a type of the schema; every difference is one sentence. */
export class SchemaCheck {
	readonly problems = new Set<string>();
	/** Objects visited, by type. */
	readonly ids = new Map<string, Map<string, object>>();
	private readonly seen = new Set<object>();

	constructor(private readonly types: Map<string, SchemaType>) {}

	check(value: unknown, typeName: string): void {
		if (value === null || typeof value !== 'object' || this.seen.has(value)) return;
		this.seen.add(value);
		const object = value as Record<string, unknown>;
		const type = this.concrete(typeName, object);
		if (!type?.fields) return;
		this.remember(type.name, object);
		for (const [key, content] of Object.entries(object)) {
			if (key === '__typename') continue;
			const field = type.fields.find(({ name }) => name === key);
			if (!field) this.problems.add(`${type.name} has no field "${key}".`);
			else this.checkField(content, field.type, `${type.name}.${key}`);
		}
	}

	private checkField(value: unknown, ref: TypeRef, where: string): void {
		if (ref.kind === 'NON_NULL') {
			if (value === null || value === undefined) this.problems.add(`${where} must not be null.`);
			else this.checkField(value, ref.ofType!, where);
			return;
		}
		if (value === null || value === undefined) return;
		if (ref.kind === 'LIST') return this.checkList(value, ref.ofType!, where);
		const type = this.types.get(ref.name!)!;
		if (ref.name!.endsWith('Connection')) return this.checkList(value, this.nodeOf(type), where);
		if (type.kind === 'ENUM') this.checkEnum(value, type, where);
		else if (type.kind === 'SCALAR') this.checkScalar(value, type.name, where);
		else if (typeof value !== 'object') this.problems.add(`${where} must be an object.`);
		else this.check(value, type.name);
	}

	private checkList(value: unknown, item: TypeRef, where: string): void {
		if (!Array.isArray(value)) this.problems.add(`${where} must be an array.`);
		else for (const entry of value) this.checkField(entry, item, where);
	}

	private checkEnum(value: unknown, type: SchemaType, where: string): void {
		if (!type.enumValues!.some(({ name }) => name === value)) {
			this.problems.add(`${where}: ${String(value)} is not a ${type.name}.`);
		}
	}

	private checkScalar(value: unknown, name: string, where: string): void {
		const fits = {
			Int: Number.isInteger(value),
			Float: typeof value === 'number',
			Boolean: typeof value === 'boolean',
		}[name];
		const pattern = SCALARS[name];
		const good =
			fits ?? (typeof value === 'string' && (pattern === undefined || pattern.test(value)));
		if (!good) this.problems.add(`${where}: ${JSON.stringify(value)} is not a ${name}.`);
	}

	private nodeOf(connection: SchemaType): TypeRef {
		const nodes = connection.fields!.find(({ name }) => name === 'nodes')!.type;
		let ref = nodes;
		while (ref.kind === 'NON_NULL' || ref.kind === 'LIST') ref = ref.ofType!;
		return { kind: 'NON_NULL', name: null, ofType: ref };
	}

	private concrete(name: string, object: Record<string, unknown>): SchemaType | undefined {
		const type = this.types.get(name);
		if (!type?.possibleTypes) return type;
		const typename = String(object.__typename);
		if (!type.possibleTypes.some((possible) => possible.name === typename)) {
			this.problems.add(`A ${name} needs a __typename, not ${typename}.`);
		}
		return this.types.get(typename);
	}

	/** Two different objects of one type must not share an id. */
	private remember(type: string, object: Record<string, unknown>): void {
		if (typeof object.id !== 'string' || SNAPSHOTS.has(type)) return;
		const known = this.ids.get(type) ?? new Map<string, object>();
		const other = known.get(object.id);
		if (other && other !== object) this.problems.add(`Two ${type} objects have id ${object.id}.`);
		known.set(object.id, object);
		this.ids.set(type, known);
	}
}

/** Small views of one object that Shopify itself repeats under the same id. */
const SNAPSHOTS = new Set([
	'OrderApp',
	'ShopifyPaymentsAssociatedOrder',
	'ShopifyPaymentsBalanceTransactionAssociatedPayout',
	'RestockingFee',
	'SaleAdditionalFee',
	'AdditionalFee',
	'MailingAddress',
]);
