import { checkDocument } from './fromDocuments/checkDocument';
import { linkName } from './links';
import { contradiction } from './obstacles';
import { type Entry, held, type Planned } from './planned';

/** Takes out what is no document, and documents that come twice among the inputs. */
export function sift(
	inputs: readonly unknown[],
	planned: Map<number, Planned>,
): Map<string, Entry> {
	const first = new Map<string, Entry>();
	for (const [index, input] of inputs.entries()) {
		const checked = checkDocument(input);
		if (!checked.ok) {
			planned.set(index, held(index, checked.problem));
			continue;
		}
		const document = checked.value;
		const original = first.get(linkName(document));
		if (!original) first.set(linkName(document), { index, document });
		else if (original.document.total !== document.total) {
			planned.set(index, held(index, contradiction(document, original.document)));
		} else {
			const common = { index, missing: [], differences: [] };
			planned.set(index, { ...common, action: 'Same As', document, original: original.index });
		}
	}
	return first;
}
