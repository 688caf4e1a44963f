import { existsSync } from 'node:fs';

import { quietly } from './command.mjs';
import { Failure } from './console.mjs';

const PLACES = [
	process.env.CHROMIUM_PATH,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const found = () => PLACES.find((path) => path && existsSync(path));

/** The browser for the tests; on Debian it is installed when there is none. */
export async function ensureChromium() {
	if (found()) return found();
	const isRoot = process.getuid?.() === 0;
	if (isRoot && existsSync('/usr/bin/apt-get')) {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		await quietly('Looking up Debian packages', 'apt-get', ['update', '-qq'], { env });
		await quietly('Installing Chromium', 'apt-get', ['install', '-y', '-qq', 'chromium'], { env });
	}
	if (found()) return found();
	throw new Failure(
		'No Chromium or Chrome was found.',
		'Install one (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.',
	);
}
