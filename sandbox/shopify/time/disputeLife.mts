import type { Dispute } from '../shop/modelPayments.mts';
import { refill, type Change, type Life } from './change.mts';

interface Step {
	at: number;
	status: string;
}

interface DisputeLife {
	dispute: Dispute;
	evidenceSentOn: unknown;
	finalizedOn: unknown;
	steps: Step[];
}

/** Disputes begin, evidence is sent, the bank decides. */
export function lifeOfDisputes(lists: Dispute[][]): Life {
	const lives = [...new Set(lists.flat())].map((dispute) => lifeOfDispute(dispute));
	const members = lists.map((list) => new Set(list));
	return {
		changes: lives.flatMap(changesOf),
		showAt: (now) => {
			for (const life of lives) show(life, now);
			const begun = lives.filter(({ steps }) => steps[0].at <= now).map(({ dispute }) => dispute);
			lists.forEach((list, index) => {
				refill(
					list,
					begun.filter((dispute) => members[index].has(dispute)),
				);
			});
		},
	};
}

function lifeOfDispute(dispute: Dispute): DisputeLife {
	const { evidenceSentOn, finalizedOn } = dispute;
	const steps = [{ at: Date.parse(dispute.initiatedAt), status: 'NEEDS_RESPONSE' }];
	if (typeof evidenceSentOn === 'string') {
		steps.push({ at: Date.parse(evidenceSentOn), status: 'UNDER_REVIEW' });
	}
	if (typeof finalizedOn === 'string') {
		steps.push({ at: Date.parse(finalizedOn), status: dispute.status });
	}
	return { dispute, evidenceSentOn, finalizedOn, steps };
}

function show({ dispute, evidenceSentOn, finalizedOn, steps }: DisputeLife, now: number): void {
	const isPast = (date: unknown) => typeof date === 'string' && Date.parse(date) <= now;
	dispute.status = (steps.findLast(({ at }) => at <= now) ?? steps[0]).status;
	dispute.evidenceSentOn = isPast(evidenceSentOn) ? evidenceSentOn : null;
	dispute.finalizedOn = isPast(finalizedOn) ? finalizedOn : null;
}

function changesOf({ dispute: { id }, steps }: DisputeLife): Change[] {
	return steps.map(({ at, status }) => ({ at, kind: 'dispute', id, version: status }));
}
