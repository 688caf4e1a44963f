import { dateTime } from './calendar.mts';
import type { Ids } from './ids.mts';
import type { Customer, GiftCard, LineItem, Order } from './model.mts';
import { moneyV2 } from './money.mts';
import type { Random } from './random.mts';

interface Ledger {
	balance: number;
	card: GiftCard;
}

/** Gift cards are a liability: issued for money or by hand, worked off by payments. */
export class GiftCards {
	readonly all: GiftCard[] = [];
	private readonly ledgers = new Map<string, Ledger>();

	constructor(
		private readonly ids: Ids,
		private readonly random: Random,
		private readonly currency: string,
	) {}

	/** `note` tells why a card without an order exists. */
	issue(
		value: number,
		at: number,
		customer: Customer | null,
		note: string | null = null,
	): GiftCard {
		const last = this.random.letters(4, '23456789abcdefghjkmnpqrstuvwxyz');
		const card: GiftCard = {
			id: this.ids.gid('GiftCard'),
			balance: moneyV2(value, this.currency),
			initialValue: moneyV2(value, this.currency),
			lastCharacters: last,
			maskedCode: `•••• •••• •••• ${last}`,
			enabled: true,
			isRedeemable: true,
			expiresOn: null,
			deactivatedAt: null,
			note,
			customer,
			order: null,
			lineItem: null,
			createdAt: dateTime(at),
			updatedAt: dateTime(at),
			transactions: [],
		};
		this.all.push(card);
		this.ledgers.set(card.id, { balance: value, card });
		return card;
	}

	/** A card sold in an order. */
	link(card: GiftCard, order: Order, lineItem: LineItem): void {
		card.order = order;
		card.lineItem = lineItem;
	}

	/** Minor units; negative takes from the card. Returns what the payment's receipt says of it. */
	move(card: GiftCard, amount: number, at: number): Record<string, unknown> {
		const ledger = this.ledgers.get(card.id)!;
		ledger.balance += amount;
		card.balance = moneyV2(ledger.balance, this.currency);
		card.updatedAt = dateTime(at);
		card.transactions.push({
			__typename: amount < 0 ? 'GiftCardDebitTransaction' : 'GiftCardCreditTransaction',
			id: this.ids.gid(amount < 0 ? 'GiftCardDebitTransaction' : 'GiftCardCreditTransaction'),
			amount: moneyV2(amount, this.currency),
			note: null,
			processedAt: dateTime(at),
			giftCard: card,
		});
		return {
			gift_card_id: Number(card.id.slice(card.id.lastIndexOf('/') + 1)),
			gift_card_last_characters: card.lastCharacters,
		};
	}

	/** A card sold earlier that still has money on it. */
	withBalance(least: number): GiftCard | undefined {
		return this.all.find((card) => card.note === null && this.balanceOf(card) >= least);
	}

	balanceOf(card: GiftCard): number {
		return this.ledgers.get(card.id)!.balance;
	}
}
