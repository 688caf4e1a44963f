import assert from 'node:assert/strict';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { manualTrigger, type Template } from '../../../scripts/n8n/workshop.mts';
import {
	canvasNode,
	expectAllGood,
	openBrowser,
	openWorkflow,
	pressExecute,
	SCREENSHOTS,
	signIn,
	succeedsOnCanvas,
} from '../browser.mts';
import type { Stage } from '../stage.mts';
import type { Warehouse } from './goods.mts';

/** n8n's own form page asks for its font there. */
const FONTS = 'fonts.googleapis.com';
export const PREVIEW = 'Preview stock';
export const APPLY = 'Apply the approved changes';

/** Template 10 as its user meets it: location, button, form, and what is then in the shop. */
export async function approvalChecks(
	{ checks, workshop, chromium }: Stage,
	warehouse: Warehouse,
	{ file, imported }: Template,
): Promise<void> {
	const { url } = workshop.server;
	const { browser, page, strangers } = await openBrowser(chromium);
	const trigger = manualTrigger(file);
	let form: Page | undefined;
	try {
		await checks.check('template 10 opens with nothing amiss', async () => {
			await signIn(page, url);
			await openWorkflow(page, url, String(imported.id));
			await expectAllGood(page, file);
		});
		await checks.check("its panel lists the shop's locations", async () => {
			const { locations } = warehouse.shopify.shop;
			const names = locations.map(({ name }) => String(name));
			assert.deepEqual(await chooseLocation(page, names[0]), [...names].sort());
		});
		await checks.check('the button previews, asks in a form, and writes nothing', async () => {
			[form] = await Promise.all([
				page.context().waitForEvent('page', { timeout: 60_000 }),
				pressExecute(page, trigger),
			]);
			await shown(form);
			await form.screenshot({ path: join(SCREENSHOTS, 'template-10-form.png') });
			const text = await form.innerText('body');
			for (const change of ['Lamp (LAMP): 10 → 20', 'Rug (RUG): 5 → 3', 'Mug (MUG): 8 → 12'])
				assert.ok(text.includes(change), text);
			assert.equal(warehouse.writes(), 0);
		});
		await checks.check('what is approved is written, and no sale in between is lost', async () => {
			assert.ok(form, 'there is no form');
			// Three rugs in the books, one of them sold now; a lamp is sold while n8n is writing.
			warehouse.till.sell({ lines: [{ variant: 'RUG', quantity: 1 }] });
			await warehouse.sellBeforeWriting('LAMP', 1);
			await form.selectOption('select', 'Yes');
			await form.fill('textarea', 'mug');
			await form.click('#submit-btn');
			await succeedsOnCanvas(page, APPLY);
			await page.screenshot({ path: join(SCREENSHOTS, 'template-10-after.png') });
			assert.deepEqual(warehouse.stock(), { LAMP: 19, RUG: 2, MUG: 8, CUP: 4 });
			assert.deepEqual(warehouse.elsewhere(), { LAMP: 3, RUG: 2, MUG: 1, CUP: 0 });
		});
		await checks.check('nothing was asked of any other host, but for the font of the form', () => {
			const others = [...strangers].filter((host) => host !== FONTS);
			assert.deepEqual(others, []);
		});
	} finally {
		await browser.close();
	}
}

/** Loads the form once more where its window opened and stayed empty, as a person would. */
async function shown(form: Page): Promise<void> {
	for (let reloads = 0; ; reloads++) {
		const isThere = await form.waitForSelector('#submit-btn', { timeout: 10_000 }).then(
			() => true,
			() => false,
		);
		if (isThere) return;
		assert.ok(reloads < 3, `the form stays empty: ${form.url()} ${await form.title()}`);
		await form.reload({ waitUntil: 'domcontentloaded', timeout: 10_000 }).catch(() => undefined);
	}
}

/** Opens the panel, chooses from its list, and goes back to the canvas. @returns what the list has. */
async function chooseLocation(page: Page, name: string): Promise<string[]> {
	const panel = page.locator('[data-test-id="ndv"]');
	await Promise.all([
		page.waitForResponse(/dynamic-node-parameters\/options/, { timeout: 20_000 }),
		canvasNode(page, PREVIEW).dblclick(),
	]);
	const field = panel.locator('[data-test-id="parameter-input-locations"]');
	await field.locator('.el-select:not(.is-disabled)').click();
	const options = page.locator('.el-select-dropdown__item:visible');
	await options.first().waitFor({ timeout: 10_000 });
	const names = await options.allInnerTexts();
	await options.filter({ hasText: name }).click();
	await page.screenshot({ path: join(SCREENSHOTS, 'template-10-locations.png') });
	await field.getByText(name).waitFor({ timeout: 10_000 });
	await panel.locator('[data-test-id="ndv-close-button"]').click();
	await panel.waitFor({ state: 'hidden', timeout: 10_000 });
	return names.map((each) => each.trim());
}
