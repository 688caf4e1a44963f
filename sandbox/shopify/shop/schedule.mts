import { DAY, type Calendar } from './calendar.mts';
import type { Random } from './random.mts';
import { ordinary } from './scenarios/ordinary.mts';
import { allScenarios } from './scenarios/all.mts';
import type { Scenario } from './scenarios/scene.mts';

export interface Slot {
	scenario: Scenario;
	at: number;
}

/** Share of orders that are something special, percent. */
const SPECIAL = 18;

/** Which orders there are, in order of time. Special ones are spread over all months. */
export function planOrders(
	calendar: Calendar,
	random: Random,
	orders: number,
	names?: string[],
): Slot[] {
	const specials = names ? named(names) : allScenarios;
	const special = names ? orders : specials.length === 0 ? 0 : Math.round((orders * SPECIAL) / 100);
	const slots: Slot[] = [];
	for (let index = 0; index < orders; index++) {
		const scenario = index < special ? specials[index % specials.length] : ordinary;
		slots.push({ scenario, at: momentFor(scenario, calendar, random, orders > 20) });
	}
	return slots.sort((a, b) => a.at - b.at);
}

function momentFor(
	scenario: Scenario,
	calendar: Calendar,
	random: Random,
	spread: boolean,
): number {
	const { months } = calendar;
	if (scenario.when) return scenario.when(months.length > 1 ? random.pick(months) : months[0]);
	const span = calendar.end - calendar.start;
	// Early enough that what follows (captures, refunds, disputes) happens within the world's time.
	const early = months.length > 1 ? span / DAY - 10 : 20;
	const days = scenario === ordinary || !spread ? span / DAY : early;
	const day = random.int(0, Math.floor(days) - 1);
	const second = random.int(0, 86_399);
	return calendar.start + day * DAY + second * 1000;
}

function named(names: string[]): Scenario[] {
	return names.map((name) => {
		const found = [ordinary, ...allScenarios].find((scenario) => scenario.name === name);
		if (!found) throw new Error(`No scenario is called "${name}".`);
		return found;
	});
}
