import type { Company } from '../company';
import type { Directory } from './directory';
import type { ListRow } from './listTable';
import { refused, type Sought } from './sought';

export function classFor(name: string, company: Company, directory: Directory): Sought<ListRow> {
	if (company.classes) return directory.classes.find(name);
	return switchedOff('classes', `the class "${name}"`, company);
}

export function locationFor(name: string, company: Company, directory: Directory): Sought<ListRow> {
	if (company.locations) return directory.locations.find(name);
	return switchedOff('locations', `the location "${name}"`, company);
}

function switchedOff(what: string, named: string, { name }: Company): Sought<never> {
	return refused(
		`${what}-off`,
		`The document names ${named}, and "${name}" does not track ${what}`,
		`Turn on ${what} in QuickBooks (Settings > Account and settings > Advanced > Categories; plans Plus and Advanced), or leave it out in the mapping`,
	);
}
