import type { Controls } from '../../common/control.mts';
import type { Hooks, SeenCall } from '../server/interleave.mts';
import type { Location, Order, Shop } from '../shop/model.mts';
import type { RefundWish, Restock, SaleWish, Till } from './till.mts';

/** POST /_control/till: the till's own verbs, with orders by name and locations by name or id. */
interface Command {
	do: string;
	/** Waits for the next request whose label contains this text, and acts before it. */
	before?: string;
	/** The same, after the request was carried out and before it is answered. */
	after?: string;
	order?: string;
	lines?: unknown[];
	line?: number | string;
	variant?: string;
	quantity?: number;
	location?: string;
	to?: string;
	restock?: string | boolean;
	[option: string]: unknown;
}

/** The till by HTTP: {"do": "sell", "lines": [{"variant": "SKU-1", "quantity": 2}], "before": "mutation"}. */
export class TillControl {
	readonly controls: Controls = { till: (body) => this.take(body as unknown as Command) };
	readonly hooks: Hooks = {
		before: (call) => this.actOn('before', call),
		after: (call) => this.actOn('after', call),
	};
	private waiting: Command[] = [];

	constructor(
		private readonly shop: Shop,
		private readonly till: Till,
	) {}

	private take(command: Command): object {
		if (command.before === undefined && command.after === undefined) return this.act(command);
		this.waiting.push(command);
		return { waiting: this.waiting.length };
	}

	private actOn(when: 'before' | 'after', { label }: SeenCall): void {
		const due = this.waiting.filter((one) => {
			const text = one[when];
			return text !== undefined && label.includes(text);
		});
		this.waiting = this.waiting.filter((one) => !due.includes(one));
		for (const command of due) this.act(command);
	}

	private act(command: Command): object {
		const { quantity = 0, line = 0, variant = '', lines, restock } = command;
		const { till } = this;
		const order = () => this.order(command.order);
		const acts: Record<string, () => Order | void> = {
			sell: () => till.sell(this.sale(command)),
			pay: () => till.pay(order()),
			fulfil: () => till.fulfil(order()),
			refund: () =>
				till.refund(order(), lines as RefundWish[] | undefined, (restock ?? 'RETURN') as Restock),
			cancel: () => till.cancel(order(), restock !== false),
			edit: () => till.edit(order(), { line, quantity, restock: restock !== false }),
			receive: () => till.receive(variant, this.location(command.location), quantity),
			count: () => till.count(variant, this.location(command.location), quantity),
			move: () => {
				till.move(variant, this.location(command.location), this.location(command.to), quantity);
			},
		};
		if (!Object.hasOwn(acts, command.do)) {
			throw new Error(`The till cannot "${command.do}"; known: ${Object.keys(acts).join(', ')}`);
		}
		const made = acts[command.do]();
		return made ? { id: made.id, name: made.name } : { ok: true };
	}

	private sale(command: Command): SaleWish {
		const { location, ...wish } = command;
		const place = location === undefined ? {} : { location: this.location(location) };
		return { ...(wish as unknown as SaleWish), ...place };
	}

	private order(wanted: string | undefined): Order {
		const found = this.shop.orders.find(({ id, name }) => id === wanted || name === wanted);
		if (!found) throw new Error(`The shop has no order "${wanted}"`);
		return found;
	}

	/** The first one where none is named. */
	private location(wanted: string | undefined): Location {
		const { locations } = this.shop;
		const found = locations.find(({ id, name }) => id === wanted || name === wanted);
		if (!found && wanted !== undefined) throw new Error(`The shop has no location "${wanted}"`);
		return found ?? locations[0];
	}
}
