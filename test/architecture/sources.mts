/** The project's source files as text, and what they import. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

const ROOT = process.cwd();

export interface Source {
	/** Path from the project's root, with forward slashes. */
	file: string;
	text: string;
	/** Imported modules; relative ones as paths from the root, without an ending. */
	imports: string[];
	/** Names used as free identifiers (not as a property, a declaration or a type's member). */
	identifiers: Set<string>;
}

export function sourcesIn(folder: string, endings = ['.ts']): Source[] {
	return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => endings.some((ending) => name.endsWith(ending)))
		.filter((name) => !name.includes('node_modules'))
		.map((name) => readSource(path.posix.join(folder, name.split(path.sep).join('/'))))
		.sort((a, b) => a.file.localeCompare(b.file));
}

function readSource(file: string): Source {
	const text = readFileSync(path.join(ROOT, file), 'utf8');
	const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
	const identifiers = new Set<string>();
	const imports: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isIdentifier(node) && isFree(node)) identifiers.add(node.text);
		const specifier = importSpecifier(node);
		if (specifier) imports.push(resolve(file, specifier));
		ts.forEachChild(node, visit);
	};
	visit(tree);
	return { file, text, imports, identifiers };
}

function importSpecifier(node: ts.Node): string | undefined {
	if (
		(ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
		node.moduleSpecifier &&
		ts.isStringLiteral(node.moduleSpecifier)
	) {
		return node.moduleSpecifier.text;
	}
	const [argument] = ts.isCallExpression(node) ? node.arguments : [];
	const isDynamic =
		ts.isCallExpression(node) &&
		(node.expression.kind === ts.SyntaxKind.ImportKeyword ||
			node.expression.getText() === 'require');
	return isDynamic && argument && ts.isStringLiteral(argument) ? argument.text : undefined;
}

/** `process` in `process.env`, but not in `order.process` or `{ process: 1 }`. */
function isFree(node: ts.Identifier): boolean {
	const { parent } = node;
	if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
	const named = parent as { name?: ts.Node; propertyName?: ts.Node };
	return named.name !== node && named.propertyName !== node;
}

function resolve(file: string, specifier: string): string {
	if (!specifier.startsWith('.')) return specifier;
	return path.posix.join(path.posix.dirname(file), specifier);
}
