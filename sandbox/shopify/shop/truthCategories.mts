import type { SaleDraft } from './draft.mts';
import type { Categories, Side } from './truthModel.mts';

const noCategories = (): Categories => ({
	sales: 0,
	discounts: 0,
	shipping: 0,
	shippingDiscounts: 0,
	tips: 0,
	giftCardsSold: 0,
	duties: 0,
	fees: 0,
	adjustments: 0,
	tax: {},
	shippingTax: 0,
	marketplaceTax: 0,
	total: 0,
});

export const bothSides = (
	sales: SaleDraft[],
	taxesIncluded: boolean,
): Record<Side, Categories> => ({
	shop: categories(sales, 'shop', taxesIncluded),
	presentment: categories(sales, 'presentment', taxesIncluded),
});

function categories(sales: SaleDraft[], side: Side, taxesIncluded: boolean): Categories {
	const books = noCategories();
	for (const sale of sales) {
		const tax = bookTaxes(books, sale, side);
		const discount = sale.discounts[side];
		const price = sale.total[side] - (taxesIncluded ? 0 : tax) + discount;
		bookPrice(books, sale, price, discount);
		books.total += sale.total[side];
	}
	return books;
}

function bookPrice(books: Categories, sale: SaleDraft, price: number, discount: number): void {
	switch (sale.lineType) {
		case 'PRODUCT':
		case 'GIFT_CARD':
			books[sale.lineType === 'PRODUCT' ? 'sales' : 'giftCardsSold'] += price;
			books.discounts += discount;
			break;
		case 'SHIPPING':
			books.shipping += price;
			books.shippingDiscounts += discount;
			break;
		case 'TIP':
			books.tips += price;
			break;
		case 'DUTY':
			books.duties += price;
			break;
		case 'ADJUSTMENT':
			books.adjustments += price;
			break;
		default:
			books.fees += price;
	}
}

function bookTaxes(books: Categories, sale: SaleDraft, side: Side): number {
	let sum = 0;
	for (const { tax, amount } of sale.taxes) {
		sum += amount[side];
		if (sale.lineType === 'SHIPPING') books.shippingTax += amount[side];
		if (tax.channelLiable === true) books.marketplaceTax += amount[side];
		else books.tax[tax.title] = (books.tax[tax.title] ?? 0) + amount[side];
	}
	return sum;
}
