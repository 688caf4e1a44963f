/** A product in the user's words, for messages. */
export function whereOf({ name, sku }: { name: string; sku: string | null }): string {
	return sku === null ? `Product "${name}"` : `Product "${name}" (SKU ${sku})`;
}
