import {
	startQuickBooksSandbox,
	type QuickBooksSandbox,
	type QuickBooksSandboxOptions,
} from '../../../../sandbox/quickbooks/start.mts';

type Json = Record<string, unknown>;

export interface Answer {
	status: number;
	headers: Headers;
	text: string;
	/** The parsed body; empty when it is no JSON. */
	json: Loose;
}

/** JSON as it was parsed: members may be read at any depth, unchecked. */
export type Loose = ReturnType<typeof JSON.parse>;

/** A bare HTTP client, with nothing of the product in it. */
export class Client {
	token: string;

	constructor(readonly sandbox: QuickBooksSandbox) {
		this.token = sandbox.issueTokens().access_token;
	}

	static async start(options: QuickBooksSandboxOptions = {}): Promise<Client> {
		return new Client(
			await startQuickBooksSandbox({ company: 'us-manual', limits: false, ...options }),
		);
	}

	async send(method: string, path: string, body?: unknown, headers: Json = {}): Promise<Answer> {
		const { url, realmId } = this.sandbox;
		const target = path.startsWith('//') ? path.slice(1) : `/v3/company/${realmId}${path}`;
		const response = await fetch(`${url}${target}`, {
			method,
			redirect: 'manual',
			headers: {
				authorization: `Bearer ${this.token}`,
				accept: 'application/json',
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				...(headers as Record<string, string>),
			},
			...(body === undefined
				? {}
				: { body: typeof body === 'string' ? body : JSON.stringify(body) }),
		});
		const text = await response.text();
		return { status: response.status, headers: response.headers, text, json: parsed(text) };
	}

	async get(path: string): Promise<Answer> {
		return await this.send('GET', path);
	}

	async post(path: string, body: unknown): Promise<Answer> {
		return await this.send('POST', path, body);
	}

	async query(statement: string): Promise<Loose> {
		const { json } = await this.get(`/query?query=${encodeURIComponent(statement)}`);
		return json.QueryResponse ?? json;
	}

	/** The id of the first row of a query. */
	async idOf(entity: string, where: string): Promise<string> {
		const rows = (await this.query(`select * from ${entity} where ${where}`))[entity];
		return rows[0].Id;
	}

	/** A receipt's body for one service line, ready to post. */
	async receipt(amount: number, docNumber?: string): Promise<Json> {
		const customer = await this.idOf('Customer', "DisplayName = 'Amy\\'s Bird Sanctuary'");
		const item = await this.idOf('Item', "Type = 'Service'");
		return {
			CustomerRef: { value: customer },
			TxnDate: '2026-10-05',
			...(docNumber === undefined ? {} : { DocNumber: docNumber }),
			Line: [
				{
					Amount: amount,
					DetailType: 'SalesItemLineDetail',
					SalesItemLineDetail: { ItemRef: { value: item }, TaxCodeRef: { value: 'NON' } },
				},
			],
		};
	}

	async close(): Promise<void> {
		await this.sandbox.close();
	}
}

function parsed(text: string): Loose {
	try {
		return JSON.parse(text) as Loose;
	} catch {
		return {} as Loose;
	}
}
