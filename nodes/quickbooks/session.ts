import type { Answer, Connection } from './client';
import { QuickBooksClient } from './client';
import { type Company, readCompany } from './company';
import { Directory } from './resolve/directory';
import { DEFAULT_SETTINGS, type PostingSettings } from './settings';

/** One run against one company; its lists are read once. */
export interface Session {
	client: QuickBooksClient;
	company: Company;
	directory: Directory;
	settings: PostingSettings;
}

/** Reads the company and its preferences: two calls. */
export async function openSession(
	connection: Connection,
	settings: Partial<PostingSettings> = {},
): Promise<Answer<Session>> {
	const client = new QuickBooksClient(connection);
	const company = await readCompany(client);
	if (company.kind !== 'done') return company;
	const complete = { ...DEFAULT_SETTINGS, ...settings };
	const directory = new Directory(client, company.value, complete);
	return {
		kind: 'done',
		value: { client, company: company.value, directory, settings: complete },
	};
}
