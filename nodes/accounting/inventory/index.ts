export { approved, type ApprovedChange } from './approved';
export { confirmationOf, type ConfirmedParts } from './confirmation';
export {
	type Matching,
	matchProducts,
	type MatchRule,
	type Named,
	type NamedItem,
	type ProductMatch,
} from './match';
export { planStock } from './planStock';
export { DEFAULT_STOCK_POLICY, settingsProblem, type StockSettings, stockSettings } from './policy';
export type * from './types';
