export declare const N8N_FOLDER: string;
export declare const N8N_BIN: string;
export declare function n8nNode(): { binary: string; headers?: string };
export declare function ensureN8n(): Promise<void>;
