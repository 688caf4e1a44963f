import { post } from '../../nodes/quickbooks/post';
import { ALL, openBooks, statuses, type Books } from './books.mts';
import { receipt } from './documents';

let books: Books;
beforeEach(async () => {
	books = await openBooks({ company: 'us-automated' });
});
afterEach(async () => await books.close());

const sold = (place: number, email: string) => receipt(place, { customer: { name: email, email } });
const customers = () => books.sandbox.company.all('Customer');
const customerOf = (place: number) =>
	(books.receipts().at(place)?.CustomerRef as { name?: string } | undefined)?.name;

it('finds a customer who stands in QuickBooks under a name of his own', async () => {
	const before = customers().length;
	const Address = 'Ada@example.com';
	books.sandbox.company.create('Customer', {
		DisplayName: 'Ada Quill',
		PrimaryEmailAddr: { Address },
	});
	expect(statuses(await books.post([sold(1, 'ada@example.com')], ALL))).toEqual(['Posted']);
	expect(customerOf(-1)).toBe('Ada Quill');
	expect(customers()).toHaveLength(before + 1);
});

it('creates one customer for an e-mail that nobody has, and finds him again', async () => {
	const before = customers().length;
	await books.post([sold(1, 'new@example.com')], ALL);
	await books.post([sold(2, 'new@example.com')], ALL);
	expect(customers()).toHaveLength(before + 1);
	expect(customerOf(-1)).toBe('new@example.com');
});

it('does not guess between two customers with the same e-mail', async () => {
	for (const DisplayName of ['Ada Quill', 'Ada Q.']) {
		books.sandbox.company.create('Customer', {
			DisplayName,
			PrimaryEmailAddr: { Address: 'ada@example.com' },
		});
	}
	const [result] = await books.post([sold(1, 'ada@example.com')], ALL);
	expect(result).toMatchObject({ ok: false, problem: { code: 'several-customers' } });
	expect(JSON.stringify(result)).toMatch(/IDs \d+, \d+/);
	expect(JSON.stringify(result)).not.toContain('Ada');
});

it('asks for e-mails only where customers are matched by them', async () => {
	const urls: string[] = [];
	const session = await books.open(ALL, async (request) => {
		urls.push(decodeURIComponent(request.url));
		return await books.send(request);
	});
	const asked = () => urls.some((url) => url.includes('PrimaryEmailAddr'));
	await post(session, [receipt(1, { customer: { name: 'Ada Quill', email: 'ada@example.com' } })]);
	expect(asked()).toBe(false);
	await post(session, [sold(2, 'ada@example.com')]);
	expect(asked()).toBe(true);
});
