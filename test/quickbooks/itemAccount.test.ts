import { ALL, openBooks, statuses, type Books } from './books.mts';
import { receipt, shippingLine } from './documents';

let books: Books;
beforeEach(async () => {
	books = await openBooks({ company: 'us-automated' });
});
afterEach(async () => await books.close());

const shipped = (place: number) =>
	receipt(place, { lines: [shippingLine('47.90')], taxes: [], taxTotal: '0.00', total: '47.90' });

/** The item of the shipping line, as somebody set it up by hand. */
function itemInto(account: string): void {
	const { company } = books.sandbox;
	const found = company.all('Account').find(({ Name }) => Name === account);
	const { item } = shippingLine('1.00');
	company.create('Item', {
		Name: item.name,
		Type: 'Service',
		IncomeAccountRef: { value: String(found?.Id) },
	});
}

it('holds a charge whose item QuickBooks would book to another account', async () => {
	itemInto('Services');
	const [result] = await books.post([shipped(1)], ALL);
	expect(result).toMatchObject({ ok: false, problem: { code: 'item-account-differs' } });
	expect(books.receipts()).toEqual([]);
});

it('takes an item that sells into the right account, and the one that it created itself', async () => {
	expect(statuses(await books.post([shipped(1)], ALL))).toEqual(['Posted']);
	expect(statuses(await books.post([shipped(2)], ALL))).toEqual(['Posted']);
});

it('leaves to products the account that their company chose', async () => {
	const { company } = books.sandbox;
	const services = company.all('Account').find(({ Name }) => Name === 'Services');
	const [line] = receipt(1).lines;
	company.create('Item', {
		Name: line.item.name,
		Type: 'Service',
		IncomeAccountRef: { value: String(services?.Id) },
	});
	expect(statuses(await books.post([receipt(1)], ALL))).toEqual(['Posted']);
});
