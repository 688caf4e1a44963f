import type { Outcome, Problem } from '../accounting/problems';

/** A place that stock lies at. */
export interface Location {
	/** The gid. */
	id: string;
	name: string;
	isActive: boolean;
}

/**
 * The locations that the panel names, by id (a gid or its number) or by name, in its order.
 *
 * @param chosen a list, or a text with commas, as an expression may give it.
 * @param all of the shop's.
 */
export function chosenLocations(chosen: unknown, all: readonly Location[]): Outcome<Location[]> {
	const wanted = wantedIn(chosen, all);
	if (wanted.length === 0) return onlyLocation(all);
	const locations: Location[] = [];
	for (const text of wanted) {
		const found = all.filter((each) => isMeant(each, text));
		const location = found.find(({ isActive }) => isActive) ?? found[0];
		if (location === undefined) return refused('no-location', `The shop has no location "${text}"`);
		if (!location.isActive) {
			return refused('location-inactive', `The location "${location.name}" is not active`);
		}
		if (!locations.includes(location)) locations.push(location);
	}
	return { ok: true, value: locations };
}

function wantedIn(chosen: unknown, all: readonly Location[]): string[] {
	const list: unknown[] = Array.isArray(chosen) ? chosen : [chosen ?? ''];
	return list
		.map((each) => String(each).trim())
		.flatMap((text) => (all.some((each) => isMeant(each, text)) ? [text] : text.split(',')))
		.map((text) => text.trim())
		.filter((text) => text !== '');
}

function isMeant({ id, name }: Location, text: string): boolean {
	return id === text || id.slice(id.lastIndexOf('/') + 1) === text || name === text;
}

function onlyLocation(all: readonly Location[]): Outcome<Location[]> {
	const active = all.filter(({ isActive }) => isActive);
	if (active.length === 1) return { ok: true, value: active };
	return refused(
		'no-location',
		active.length === 0
			? 'The shop has no active location'
			: `The shop has ${active.length} locations, and none is chosen`,
	);
}

function refused(code: string, what: string): { ok: false; problem: Problem } {
	const fix =
		"Choose under 'Location Names or IDs' the locations whose stock QuickBooks counts, the main one first.";
	return { ok: false, problem: { code, what, where: 'Location Names or IDs', fix } };
}
