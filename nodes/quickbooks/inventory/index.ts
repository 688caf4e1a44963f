/** Stock in QuickBooks: what there is, which sales it already knows, and changes of it. */
export { nextAdjustmentKey } from './adjustments';
export { bookedSales } from './bookedSales';
export { readItems } from './readItems';
export { stockedItems, type Goods, type StockedGoods } from './stockedItems';
export { stockOff } from './stockOff';
export { LINES_PER_ADJUSTMENT, writeAdjustment } from './writeAdjustment';
export type {
	Adjustment,
	AdjustmentLine,
	AdjustmentResult,
	BookedSales,
	SoughtOrder,
	SoughtShop,
	WrittenAdjustment,
} from './types';
