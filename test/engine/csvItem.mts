import type { SourceItem } from './mapper.mts';

/** A CSV file as an item carries it, e.g. from a form or a mailbox. */
export function csvItem(text: string): SourceItem {
	const data = Buffer.from(text, 'utf8').toString('base64');
	const file = { data, mimeType: 'text/csv', fileName: 'export.csv', fileExtension: 'csv' };
	return { json: {}, binary: { data: file } };
}
