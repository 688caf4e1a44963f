import { GraphQLError, type DocumentNode, type GraphQLFormattedError } from 'graphql/index.js';

/** An error of one field, with Shopify's code beside the message. */
export function fieldError(message: string, code: string): GraphQLError {
	return new GraphQLError(message, { extensions: { code } });
}

/** As the Admin API words a missing scope (captured live). */
export function accessDenied(fieldName: string, requiredAccess: string): GraphQLError {
	return new GraphQLError(
		`Access denied for ${fieldName} field. Required access: ${requiredAccess}`,
		{
			extensions: {
				code: 'ACCESS_DENIED',
				documentation: 'https://shopify.dev/api/usage/access-scopes',
				requiredAccess,
			},
		},
	);
}

export function throttled(cost: object): object {
	return {
		errors: [
			{
				message: 'Throttled',
				extensions: {
					code: 'THROTTLED',
					documentation: 'https://shopify.dev/api/usage/rate-limits',
				},
			},
		],
		extensions: { cost },
	};
}

export function tooExpensive(cost: number, maxCost: number): object {
	const message = [
		`Query cost is ${cost}, which exceeds the single query max cost limit (${maxCost}).`,
		'See https://shopify.dev/concepts/about-apis/rate-limits for more information on how the',
		'cost of a query is calculated.',
		'To query larger amounts of data with fewer limits, bulk operations should be used instead.',
		'See https://shopify.dev/api/usage/bulk-operations/queries for usage details.',
	].join('\n\n');
	return {
		errors: [
			{
				message,
				extensions: {
					code: 'MAX_COST_EXCEEDED',
					cost,
					maxCost,
					documentation: 'https://shopify.dev/api/usage/rate-limits',
				},
			},
		],
	};
}

interface Rewording {
	pattern: RegExp;
	message: string;
	code: string;
	extensions: (groups: string[]) => Record<string, string>;
}

/** graphql-js words its validation errors otherwise than Shopify's graphql-ruby. */
const REWORDINGS: readonly Rewording[] = [
	{
		pattern: /^Cannot query field "(\w+)" on type "(\w+)"/,
		message: "Field '$1' doesn't exist on type '$2'",
		code: 'undefinedField',
		extensions: ([fieldName, typeName]) => ({ typeName, fieldName }),
	},
	{
		pattern: /^Unknown argument "(\w+)" on field "\w+\.(\w+)"/,
		message: "Field '$2' doesn't accept argument '$1'",
		code: 'argumentNotAccepted',
		extensions: ([argumentName, name]) => ({ name, typeName: 'Field', argumentName }),
	},
	{
		pattern: /^Field "(\w+)" argument "(\w+)" of type "[^"]+" is required/,
		message: "Field '$1' is missing required arguments: $2",
		code: 'missingRequiredArguments',
		extensions: ([name, args]) => ({ className: 'Field', name, arguments: args }),
	},
	{
		pattern: /^Variable "\$(\w+)" is never used in operation "(\w+)"/,
		message: 'Variable $$$1 is declared by $2 but not used',
		code: 'variableNotUsed',
		extensions: ([variableName]) => ({ variableName }),
	},
	{
		pattern: /^Unknown directive "@(\w+)"/,
		message: 'Directive @$1 is not defined',
		code: 'undefinedDirective',
		extensions: ([directiveName]) => ({ directiveName }),
	},
];

export function rewordValidation(error: GraphQLError): GraphQLFormattedError {
	const plain = error.toJSON();
	for (const { pattern, message, code, extensions } of REWORDINGS) {
		const match = pattern.exec(plain.message);
		if (!match) continue;
		const text = match[0].replace(pattern, message);
		return { ...plain, message: text, extensions: { code, ...extensions(match.slice(1)) } };
	}
	return { ...plain, extensions: { code: 'invalid', ...plain.extensions } };
}

/** "Variable $input of type OrderInput! was provided invalid value for a.b (why)". */
export function rewordVariable(error: GraphQLError, document: DocumentNode): GraphQLFormattedError {
	const name = /^Variable "\$(\w+)"/.exec(error.message)?.[1] ?? '';
	const where = /at "\w+\.([\w.[\]]+)"/.exec(error.message)?.[1];
	const why = error.message.split('; ').slice(1).join('; ') || 'Expected value to not be null';
	const type = variableType(document, name);
	const subject = where ? ` for ${where} (${why})` : '';
	return {
		...error.toJSON(),
		message: `Variable $${name} of type ${type} was provided invalid value${subject}`,
		extensions: {
			code: 'INVALID_VARIABLE',
			problems: [{ path: where ? where.split('.') : [], explanation: why }],
		},
	};
}

function variableType(document: DocumentNode, name: string): string {
	const text = document.loc?.source.body ?? '';
	return new RegExp(`\\$${name}\\s*:\\s*([\\w![\\]]+)`).exec(text)?.[1] ?? 'unknown';
}
