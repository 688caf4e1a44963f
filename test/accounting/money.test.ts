import fc from 'fast-check';

import { Money, MoneyError } from '../../nodes/accounting/money';

const usd = (text: string) => Money.parse(text, 'USD');

describe('reading', () => {
	it.each([
		['20.0', 'USD', '20.00'],
		['-3.45', 'USD', '-3.45'],
		['0.0', 'USD', '0.00'],
		['-0.0', 'USD', '0.00'],
		['1000.0', 'JPY', '1000'],
		['20.000', 'USD', '20.00'],
		['1.125', 'KWD', '1.125'],
		['1.1234', 'CLF', '1.1234'],
		['999999999999.99', 'USD', '999999999999.99'],
	])('%s %s is %s', (text, currency, expected) => {
		expect(Money.parse(text, currency).toDecimalString()).toBe(expected);
	});

	it.each([
		['0.001', 'USD', /more digits than USD has/],
		['1000.5', 'JPY', /more digits than JPY has/],
		['1.0001', 'KWD', /more digits than KWD has/],
		['20,00', 'USD', /not an amount/],
		['', 'USD', /not an amount/],
		['1e3', 'USD', /not an amount/],
		['NaN', 'USD', /not an amount/],
		['.5', 'USD', /not an amount/],
		['0x10', 'USD', /not an amount/],
		['1.00', 'USDC', /not a currency/],
		['1.00', 'XXX', /not a currency/],
		['1.00', 'usd', /not a currency/],
	])('%s %s is refused', (text, currency, reason) => {
		const parsed = Money.tryParse(text, currency);
		expect(parsed).toEqual({ ok: false, reason: expect.stringMatching(reason) });
		expect(() => Money.parse(text, currency)).toThrow(MoneyError);
	});
});

it('never mixes currencies', () => {
	const yen = Money.parse('5', 'JPY');
	for (const mix of [
		() => usd('1').add(yen),
		() => usd('1').subtract(yen),
		() => usd('1').compare(yen),
		() => usd('1').equals(yen),
		() => usd('1').share(yen, yen, 'halfUp'),
		() => Money.sum('USD', [yen]),
	]) {
		expect(mix).toThrow('cannot be mixed');
	}
});

it('adds what floats cannot', () => {
	expect(usd('0.1').add(usd('0.2')).equals(usd('0.3'))).toBe(true);
	expect(usd('1').subtract(usd('0.9')).toDecimalString()).toBe('0.10');
	expect(usd('5').negate().compare(usd('0'))).toBeLessThan(0);
	expect(usd('0').negate().toDecimalString()).toBe('0.00');
	expect(usd('12.3').toString()).toBe('12.30 USD');
});

describe('allocate', () => {
	it.each([
		['10.00', [1, 1, 1], ['3.34', '3.33', '3.33']],
		['-10.00', [1, 1, 1], ['-3.34', '-3.33', '-3.33']],
		['0.05', [3, 7], ['0.02', '0.03']],
		['1.00', [0, 1], ['0.00', '1.00']],
		['0.01', [1, 2], ['0.00', '0.01']],
	])('%s by %j is %j', (amount, weights, shares) => {
		expect(
			usd(amount)
				.allocate(weights)
				.map((share) => share.toDecimalString()),
		).toEqual(shares);
	});

	it.each([[[]], [[0, 0]], [[1, -1]], [[0.5]], [[Number.NaN]]])('refuses weights %j', (weights) => {
		expect(() => usd('1').allocate(weights)).toThrow(MoneyError);
	});

	it('always sums to the whole, each share within a unit of its due', () => {
		const weights = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(
				fc.constantFrom('JPY', 'USD', 'KWD'),
				fc.bigInt(-(10n ** 12n), 10n ** 12n),
				weights.filter((list) => list.some((weight) => weight > 0)),
				(currency, units, list) => {
					const unit = Money.parse(
						{ JPY: '1', USD: '0.01', KWD: '0.001' }[currency] ?? '',
						currency,
					);
					const whole = unit.times(Number(units));
					const shares = whole.allocate(list);
					expect(Money.sum(currency, shares).equals(whole)).toBe(true);
					const total = list.reduce((sum, weight) => sum + weight, 0);
					shares.forEach((share, index) => {
						const error = share.times(total).subtract(whole.times(list[index]));
						expect(error.compare(unit.times(total))).toBeLessThan(0);
						expect(error.compare(unit.times(-total))).toBeGreaterThan(0);
					});
				},
			),
		);
	});
});

describe('share', () => {
	it.each([
		['0.05', '1', '2', 'halfUp', '0.03'],
		['0.05', '1', '2', 'halfEven', '0.02'],
		['0.15', '1', '2', 'halfEven', '0.08'],
		['-0.05', '1', '2', 'halfUp', '-0.03'],
		['21.22', '29.97', '25.47', 'halfUp', '24.97'],
	] as const)('%s x %s / %s, %s, is %s', (amount, part, whole, rounding, expected) => {
		const shared = usd(amount).share(usd(part), usd(whole), rounding);
		expect(shared.toDecimalString()).toBe(expected);
	});

	it('of nothing has no size', () => {
		expect(() => usd('1').share(usd('1'), usd('0'), 'halfUp')).toThrow(MoneyError);
	});
});

it('divides only exactly', () => {
	expect(usd('59.97').dividedExactlyBy(3)?.toDecimalString()).toBe('19.99');
	expect(usd('-10').dividedExactlyBy(4)?.toDecimalString()).toBe('-2.50');
	expect(usd('10').dividedExactlyBy(3)).toBeUndefined();
	expect(usd('10').dividedExactlyBy(0)).toBeUndefined();
	expect(Money.parse('5', 'JPY').dividedExactlyBy(2)).toBeUndefined();
});

it('multiplies by whole counts only', () => {
	expect(usd('1.25').times(3).toDecimalString()).toBe('3.75');
	expect(() => usd('1').times(1.5)).toThrow(MoneyError);
});
