import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { clock } from '../n8n/clock';
import { throwProblem } from '../n8n/problems';
import type { ShopifyClient } from '../shopify/client';
import type { PollResult, PollSettings, TriggeredFact } from '../shopify/polling/settings';
import { writeState } from '../shopify/polling/state';
import type { Outcome } from '../shopify/types';
import { connectShopOfTrigger } from './connectShop';
import { budgetOf, pollSettingsOf } from './polling';

/** What a trigger does: look for news, or show samples when it is run by hand. */
export interface Polling {
	poll(client: ShopifyClient, settings: PollSettings, kept: unknown): Promise<Outcome<PollResult>>;
	sample(
		client: ShopifyClient,
		settings: PollSettings,
	): Promise<Outcome<{ facts: TriggeredFact[]; notes: string[] }>>;
}

type Result = INodeExecutionData[][] | null;

/**
 * One poll of a trigger. Its memory changes in one go and last of all: a poll that fails has
 * changed nothing, and where n8n saves items and memory together nothing lies between them.
 *
 * @throws NodeOperationError with what happened and what to do; n8n polls again at the next time.
 */
export async function runPoll(context: IPollFunctions, polling: Polling): Promise<Result> {
	const settings = pollSettingsOf(context, clock.now());
	const connection = await connectShopOfTrigger(context, budgetOf(context));
	if (!connection.ok) throwProblem(context.getNode(), 0, connection.problem);
	const { client } = connection.value;
	if (context.getMode() === 'manual') return await showSamples(context, polling, client, settings);
	const memory = context.getWorkflowStaticData('node');
	const result = await polling.poll(client, settings, memory);
	if (!result.ok) throwProblem(context.getNode(), 0, result.problem);
	const { facts, state } = result.value;
	remember(memory, writeState(state));
	return facts.length === 0 ? null : [facts.map(toItem)];
}

/** The object itself belongs to n8n, which sees what is set in it. */
function remember(memory: IDataObject, state: Record<string, unknown>): void {
	for (const name of Object.keys(memory)) if (!(name in state)) delete memory[name];
	Object.assign(memory, state);
}

async function showSamples(
	context: IPollFunctions,
	polling: Polling,
	client: ShopifyClient,
	settings: PollSettings,
): Promise<Result> {
	const samples = await polling.sample(client, settings);
	if (!samples.ok) throwProblem(context.getNode(), 0, samples.problem);
	const { facts, notes } = samples.value;
	if (facts.length > 0) return [facts.map(toItem)];
	throwProblem(context.getNode(), 0, {
		what: 'The shop has nothing yet that this trigger looks for',
		fix:
			notes.join(' ') ||
			"Choose more under 'Trigger On', or wait until it has happened once. The active workflow starts by itself when it does.",
	});
}

const toItem = (fact: TriggeredFact): INodeExecutionData => ({ json: fact as IDataObject });
