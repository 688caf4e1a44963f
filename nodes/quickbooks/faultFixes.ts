const RECONNECT =
	'Open the QuickBooks credential in n8n and connect it again with an administrator of the company';

/** What to do about Intuit's error codes. Texts of QuickBooks are localised, the codes are not. */
const FIXES: ReadonlyMap<string, string> = new Map([
	['100', RECONNECT],
	['110', RECONNECT],
	['120', RECONNECT],
	['3200', RECONNECT],
	['3202', RECONNECT],
	[
		'3100',
		"Check that the credential's environment (Production or Sandbox) and company are the ones that were connected",
	],
	['3001', 'Wait a minute and run again; documents that are already posted are not posted twice'],
	['600', 'Run again; documents that are already posted are not posted twice'],
	[
		'610',
		'Something the document uses was made inactive or deleted in QuickBooks: make it active again, or choose another account, item or customer',
	],
	['2010', 'This is a fault of this node: please report it with the intuit_tid'],
	['2050', 'Shorten the field that QuickBooks names'],
	[
		'2500',
		'An account, item, customer or tax code was removed in QuickBooks while this ran: run again',
	],
	['5010', 'Someone changed this in QuickBooks at the same moment: run again'],
	['5020', 'Give the QuickBooks user who connected the credential the right to do this'],
	[
		'5030',
		"The company's QuickBooks plan does not include this feature: change the plan or the setting (for bills: set 'Book Fees As' in 'Fee to Bill' to 'Expense')",
	],
	['6000', 'Change in QuickBooks or in the document what the text names, then run again'],
	['6010', 'Choose an account of the type that QuickBooks asks for'],
	['6070', "Correct the line's amount, quantity or unit price in the document"],
	['6100', 'Choose another tax code for the line'],
	[
		'6140',
		'Find the document with this number in QuickBooks, and change the number of one of the two',
	],
	['6190', "Renew or repair the company's QuickBooks subscription"],
	['6200', 'Re-open the period in QuickBooks, or change the date of the document'],
	['6210', 'Re-open the period in QuickBooks, or change the date of the document'],
	[
		'6240',
		'Rename the other customer, vendor, employee, account or item of this name in QuickBooks',
	],
	['6270', "Set the inventory item's start date in QuickBooks before the date of the document"],
	['6430', 'Choose an account of the type that QuickBooks asks for'],
	['6520', 'Give the line of a stocked item a quantity'],
	['6540', 'Remove the document from its bank deposit in QuickBooks first'],
]);

export function fixFor(code: string, status: number): string {
	const known = FIXES.get(code);
	if (known) return known;
	if (status === 401) return RECONNECT;
	if (status === 429) return FIXES.get('3001') ?? '';
	if (status === 403) return FIXES.get('3100') ?? '';
	if (status >= 500) return 'Run again; documents that are already posted are not posted twice';
	return 'Change in QuickBooks or in the document what the text names, then run again';
}
