import * as fc from 'fast-check';

import { faultProblem, readFault } from '../../nodes/quickbooks/faults';
import { fingerprint } from '../../nodes/quickbooks/fingerprint';
import { fractionAsPercent, percent, plain, quotient, scaled } from '../../nodes/quickbooks/exact';
import { checkDocument } from '../../nodes/quickbooks/fromDocuments/checkDocument';
import { compareIds } from '../../nodes/quickbooks/found';
import { keysIn, noteWithKey } from '../../nodes/quickbooks/key';
import { inConditions, quote } from '../../nodes/quickbooks/query';
import { SlidingWindows } from '../../nodes/quickbooks/rateLimit';
import { legalName } from '../../nodes/quickbooks/resolve/names';
import { receipt } from './documents';

describe('faults', () => {
	const answer = (body: string, status = 400, headers = {}) => ({ status, headers, body });

	test.each([
		[
			'the business layer',
			answer(
				'{"Fault":{"Error":[{"Message":"Duplicate Name Exists Error","Detail":"The name supplied already exists.","code":"6240","element":""}],"type":"ValidationFault"}}',
			),
			{ code: '6240', message: 'Duplicate Name Exists Error' },
		],
		[
			'the gateway',
			answer(
				'{"fault":{"error":[{"message":"message=ThrottleExceeded; errorCode=003001; statusCode=429","detail":"Try again later","element":null}],"type":"SERVICE"}}',
				429,
			),
			{ code: '3001', status: 429 },
		],
		[
			'a good answer that is none',
			answer('{"Fault":{"Error":[{"Message":"No"}]}}', 200),
			{ message: 'No' },
		],
		[
			'XML',
			answer(
				'<IntuitResponse><Fault><Error code="3001"><Message>Throttle</Message><Detail>Later</Detail></Error></Fault></IntuitResponse>',
			),
			{ code: '3001', message: 'Throttle', detail: 'Later' },
		],
		[
			'HTML',
			answer('<html><title>503 Service</title></html>', 503),
			{ code: '', message: '503 Service' },
		],
		['nothing', answer('', 401), { code: '', message: 'HTTP 401' }],
	])('of %s are read', (_title, response, expected) => {
		expect(readFault(response)).toMatchObject(expected);
	});

	test('carry the intuit_tid and a next step, and never a token', () => {
		const body = `{"fault":{"error":[{"message":"AuthenticationFailed","detail":"Token expired: AB0123456789","code":"3200"}]}}`;
		const fault = readFault(answer(body, 401, { intuit_tid: '1-abc' }));
		const problem = faultProblem(fault ?? ({} as never), 'Sales Receipt 1');
		expect(problem.what).toContain('intuit_tid 1-abc');
		expect(problem.fix).toContain('connect it again');
		expect(JSON.stringify(problem)).not.toContain('AB0123456789');
	});

	test.each([
		[401, 'QuickBooks no longer accepts the connection (HTTP 401)', 'connect it again'],
		[404, 'QuickBooks refused and gave no reason (HTTP 404)', 'what the text names'],
	])('of a bare status %i are said in words', (status, what, fix) => {
		const problem = faultProblem(readFault(answer('', status)) ?? ({} as never), 'QuickBooks');
		expect(problem).toMatchObject({ what, fix: expect.stringContaining(fix) });
	});

	test('are not seen in good answers', () => {
		expect(readFault(answer('{"QueryResponse":{}}', 200))).toBeUndefined();
	});
});

describe('queries', () => {
	test('escape quotes and backslashes', () => {
		expect(quote("Amy's \\ Shop")).toBe("'Amy\\'s \\\\ Shop'");
	});

	test('ask for each value once, in conditions short enough for an address', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ maxLength: 100 }), { maxLength: 300 }), (values) => {
				const conditions = inConditions('Name', values);
				const literals = new Set(values.map(quote));
				for (const condition of conditions) {
					expect(encodeURIComponent(condition).length).toBeLessThan(4000);
				}
				const listed = conditions
					.map((condition) => condition.slice('Name IN ('.length, -1))
					.join(', ');
				expect(listed).toBe([...literals].join(', '));
			}),
		);
	});
});

