import { Client } from './client.mts';

describe('the sandbox opens four kinds of company', () => {
	let client: Client;

	afterEach(async () => {
		await client.close();
	});

	test.each([
		['us-automated', 'US', 'USD', true],
		['us-manual', 'US', 'USD', undefined],
		['uk-vat', 'GB', 'GBP', undefined],
		['multicurrency', 'US', 'USD', undefined],
	] as const)('%s', async (company, country, currency, automatedTax) => {
		client = await Client.start({ company });
		const info = await client.get(`/companyinfo/${client.sandbox.realmId}`);
		expect(info.json.CompanyInfo.Country).toBe(country);
		const { CurrencyPrefs, TaxPrefs } = (await client.get('/preferences')).json.Preferences;
		expect(CurrencyPrefs.HomeCurrency.value).toBe(currency);
		expect(TaxPrefs.PartnerTaxEnabled).toBe(automatedTax);
		const { Header } = (await client.get('/reports/TrialBalance')).json;
		expect(Header.Currency).toBe(currency);
	});

	test('with several currencies a rate is read, and set by posting it', async () => {
		client = await Client.start({ company: 'multicurrency' });
		const rate = async () =>
			(await client.get('/exchangerate?sourcecurrencycode=EUR&asofdate=2026-10-05')).json
				.ExchangeRate.Rate;
		expect(await rate()).toBeGreaterThan(0);
		const set = { SourceCurrencyCode: 'EUR', Rate: 1.25, AsOfDate: '2026-10-05' };
		await client.post('/exchangerate?operation=update', set);
		expect(await rate()).toBe(1.25);
		const home = await client.get('/exchangerate?sourcecurrencycode=USD');
		expect(home.status).toBe(400);
	});

	test('the pseudo tax codes of a US company are read by their names', async () => {
		client = await Client.start();
		expect((await client.get('/taxcode/TAX')).json.TaxCode.Id).toBe('TAX');
	});
});
