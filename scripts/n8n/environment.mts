/** Settings of a real n8n that talks to nobody but this machine and asks its user nothing. */
export interface Place {
	/** Holds everything that n8n writes: .n8n with database, settings, packages. */
	folder: string;
	port: number;
	/** n8n's task broker; two instances on one machine need two. */
	brokerPort: number;
	encryptionKey: string;
}

export const addressOf = ({ port }: Place): string => `http://127.0.0.1:${port}`;

export function environment(place: Place): NodeJS.ProcessEnv {
	return {
		PATH: process.env.PATH,
		HOME: place.folder,
		TZ: process.env.TZ,
		N8N_USER_FOLDER: place.folder,
		N8N_ENCRYPTION_KEY: place.encryptionKey,
		N8N_PORT: String(place.port),
		N8N_RUNNERS_BROKER_PORT: String(place.brokerPort),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PROTOCOL: 'http',
		N8N_SECURE_COOKIE: 'false',
		// OAuth redirect addresses are built from it.
		N8N_EDITOR_BASE_URL: addressOf(place),
		N8N_WEBHOOK_URL: addressOf(place),
		// Community packages that n8n has not verified are what this is about.
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_RUNNERS_TASK_TIMEOUT: '300',
		...SILENT,
	};
}

const SILENT = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
	// Each of these asks a server of n8n's at start; an unknown name would end n8n.
	N8N_DISABLED_MODULES:
		'mcp-registry,mcp,instance-ai,chat-hub,insights,agents,workflow-builder,quick-connect',
};
