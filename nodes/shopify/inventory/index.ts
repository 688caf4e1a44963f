/** Stock and products of a shop: reads them, and sets quantities that are still what they were. */

export { readLocations } from './locations';
export { readStock } from './stock';
export { readRecentOrders } from './recentOrders';
export { readOrderPieces } from './orderPieces';
export { setQuantities } from './setQuantities';
export { readProducts } from './products';
export type * from './types';
