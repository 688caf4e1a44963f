import { Money } from '../accounting/money';
import type { Company } from './company';
import { type Booked, nameInBooks } from './found';
import { moneyFromJson } from './fromDocuments/amounts';

/** What is still open of invoices and credits while this run uses them up. */
export class Balances {
	private readonly open = new Map<string, Money>();

	constructor(private readonly company: Company) {}

	/** @returns undefined where it is of another currency. */
	of(booked: Booked, currency: string): Money | undefined {
		if ((booked.currency ?? this.company.homeCurrency) !== currency) return undefined;
		const known = this.open.get(nameInBooks(booked));
		return known ?? moneyFromJson(booked.balance ?? booked.total, currency);
	}

	/** Uses up as much of it as there is. @returns what that was. */
	take(booked: Booked, wanted: Money): Money {
		const open = this.of(booked, wanted.currency) ?? Money.zero(wanted.currency);
		const taken = open.compare(wanted) < 0 ? open : wanted;
		this.open.set(nameInBooks(booked), open.subtract(taken));
		return taken;
	}
}
