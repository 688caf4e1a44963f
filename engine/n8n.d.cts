declare const n8n: {
	core: typeof import('n8n-core');
	workflow: typeof import('n8n-workflow');
	packageFolder: string;
	builtInFolder(): string;
};
export = n8n;
