import { Money } from '../../../nodes/accounting/money';
import { goodsCheck, goodsCheckIn } from '../../../nodes/accounting/costOfGoods';

const pieces = (count: number, price: string, currency = 'USD') => {
	const result = Money.pieces(count, price, currency, 'halfUp');
	return result.ok ? result.value.toDecimalString() : result.reason;
};

it('multiplies first and rounds then, alike for what was sold and what came back', () => {
	expect([pieces(3, '12.5'), pieces(3, '0.335'), pieces(-3, '0.335')]).toEqual([
		'37.50',
		'1.01',
		'-1.01',
	]);
	expect([pieces(3, '1200', 'JPY'), pieces(3, '0.5', 'JPY'), pieces(0, '4.20')]).toEqual([
		'3600',
		'2',
		'0.00',
	]);
});

it('says what is no price and no currency, and takes no part of a piece', () => {
	expect(pieces(1, '1,50')).toContain("'1,50' is not an amount");
	expect(pieces(1, '1.50', 'XXX')).toContain('XXX');
	expect(() => pieces(1.5, '1.50')).toThrow('whole counts');
});

it('the goods check depends on the pieces, not on their order or cost', () => {
	const goods = [
		{ sku: 'MUG', name: 'Mug', pieces: 4 },
		{ sku: null, name: 'Shirt', pieces: 2 },
		{ sku: 'MUG', name: 'Mug', pieces: -1 },
	];
	const check = goodsCheck(goods);
	expect(check).toMatch(/^[0-9a-f]{8}$/);
	expect(goodsCheck([...goods].reverse())).toBe(check);
	expect(goodsCheck([{ ...goods[0], name: 'Blue Mug' }, goods[1], goods[2]])).toBe(check);
	const others = [
		goods.slice(1),
		[{ ...goods[0], pieces: 5 }, goods[1], goods[2]],
		[goods[0], { ...goods[1], name: 'Skirt' }, goods[2]],
		[{ ...goods[0], pieces: 3 }, goods[1]],
	];
	expect(others.map(goodsCheck)).not.toContain(check);
	expect(goodsCheckIn(`Cost of goods sold; goods check ${check} [shop/Costs/2026-10-05]`)).toBe(
		check,
	);
	expect(goodsCheckIn('Cost of goods sold')).toBeUndefined();
});
