import { resolveExpressions } from '../../engine/expressions.mts';
import n8n from '../../engine/n8n.cjs';
import { loadPackages } from '../../engine/nodeTypes.mts';

/** Defaults of credential fields as n8n resolves them, beside the fields that the user filled in. */
export async function resolved(fields: Record<string, string>, self: Record<string, string>) {
	const types = await loadPackages([n8n.builtInFolder()]);
	return resolveExpressions(fields, { $self: self }, types);
}