describe('names', () => {
	test('are legal, and the same for the same name', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
				const legal = legalName(name, 100, ' (C)');
				expect(legal).not.toMatch(/[:\t\n\r\\]/);
				expect(legal.length).toBeLessThanOrEqual(100);
				expect(legalName(name, 100, ' (C)')).toBe(legal);
			}),
		);
	});

	test('that begin alike stay two when they are cut', () => {
		const long = 'x'.repeat(120);
		expect(legalName(`${long} red`, 100)).not.toBe(legalName(`${long} blue`, 100));
		expect(legalName('Shirt: red\tL', 100)).toBe('Shirt- red L');
	});
});

describe('keys', () => {
	test('are found in the note that holds them, whatever the memo says', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 5000 }), (memo) => {
				const note = noteWithKey(memo, receipt(1).key);
				expect(keysIn(note)).toEqual([receipt(1).key]);
				expect(note.length).toBeLessThanOrEqual(4000 + memo.length);
			}),
		);
		expect(Array.from(noteWithKey('x'.repeat(9000), receipt(1).key))).toHaveLength(4000);
	});

	test('ids are ordered as numbers, also beyond what a number holds', () => {
		const ids = ['10', '9', '5000000000000142241', '5000000000000142240', '9'];
		expect(ids.sort(compareIds)).toEqual([
			'9',
			'9',
			'10',
			'5000000000000142240',
			'5000000000000142241',
		]);
	});
});

describe('rates', () => {
	test('are exact', () => {
		expect(plain(fractionAsPercent('0.0725') ?? 0n)).toBe('7.25');
		expect(percent(' 7.25% ')).toBe(fractionAsPercent('0.0725'));
		expect(fractionAsPercent('')).toBeUndefined();
		expect(plain(scaled('-0.5') ?? 0n)).toBe('-0.5');
		expect(quotient('10.00', 3)).toBe('3.3333333');
	});
});

test('request ids fit a batch and tell contents apart', () => {
	expect(fingerprint('a')).toMatch(/^[0-9a-f]{32}$/);
	fc.assert(
		fc.property(fc.string(), fc.string(), (a, b) => {
			expect(fingerprint(a) === fingerprint(b)).toBe(a === b);
		}),
	);
});

test('limits are kept in any window', async () => {
	let now = 0;
	const clock = {
		now: () => now,
		sleep: async (ms: number) => {
			now += ms;
		},
	};
	const windows = new SlidingWindows(
		[
			{ calls: 10, ms: 1000 },
			{ calls: 40, ms: 60_000 },
		],
		clock,
	);
	const times: number[] = [];
	for (let call = 0; call < 100; call++) {
		await windows.admit();
		times.push(now);
		now += call % 7;
	}
	for (const time of times) {
		expect(
			times.filter((other) => other >= time && other < time + 1000).length,
		).toBeLessThanOrEqual(10);
		expect(
			times.filter((other) => other >= time && other < time + 60_000).length,
		).toBeLessThanOrEqual(40);
	}
});

describe('documents that were edited by hand', () => {
	test('or are none are refused as values, whatever they are', () => {
		fc.assert(fc.property(fc.anything(), (json) => expect(checkDocument(json).ok).toBe(false)));
		const fields = Object.keys(receipt(1));
		fc.assert(
			fc.property(fc.constantFrom(...fields), fc.anything(), (field, value) => {
				expect(() => checkDocument({ ...receipt(1), [field]: value })).not.toThrow();
				expect(() =>
					checkDocument({ ...receipt(1), lines: [{ ...receipt(1).lines[0], [field]: value }] }),
				).not.toThrow();
			}),
		);
	});

	test.each([
		['number', 1001, "the field 'number' is missing"],
		['number', '1234567890123456789012', 'longer than 21'],
		['date', '2026-02-30', "the field 'date'"],
		['total', 47.9, 'no amount in quotes'],
		['lines', [], "the field 'lines' is empty"],
		['customer', {}, "the field 'customer.name' is missing"],
		['key', 'a [b]', "the field 'key'"],
	])('say what is wrong: %s %j', (field, value, message) => {
		const checked = checkDocument({ ...receipt(1), [field]: value });
		expect(checked).toMatchObject({
			ok: false,
			problem: { what: expect.stringContaining(message) },
		});
	});
});
