export declare const ROOT: string;
export declare const npm: string;
export declare function ensureDependencies(folder?: string, label?: string): Promise<boolean>;
export declare function isInstalled(folder: string): boolean;
export declare function build(): Promise<void>;
export declare function throughTsx(file: string, args?: string[]): string[];
