/** What the shop sells: title, type, price in minor units, option name, option values. */
export interface ProductPlan {
	title: string;
	type: string;
	price: number;
	option?: string;
	values?: string[];
	/** SKU stem; null: the merchant never gave one. */
	sku: string | null;
	taxable?: boolean;
	tracked?: boolean;
	giftCard?: boolean;
	deleted?: boolean;
	noCost?: boolean;
	digital?: boolean;
}

const SIZES = ['S', 'M', 'L', 'XL'];
const p = (
	title: string,
	type: string,
	price: number,
	sku: string | null,
	more: Partial<ProductPlan> = {},
): ProductPlan => ({ title, type, price, sku, ...more });

/** Names are as merchants type them: apostrophes, colons, quotes, commas, other scripts. */
export const PRODUCT_PLANS: ProductPlan[] = [
	p('Linen Shirt', 'Apparel', 5999, 'LIN-SHIRT', { option: 'Size', values: SIZES }),
	p("Men's Merino Crewneck", 'Apparel', 8950, 'MER-CREW', { option: 'Size', values: SIZES }),
	p("Women's Rain Jacket: Storm Edition", 'Apparel', 14900, 'RAIN-JKT', {
		option: 'Size',
		values: ['XS', 'S', 'M'],
	}),
	p('Everyday Tee', 'Apparel', 2400, 'TEE', {
		option: 'Color',
		values: ['Black', 'White', 'Sea-Green', 'Röd'],
	}),
	p('Denim Apron', 'Kitchen', 4499, 'APRON-01'),
	p('12" Cast-Iron Skillet', 'Kitchen', 3995, 'SKILLET-12'),
	p('Chef\'s Knife 8"', 'Kitchen', 12900, 'KNIFE-8'),
	p('Café Mug, 350 ml', 'Kitchen', 1450, 'MUG-350', {
		option: 'Glaze',
		values: ['Crème', 'Indigo'],
	}),
	p('Enamel Kettle', 'Kitchen', 5650, 'KETTLE', {
		option: 'Colour',
		values: ['Red', 'Navy', 'Sage'],
	}),
	p('Oak Cutting Board', 'Kitchen', 7200, 'BOARD-OAK'),
	p('Beeswax Candle', 'Home', 1899, 'CANDLE', {
		option: 'Scent',
		values: ['Fig', 'Cedar & Smoke', 'Unscented'],
	}),
	p('Wool Throw "Fjäll"', 'Home', 11000, 'THROW-FJ', {
		option: 'Pattern',
		values: ['Check', 'Stripe'],
	}),
	p('Linen Napkins (set of 4)', 'Home', 3600, 'NAPKIN-4'),
	p('Stoneware Vase', 'Home', 6400, 'VASE-ST', { option: 'Height', values: ['15 cm', '25 cm'] }),
	p('Reading Lamp', 'Home', 9900, 'LAMP-RD'),
	p('Notebook A5: Dotted', 'Paper', 1695, 'NB-A5', { option: 'Cover', values: ['Sand', 'Forest'] }),
	p('Fountain Pen', 'Paper', 4850, 'PEN-FTN', { option: 'Nib', values: ['F', 'M'] }),
	p('Ink 50ml', 'Paper', 1333, 'INK-50', {
		option: 'Ink',
		values: ['Blue-Black', 'Oxblood', '墨'],
	}),
	p('Greeting Card', 'Paper', 495, 'CARD-GRT'),
	p('Wall Calendar 2027', 'Paper', 2199, 'CAL-2027'),
	p('Coffee Beans, 1 kg', 'Food', 2150, 'COFFEE-1K', {
		taxable: false,
		option: 'Roast',
		values: ['Light', 'Dark'],
	}),
	p('Olive Oil 500ml', 'Food', 1775, 'OIL-500', { taxable: false }),
	p('Sea Salt Caramels', 'Food', 999, 'CARAMEL', { taxable: false }),
	p("Children's Picture Book", 'Books', 1299, '9780306406157', { taxable: false }),
	p('Cookbook: "Salt & Time"', 'Books', 3200, '9781861972712', { taxable: false }),
	p('Leather Belt', 'Accessories', 4800, 'BELT', { option: 'Size', values: ['85', '95', '105'] }),
	p('Canvas Tote', 'Accessories', 1800, 'TOTE-CNV'),
	p('Wool Socks (3-pack)', 'Accessories', 2999, 'SOCK-3', {
		option: 'Size',
		values: ['36-40', '41-45'],
	}),
	p('Silk Scarf', 'Accessories', 7500, 'SCARF-SLK', { noCost: true }),
	p('Travel Bottle', 'Accessories', 2650, 'BOTTLE', {
		option: 'Volume',
		values: ['500 ml', '750 ml'],
	}),
	p('Handmade Basket (one of a kind)', 'Home', 8300, null),
	p('Sample Swatch', 'Samples', 1, null, { tracked: false }),
	p('Repair Kit', 'Accessories', 1250, 'TOTE-CNV', { noCost: true }),
	p('Gift Wrap', 'Services', 350, 'SVC-WRAP', { tracked: false, noCost: true, digital: true }),
	p('Knife Sharpening Service', 'Services', 1500, 'SVC-SHARP', {
		tracked: false,
		noCost: true,
		digital: true,
	}),
	p('Online Class: Bread from Zero to Hero', 'Services', 3900, 'CLASS-BREAD', {
		tracked: false,
		digital: true,
	}),
	p('Gift Card', 'Gift Cards', 2500, null, {
		giftCard: true,
		taxable: false,
		tracked: false,
		option: 'Denominations',
		values: ['25', '50', '100'],
	}),
	p('Limited Print No. 7', 'Art', 25000, 'PRINT-07', { deleted: true }),
	p(
		'Extraordinarily Long Product Name That a Merchant Wrote for Search Engines: Organic Cotton, Fair Trade, Hand-Dyed, Machine-Washable, Pre-Shrunk Double-Stitched Kitchen Towel with Hanging Loop',
		'Kitchen',
		1649,
		'TOWEL-ORGANIC-COTTON-HAND-DYED-DOUBLE-STITCHED-2026-EDITION',
	),
	p('Σαπούνι / Soap ☀️', 'Bath', 850, 'SOAP-☀', { option: 'Kind', values: ['Olive', 'Laurel'] }),
	p('Bath Salts  Jar', 'Bath', 2275, ' BATH-SALT '),
];
