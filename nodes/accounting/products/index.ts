/** Products of the shop as items of the books: what is to be created and updated. */

export { approved, type ApprovedRow } from './approved';
export { changesCode } from './changesCode';
export { planProducts } from './planProducts';
export type * from './types';
export { whereOf } from './where';
