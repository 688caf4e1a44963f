import type { Seen, Watched } from './badShop.mts';
import { template1 } from './merchant.mts';

/** These orders are held by the error, all others are booked once. */
export function expectHeld(seen: Seen, orders: readonly string[], what: RegExp, fix: RegExp): void {
	expect([seen.status, seen.error]).toEqual(['success', '']);
	expect(seen.held.map(({ order }) => order)).toEqual(orders);
	for (const each of seen.held) {
		expect(each.what).toMatch(what);
		expect(each.fix).toMatch(fix);
	}
	const others = seen.read.filter((name) => !orders.includes(name));
	expect([...seen.posted].sort()).toEqual(others.sort());
}

/** Every document is held for the same reason, and nothing was booked. */
export function expectAllHeld(watched: Watched, seen: Seen, what: RegExp, fix: RegExp): void {
	expectHeld(seen, watched.orderNames(), what, fix);
	expect(watched.receipts()).toEqual({});
}

/** The run stopped with one error of one node, and nothing was booked. */
export function expectStopped(watched: Watched, seen: Seen, node: string, error: RegExp): void {
	expect(seen.status).toBe('error');
	expect(seen.error).toMatch(error);
	expect(seen.result.error?.node?.name).toBe(node);
	expect(watched.receipts()).toEqual({});
	expect(seen.posted).toEqual([]);
}

/** After mending, a run books these and no others; then all are booked once. */
export async function expectRestBooked(
	watched: Watched,
	orders: readonly string[],
	workflow = template1(),
): Promise<void> {
	const seen = await watched.run(workflow);
	expect([seen.status, seen.error, seen.held]).toEqual(['success', '', []]);
	expect([...seen.posted].sort()).toEqual([...orders].sort());
	expect(watched.receipts()).toEqual(watched.allOnce());
}
