import type { INodeProperties, IPollFunctions } from 'n8n-workflow';
import type { PollSettings } from '../shopify/polling/settings';

const HOUR_MS = 3_600_000;
/** What is left of the time that n8n allows a poll is for handing over what was read. */
const SHARE_OF_BUDGET = 0.6;
const USUAL_BUDGET_MS = 60_000;
const MOST = 250;

const REPEATS: Readonly<Record<string, readonly number[]>> = {
	never: [],
	hour: [HOUR_MS],
	hourAndDay: [HOUR_MS, 24 * HOUR_MS],
};

/** Where a trigger begins, and how it makes sure that nothing is lost. */
export const pollingFields: INodeProperties[] = [
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Date',
				value: 'date',
				description: 'What happened since that day, too: the first polls catch up bit by bit',
			},
			{
				name: 'Now',
				value: 'now',
				description: 'Only what happens after the workflow was activated for the first time',
			},
		],
		default: 'now',
		description:
			'Where to begin when the workflow is activated for the first time. Later on it goes on where it was, also after a pause.',
	},
	{
		displayName: 'Start Date',
		name: 'startDate',
		type: 'dateTime',
		required: true,
		displayOptions: { show: { startFrom: ['date'] } },
		default: '',
		description:
			"First day, or a moment, in the shop's time zone. Another date begins anew from there; posting leaves out what is in the books already.",
	},
];

export function pollingOptions(includeTest: INodeProperties): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			includeTest,
			{
				displayName: 'Overlap (Hours)',
				name: 'overlap',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 168 },
				default: 6,
				description:
					'How far each poll looks back from the newest fact it knows, since Shopify shows some facts late. What was handed out is remembered, so that a longer overlap repeats nothing.',
			},
			{
				displayName: 'Repeat',
				name: 'repeat',
				type: 'options',
				options: [
					{
						name: 'After an Hour',
						value: 'hour',
						description: 'Once more; makes good a run that was lost in a crash',
					},
					{
						name: 'After an Hour and a Day',
						value: 'hourAndDay',
						description: 'Twice more; makes good a day of failed runs as well',
					},
					{
						name: 'Never',
						value: 'never',
						description:
							'For n8n with durable poll cursors, where a fact and its run are saved together, and failed runs are retried by hand',
					},
				],
				default: 'hourAndDay',
				description:
					'Whether to hand out each fact again later. n8n does not tell a trigger whether its run went well; posting leaves out what is in the books already.',
			},
		],
	};
}

interface Options {
	overlap?: number;
	repeat?: string;
	includeTest?: boolean;
}

export function pollSettingsOf(context: IPollFunctions, now: number): PollSettings {
	const options = context.getNodeParameter('options', {}) as Options;
	const isDate = context.getNodeParameter('startFrom') === 'date';
	return {
		start: isDate ? dateText(context.getNodeParameter('startDate', '')) : 'now',
		overlapMs: Math.max(1, Number(options.overlap ?? 6)) * HOUR_MS,
		repeats: REPEATS[options.repeat ?? 'hourAndDay'] ?? [],
		includeTest: options.includeTest === true,
		deadline: now + budgetOf(context) * SHARE_OF_BUDGET,
		most: MOST,
	};
}

/** An expression such as {{ $now }} gives n8n's DateTime instead of text. */
function dateText(value: unknown): string {
	const time = value as { toISO?: () => string } | null | undefined;
	return typeof time?.toISO === 'function' ? time.toISO() : String(value ?? '');
}

/** Only newer versions of n8n say how long a poll may take. */
export function budgetOf(context: IPollFunctions): number {
	return 'getPollBudgetMs' in context ? context.getPollBudgetMs() : USUAL_BUDGET_MS;
}
