import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { ICredentialType, INodeType, INodeTypes, IVersionedNodeType } from 'n8n-workflow';

import n8n from './n8n.cjs';

type Loader = InstanceType<typeof n8n.core.LazyPackageDirectoryLoader>;

/**
 * Node and credential types by their full name, loaded from packages the way n8n loads them:
 * from the package's built files, each on first use.
 */
export class NodeTypes implements INodeTypes {
	constructor(private readonly loaders: Map<string, Loader>) {}

	/** @throws Error when the package or the type is not there */
	getByName(fullName: string): INodeType | IVersionedNodeType {
		const [packageName, typeName] = split(fullName);
		const loader = this.loaders.get(packageName);
		if (!loader) {
			const known = [...this.loaders.keys()].join(', ');
			throw new Error(
				`Package "${packageName}" of node type "${fullName}" is not loaded (${known})`,
			);
		}
		return loader.getNode(typeName).type;
	}

	getByNameAndVersion(fullName: string, version?: number): INodeType {
		return n8n.workflow.NodeHelpers.getVersionedNodeType(this.getByName(fullName), version);
	}

	getKnownTypes() {
		return {};
	}

	/** The credential type; undefined when no loaded package has it. */
	credential(name: string): ICredentialType | undefined {
		for (const loader of this.loaders.values()) {
			if (name in loader.known.credentials) return loader.getCredential(name).type;
		}
		return undefined;
	}
}

function split(fullName: string): [packageName: string, typeName: string] {
	const dot = fullName.lastIndexOf('.');
	return [fullName.slice(0, dot), fullName.slice(dot + 1)];
}

let loaded: Promise<NodeTypes> | undefined;

/**
 * The types of this package (as built in dist/) and of n8n-nodes-base. Loaded once per process.
 * @throws Error that says to build first, when dist/ is missing
 */
export function loadNodeTypes(): Promise<NodeTypes> {
	loaded ??= loadPackages([n8n.packageFolder, n8n.builtInFolder()]);
	return loaded;
}

/** The types of any packages, each given by its folder. */
export async function loadPackages(folders: string[]): Promise<NodeTypes> {
	const loaders = new Map<string, Loader>();
	for (const folder of folders) {
		const loader = new n8n.core.LazyPackageDirectoryLoader(folder);
		requireBuilt(loader);
		await loader.loadAll();
		loaders.set(loader.packageName, loader);
	}
	return new NodeTypes(loaders);
}

function requireBuilt({ directory, packageJson }: Loader): void {
	const files = [...(packageJson.n8n?.nodes ?? []), ...(packageJson.n8n?.credentials ?? [])];
	const missing = files.filter((file) => !existsSync(join(directory, file)));
	if (missing.length === 0) return;
	throw new Error(`Run "npm run build" first: ${missing.join(', ')} is not there`);
}
