/** Products and services of a company: reads them, creates and changes them. */

export { type AccountSettings, createAccounts, findAccounts } from './accounts';
export { type Catalogue, readCatalogue } from './catalogue';
export { firstCostEntry } from './costEntries';
export { createItems, type NewItem, type WrittenItem } from './createItems';
export type { AccountIds } from './itemJson';
export { type ItemChange, updateItems } from './updateItems';
