import {
	Kind,
	type DocumentNode,
	type FieldNode,
	type FragmentDefinitionNode,
	type GraphQLNamedType,
	type GraphQLSchema,
	type SelectionNode,
} from 'graphql/index.js';

/** A document with what is needed to follow its selections through the schema. */
export interface Walk {
	schema: GraphQLSchema;
	fragments: ReadonlyMap<string, FragmentDefinitionNode>;
	variables: Readonly<Record<string, unknown>>;
}

export function walkOf(
	schema: GraphQLSchema,
	document: DocumentNode,
	variables: Readonly<Record<string, unknown>>,
): Walk {
	const fragments = document.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION);
	return {
		schema,
		fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
		variables,
	};
}

/** Fields by the type they were selected on, then by the key of the answer. */
export type FieldsByType = Map<string, Map<string, FieldNode[]>>;

/** Resolves fragments; a field that is selected twice is merged under its key. */
export function collect(
	walk: Walk,
	type: GraphQLNamedType,
	selections: readonly SelectionNode[],
	into: FieldsByType = new Map(),
): FieldsByType {
	for (const selection of selections) {
		if (selection.kind === Kind.FIELD) {
			const fields = into.get(type.name) ?? new Map<string, FieldNode[]>();
			const key = selection.alias?.value ?? selection.name.value;
			fields.set(key, [...(fields.get(key) ?? []), selection]);
			into.set(type.name, fields);
			continue;
		}
		const fragment =
			selection.kind === Kind.INLINE_FRAGMENT
				? selection
				: walk.fragments.get(selection.name.value);
		if (!fragment) continue;
		const name = fragment.typeCondition?.name.value;
		const target = name ? walk.schema.getType(name) : type;
		if (target) collect(walk, target, fragment.selectionSet.selections, into);
	}
	return into;
}

export function selectionsOf(nodes: readonly FieldNode[]): SelectionNode[] {
	return nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
}

/** `first` or `last` of a connection; 0 when neither is there. */
export function sizeArgument(walk: Walk, node: FieldNode): number {
	const argument = node.arguments?.find(({ name }) => ['first', 'last'].includes(name.value));
	if (!argument) return 0;
	const { value } = argument;
	if (value.kind === Kind.VARIABLE) return Number(walk.variables[value.name.value] ?? 0);
	return value.kind === Kind.INT ? Number(value.value) : 0;
}
