import { addProduct } from '../cart.mts';
import type { TransactionDraft } from '../draft.mts';
import { pay } from '../tenders.mts';
import { atOnce, placeUsualOrder, type Scenario, type Scene } from './scene.mts';

/** A usual paid order of some lines, the first bought three times. */
export function bought(scene: Scene, gateway = 'shopify_payments'): TransactionDraft {
	const { context, draft } = scene;
	addProduct(context, draft, context.catalogue.forSale[scene.random.int(0, 15)], 3);
	placeUsualOrder(scene, 2);
	return pay(context, draft, { gateway, at: atOnce(scene) });
}

/** Something that happens to a paid order. */
export const afterwards = (
	name: string,
	happen: (scene: Scene, parent: TransactionDraft) => void,
	gateway?: string,
): Scenario => ({ name, build: (scene) => happen(scene, bought(scene, gateway)) });

export const cheapest = ({ context }: Scene) =>
	context.catalogue.forSale.find(({ sku }) => sku === 'CARD-GRT')!;
