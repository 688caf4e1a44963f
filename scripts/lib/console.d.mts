export declare class Failure extends Error {
	constructor(what: string, fix?: string);
	readonly fix?: string;
}
export declare function say(text?: string): void;
export declare function since(start: number): string;
export declare function main(run: () => Promise<number | void>): Promise<void>;
export declare function requireNode(minimum?: number): void;
