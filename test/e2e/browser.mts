import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { chromium, type Browser, type Page } from 'playwright-core';

import type { WorkflowFile } from '../../engine/index.mts';
import { ROOT } from '../../scripts/lib/dependencies.mjs';
import { OWNER } from '../../scripts/n8n/rest.mts';
import { manualTrigger } from '../../scripts/n8n/workshop.mts';
import type { Stage } from './stage.mts';

export const SCREENSHOTS = join(ROOT, 'test/e2e/screenshots');
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	// At once, also for a window that opens by itself: else it waits for what is not to be reached.
	'--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

interface Canvas {
	browser: Browser;
	page: Page;
	/** Hosts that the pages asked for, other than n8n itself. */
	strangers: Set<string>;
}

/** A browser that can reach this machine only and writes down whatever else is asked for. */
export async function openBrowser(executablePath: string): Promise<Canvas> {
	const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
	const context = await browser.newContext({ viewport: { width: 1700, height: 950 } });
	const page = await context.newPage();
	const strangers = new Set<string>();
	// Of the context: a form opens in a window of its own.
	await context.route('**/*', async (route) => {
		const { hostname, protocol } = new URL(route.request().url());
		if (!protocol.startsWith('http') || hostname === '127.0.0.1') return await route.continue();
		strangers.add(hostname);
		await route.abort();
	});
	return { browser, page, strangers };
}

export async function signIn(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.fill('input[name="emailOrLdapLoginId"]', OWNER.email);
	await page.fill('input[name="password"]', OWNER.password);
	await page.click('button:has-text("Sign in")');
	await page.waitForURL(({ pathname }) => !pathname.includes('signin'), { timeout: 30_000 });
}

export async function openWorkflow(page: Page, url: string, id: string): Promise<void> {
	await page.goto(`${url}/workflow/${id}`);
	await page.waitForSelector('[data-test-id="canvas-node"]', { timeout: 60_000 });
	await page.waitForTimeout(2000);
	await page.keyboard.press('Escape');
}

/** Every node is there, and none has a red mark: an unknown type, a missing credential or parameter. */
export async function expectAllGood(page: Page, { nodes }: WorkflowFile): Promise<void> {
	for (const { name, type } of nodes) {
		if (type.endsWith('.stickyNote')) continue;
		assert.ok(await canvasNode(page, name).isVisible(), name);
	}
	const marks = page.locator('[data-test-id="canvas-node"] [data-test-id="node-issues"]');
	assert.equal(await marks.count(), 0, 'a node has a red mark');
}

/** Presses the manual trigger's own "Execute workflow" and waits until the last node has its tick. */
async function execute(page: Page, trigger: string, lastNode: string): Promise<void> {
	await pressExecute(page, trigger);
	await succeedsOnCanvas(page, lastNode);
}

export async function pressExecute(page: Page, trigger: string): Promise<void> {
	await canvasNode(page, trigger).hover();
	await page.locator(`[data-test-id="execute-workflow-button-${trigger}"]`).click();
}

export async function succeedsOnCanvas(page: Page, node: string): Promise<void> {
	const tick = canvasNode(page, node).locator('[data-test-id="canvas-node-status-success"]');
	await tick.waitFor({ timeout: 180_000 });
}

/** What a person sees: signing in, the templates on the canvas, a run by the button, the panels. */
export async function browserChecks({ checks, workshop, chromium: executable }: Stage) {
	const [{ file, imported }] = workshop.templates;
	const { url } = workshop.server;
	mkdirSync(SCREENSHOTS, { recursive: true });
	const { browser, page, strangers } = await openBrowser(executable);
	const ours = ownNodes(file);
	const opened = new Set(ours.map(({ type }) => type));
	const posting = ours.find(({ type }) => type.endsWith('.quickBooksPosting'));
	try {
		await checks.check('the owner signs in', async () => await signIn(page, url));
		for (const [index, template] of workshop.templates.entries()) {
			const number = index + 1;
			await checks.check(`template ${number} opens on the canvas, with nothing amiss`, async () => {
				await openWorkflow(page, url, String(template.imported.id));
				await expectAllGood(page, template.file);
				await page.screenshot({ path: join(SCREENSHOTS, `template-${number}.png`) });
			});
			// Each kind of node once; those of template 1 come after its run.
			for (const { name, type } of ownNodes(template.file)) {
				if (opened.has(type)) continue;
				opened.add(type);
				await checks.check(`the panel of "${name}" opens`, async () => await panel(page, name));
			}
		}
		await checks.check('template 1 opens again', async () => {
			await openWorkflow(page, url, String(imported.id));
		});
		await checks.check('"Execute workflow" runs it green', async () => {
			await execute(page, manualTrigger(file), String(posting?.name));
			await page.mouse.move(700, 60);
			await page.waitForTimeout(1000);
			await page.screenshot({ path: join(SCREENSHOTS, 'canvas.png') });
		});
		for (const { name } of ours) {
			await checks.check(`the panel of "${name}" opens`, async () => await panel(page, name));
		}
		await checks.check('nothing was asked of any other host', () => {
			assert.deepEqual([...strangers], []);
		});
	} finally {
		await browser.close();
	}
}

export const canvasNode = (page: Page, name: string) =>
	page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);

const ownNodes = ({ nodes }: WorkflowFile) =>
	nodes.filter(({ type }) => type.startsWith('n8n-nodes-shopify-quickbooks.'));

async function panel(page: Page, name: string): Promise<void> {
	await canvasNode(page, name).dblclick();
	const view = page.locator('[data-test-id="ndv"]');
	await view.waitFor({ timeout: 15_000 });
	await page.waitForTimeout(1000);
	assert.ok((await view.locator('[data-test-id^="parameter-input"]').count()) > 0, 'no fields');
	const file = `${name.replace(/\W+/g, '-').toLowerCase()}.png`;
	await page.screenshot({ path: join(SCREENSHOTS, file) });
	await page.keyboard.press('Escape');
	await view.waitFor({ state: 'hidden', timeout: 10_000 });
}
