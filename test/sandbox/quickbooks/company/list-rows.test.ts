import { open, ref } from './helpers.mts';

describe('list rows', () => {
	it('free their name when they become inactive', () => {
		const books = open();
		const { Id } = books.create('Customer', { DisplayName: 'Jane', GivenName: 'Jane' });
		const gone = books.update('Customer', { Id, SyncToken: '0', sparse: true, Active: false });
		expect(gone).toMatchObject({ DisplayName: 'Jane (deleted)', Active: false });

		expect(books.create('Vendor', { DisplayName: 'Jane' })).toMatchObject({
			PrintOnCheckName: 'Jane',
		});
		expect(books.all('Customer').some((row) => row.DisplayName === 'Jane (deleted)')).toBe(true);
	});

	it('compose a display name from the parts of a name', () => {
		const row = open().create('Customer', { GivenName: 'Ada', FamilyName: 'King' });

		expect(row).toMatchObject({
			DisplayName: 'Ada King',
			FullyQualifiedName: 'Ada King',
			Balance: 0,
		});
	});

	it('know where they are in a tree', () => {
		const books = open();
		const parent = ref(books, 'Account', 'Checking');
		const row = books.create('Account', {
			Name: 'Shopify',
			AccountType: 'Bank',
			ParentRef: parent,
		});

		expect(row).toMatchObject({
			SubAccount: true,
			FullyQualifiedName: 'Checking:Shopify',
			Classification: 'Asset',
			AccountSubType: 'CashOnHand',
			ParentRef: parent,
		});
	});

	it('take the same Sku twice', () => {
		const books = open();
		const item = {
			Sku: 'MUG-1',
			Type: 'Service',
			IncomeAccountRef: ref(books, 'Account', 'Services'),
		};

		expect(books.create('Item', { Name: 'Mug again', ...item })).toMatchObject({ Sku: 'MUG-1' });
	});

	it('accept a liability as the account behind an item, for gift cards and tips', () => {
		const books = open();
		const { Id } = books.create('Account', {
			Name: 'Gift Cards',
			AccountType: 'Other Current Liability',
		});
		const item = { Name: 'Gift card', Type: 'Service', IncomeAccountRef: { value: Id } };

		expect(books.create('Item', item)).toMatchObject({ IncomeAccountRef: { name: 'Gift Cards' } });
	});
});

describe('settings', () => {
	it('are one row each, changed by a sparse update', () => {
		const books = open();
		const next = books.update('Preferences', {
			sparse: true,
			SyncToken: '0',
			SalesFormsPrefs: { AllowShipping: true },
		});

		expect(next).toMatchObject({
			SyncToken: '1',
			SalesFormsPrefs: { AllowShipping: true, AllowDiscount: true },
		});
		expect(books.read('CompanyInfo', '1')).toMatchObject({ Country: 'US' });
	});
});
