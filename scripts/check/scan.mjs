/**
 * Runs the analyser of n8n's community-package scanner offline: `node scan.mjs FOLDER PATTERN...`.
 * Prints what it found; exit code 1 if the scanner would refuse the package.
 */
import { analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs';

const [folder, ...patterns] = process.argv.slice(2);
const result = await analyzePackage(folder, patterns);
if (!result.passed) {
	console.error(result.message);
	console.error(result.details ?? '');
	process.exitCode = 1;
}
