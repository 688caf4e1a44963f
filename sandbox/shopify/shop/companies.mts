import { DAY, dateTime } from './calendar.mts';
import type { Ids } from './ids.mts';

export type Companies = Array<{ company: object; location: object; poPrefix: string }>;

/** Business customers that buy on terms. */
export function createCompanies(ids: Ids, monthStart: number, currency: string): Companies {
	return ['Harbor & Sons, Inc.', 'Ünïcode Café Group: North'].map((name, index) => {
		const since = dateTime(monthStart - (300 + index) * DAY);
		const company = {
			id: ids.gid('Company'),
			name,
			note: null,
			externalId: `C-${100 + index}`,
			createdAt: since,
			customerSince: since,
			updatedAt: since,
		};
		const location = {
			id: ids.gid('CompanyLocation'),
			name: `${name} - HQ`,
			note: null,
			externalId: null,
			currency,
			company,
			createdAt: since,
			updatedAt: since,
		};
		return { company, location, poPrefix: `PO-${index + 1}` };
	});
}
