import type { PostResult } from '../../nodes/quickbooks/post';
import { orderKey, refundReceipt } from './allKinds';
import { openBooks, statuses, type Books } from './books.mts';
import { receipt, SHOP } from './documents';

let books: Books;
beforeEach(async () => (books = await openBooks({ company: 'us-automated' })));
afterEach(async () => await books.close());

/** Refund n of the order over 47.90; each gives 21.45 back. */
const refund = (n: number, date = '2026-10-20') =>
	refundReceipt(1, {
		key: `${SHOP}/Refund/${8880000 + n}`,
		number: `1001-R${n}`,
		date,
	});

const problemOf = (result: PostResult) => (result.ok ? undefined : result.problem);

it('counts the refunds of earlier runs', async () => {
	await books.post([receipt(1)]);
	expect(statuses(await books.post([refund(1)]))).toEqual(['Posted']);
	expect(statuses(await books.post([refund(2, '2026-10-25')]))).toEqual(['Posted']);
	const [third] = await books.post([refund(3, '2026-12-01')]);
	expect(problemOf(third)).toMatchObject({
		code: 'refund-exceeds-sale',
		what: expect.stringContaining('21.45 USD would be given back (42.90 USD were already)'),
	});
});

it('counts a refund once that this run has too, and posts none twice', async () => {
	await books.post([receipt(1), refund(1)]);
	const again = await books.post([receipt(1), refund(1), refund(2)]);
	expect(statuses(again)).toEqual(['Already Posted', 'Already Posted', 'Posted']);
});

it('does not count refunds of other sales', async () => {
	await books.post([receipt(1), receipt(2), refund(1), refund(2)]);
	const other = { ...refund(3), number: '1002-R1' };
	const appliesTo = { document: 'Sales Receipt' as const, key: orderKey(2) };
	expect(statuses(await books.post([{ ...other, appliesTo }]))).toEqual(['Posted']);
});

it('remembers the sale in the note of the refund', async () => {
	await books.post([receipt(1), refund(1)]);
	const [{ PrivateNote }] = books.sandbox.company.all('RefundReceipt');
	expect(PrivateNote).toMatch(
		/\[demo-store\.myshopify\.com\/Refund\/8880001\] of \[.*Order\/5550001\]$/,
	);
});

it('does not count a refund that failed and was reversed', async () => {
	await books.post([receipt(1), refund(1), refund(2)]);
	const reversal = receipt(9, {
		key: `${refund(2).key}/Failure`,
		number: '1001-R2-F',
		date: '2026-10-22',
		lines: refund(2).lines,
		taxes: refund(2).taxes,
		taxTotal: refund(2).taxTotal,
		total: refund(2).total,
	});
	expect(statuses(await books.post([reversal]))).toEqual(['Posted']);
	expect(statuses(await books.post([refund(3, '2026-10-25')]))).toEqual(['Posted']);
});
