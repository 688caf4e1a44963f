import { ON_HAND_PARTS } from './stock.mts';

const NAMES: ReadonlyArray<[name: string, displayName: string]> = [
	['available', 'Available'],
	['committed', 'Committed'],
	['damaged', 'Damaged'],
	['incoming', 'Incoming'],
	['on_hand', 'On hand'],
	['quality_control', 'Quality control'],
	['reserved', 'Reserved'],
	['safety_stock', 'Safety stock'],
];

/** The names of quantities, and which are part of what. */
export const INVENTORY_PROPERTIES = {
	quantityNames: NAMES.map(([name, displayName]) => ({
		name,
		displayName,
		isInUse: true,
		belongsTo: ON_HAND_PARTS.includes(name) ? ['on_hand'] : [],
		comprises: name === 'on_hand' ? ON_HAND_PARTS : [],
	})),
};
