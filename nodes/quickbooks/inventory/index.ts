/** Stock in QuickBooks: what there is, which sales it already knows, and changes of it. */
export { readItems } from './readItems';
export { stockedItems, type Goods, type StockedGoods } from './stockedItems';
export { stockOff } from './stockOff';
export type {
	Adjustment,
	AdjustmentLine,
	AdjustmentResult,
	BookedSales,
	SoughtOrder,
	SoughtShop,
	WrittenAdjustment,
} from './types';
