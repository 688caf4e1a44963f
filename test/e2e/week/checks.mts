import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DAY, HOUR } from '../../../sandbox/shopify/shop/calendar.mts';
import { startMerchant, type Merchant } from '../../../scripts/demo/merchant.mts';
import { say } from '../../../scripts/lib/console.mjs';
import { attachedHtml } from '../../../scripts/n8n/mailbox.mts';
import { furnish, manualTrigger, type Template } from '../../../scripts/n8n/workshop.mts';
import { openBrowser, SCREENSHOTS } from '../browser.mts';
import type { Stage } from '../stage.mts';
import {
	balanceOf,
	clearing,
	waitingForPayout,
	openRows,
	paidOut,
	showsAll,
	sumOfTrialBalance,
	unpaidBalance,
} from './books.mts';
import { triggerCheck } from './trigger.mts';
import { BooksInStep, showAt, type HourlyRun } from './week.mts';

/** Runs of the hourly workflow: a first one that catches up, then one every twelve hours. */
const RUNS = 14;
/** Until then the owner does not look at what is held. */
const MENDED_FROM = 7;
const BANK = 'Checking';
/** The week begins on this day of the month, so that payouts are on their way already. */
const FIRST_DAY = 8;

/** A week of a merchant who has template 7 keep the books, and template 8 prove them. */
export async function weekChecks(stage: Stage): Promise<void> {
	const month = nextMonth();
	const start = Date.parse(`${month}-0${FIRST_DAY}T12:00:00Z`);
	const options = { month, orders: 150, seed: 11, live: 'usual', now: new Date(start) } as const;
	const merchant = await startMerchant(options);
	try {
		await keepWeek(stage, merchant, start);
	} finally {
		await merchant.close();
	}
}

async function keepWeek(stage: Stage, merchant: Merchant, start: number): Promise<void> {
	const { checks, workshop } = stage;
	const templates = await furnish(workshop, merchant, 'week');
	const bankBefore = balanceOf(merchant, BANK);
	const runs: HourlyRun[] = [];
	const books = await BooksInStep.setUp(workshop.rest, templates);
	let now = start;
	const run = async () => {
		const result = await books.run();
		runs.push(result);
		say(`          ${new Date(now).toISOString()}: ${result.posted} documents`);
		assert.deepEqual([result.status, result.failed], ['success', []]);
	};
	await checks.check(`the hourly workflow runs ${RUNS} times in a week of the shop`, async () => {
		for (let index = 0; index < RUNS; index += 1) {
			now = start + index * (DAY / 2);
			showAt(merchant, now);
			await run();
			const { held } = runs[index];
			if (index >= MENDED_FROM && held.length > 0) await books.mend(held);
		}
		assert.ok(runs[MENDED_FROM].held.length > 0, 'there was nothing to mend');
		assert.ok(runs.filter(({ posted }) => posted > 0).length > RUNS / 2);
	});
	await checks.check('and once more when the lists of the shop have caught up', async () => {
		for (let hours = 0; hours < 24 && !showsAll(merchant); hours += 1) {
			now += HOUR;
			showAt(merchant, now);
			merchant.shopify.timeline?.showAt(now);
		}
		assert.ok(showsAll(merchant), 'the lists stay behind');
		await run();
	});
	await checks.check('nothing is held', () => {
		assert.deepEqual(runs.at(-1)?.held, []);
	});
	await checks.check('the trial balance comes to nothing', () => {
		assert.equal(sumOfTrialBalance(merchant), 0);
	});
	await checks.check("the bank has the shop's payouts", () => {
		assert.ok(paidOut(merchant) > 0);
		assert.equal(balanceOf(merchant, BANK) - bankBefore, paidOut(merchant));
	});
	await checks.check(
		"clearing is the shop's unpaid balance, but for what its payouts will bring",
		() => {
			assert.ok(openRows(merchant).length > 5);
			assert.equal(clearing(merchant), unpaidBalance(merchant) + waitingForPayout(merchant));
		},
	);
	await checks.check('a further run books nothing twice', async () => {
		const { journal } = merchant.quickBooks.company;
		const before = journal.length;
		await run();
		assert.equal(runs.at(-1)?.posted, 0);
		assert.equal(merchant.quickBooks.company.journal.length, before);
	});
	await reportChecks(stage, templates);
	await triggerCheck(stage, merchant, now);
}

async function reportChecks(stage: Stage, templates: Template[]) {
	const { checks, workshop, chromium } = stage;
	const path = join(SCREENSHOTS, 'report.html');
	const { messages } = workshop.mailbox;
	mkdirSync(SCREENSHOTS, { recursive: true });
	await checks.check('template 8 proves the payouts and mails the report', async () => {
		const proof = templates.find(({ file }) => file.name.startsWith('Prove last week'));
		assert.ok(proof);
		const { rest } = workshop;
		const id = String(proof.imported.id);
		// The node that mails is switched off until its user has chosen an SMTP account.
		await rest.editNodes(id, (node) => ({ ...node, disabled: false }));
		const { status } = await rest.runWorkflow(id, manualTrigger(proof.file));
		assert.equal(status, 'success');
		const message = String(messages.at(-1));
		const html = attachedHtml(message);
		assert.ok(html, 'no report is attached');
		writeFileSync(path, html);
		assert.match(message, /Subject: Shopify payouts: all \d+ proved to the cent/);
	});
	await checks.check('the report shows in a browser', async () => {
		const { browser, page, strangers } = await openBrowser(chromium);
		try {
			await page.goto(`file://${path}`);
			await page.screenshot({ path: join(SCREENSHOTS, 'report.png'), fullPage: true });
			assert.deepEqual([...strangers], []);
		} finally {
			await browser.close();
		}
	});
}

/**
 * Workflows that run by the clock read what changed lately, and n8n's clock cannot be moved: the
 * shop's week lies ahead of it.
 */
function nextMonth(today = new Date()): string {
	const date = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 1));
	return date.toISOString().slice(0, 7);
}
