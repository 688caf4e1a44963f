import { QuickBooksFault } from '../../../../sandbox/quickbooks/company/fault.mts';

/** The fault that a call throws; anything else it throws goes on. */
export function caught(call: () => unknown): QuickBooksFault | undefined {
	try {
		call();
		return undefined;
	} catch (error) {
		if (error instanceof QuickBooksFault) return error;
		throw error;
	}
}
