/** JSON entities as Intuit's XML: enough for a reader to see that it is not JSON. */

type Json = Record<string, unknown>;

const NAMESPACE = 'http://schema.intuit.com/finance/v3';

export function toXml(body: Json, time: string): string {
	const { time: _time, ...rest } = body;
	const content = Object.entries(rest)
		.map(([name, value]) => element(name, value))
		.join('');
	return (
		'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
		`<IntuitResponse xmlns="${NAMESPACE}" time="${time}">${content}</IntuitResponse>`
	);
}

/** @param fault the Fault object with capital keys. */
export function faultXml(fault: { Error: Json[]; type: string }, time: string): string {
	const errors = fault.Error.map(({ Message, Detail, code, element: field }) => {
		const where = field ? ` element="${escape(field)}"` : '';
		return `<Error code="${escape(code)}"${where}>${element('Message', Message)}${element('Detail', Detail)}</Error>`;
	});
	return (
		'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
		`<IntuitResponse time="${time}" xmlns="${NAMESPACE}">` +
		`<Fault type="${fault.type}">${errors.join('')}</Fault></IntuitResponse>`
	);
}

function element(name: string, value: unknown): string {
	if (value === undefined || value === null) return '';
	if (Array.isArray(value)) return value.map((each) => element(name, each)).join('');
	if (typeof value !== 'object') return `<${name}>${escape(value)}</${name}>`;
	const reference = value as { value?: unknown; name?: unknown };
	if (name.endsWith('Ref') && reference.value !== undefined) {
		const label = reference.name === undefined ? '' : ` name="${escape(reference.name)}"`;
		return `<${name}${label}>${escape(reference.value)}</${name}>`;
	}
	const children = Object.entries(value).map(([key, child]) => element(key, child));
	return `<${name}>${children.join('')}</${name}>`;
}

function escape(value: unknown): string {
	return String(value)
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;');
}
