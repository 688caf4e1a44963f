import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { forEachItem } from '../n8n/problems';
import { getOrders } from './operations/getOrders';

type Operation = (context: IExecuteFunctions, itemIndex: number) => Promise<INodeExecutionData[]>;

const OPERATIONS: Record<string, Operation> = { 'order.getAll': getOrders };

export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = ['resource', 'operation']
		.map((parameter) => String(context.getNodeParameter(parameter, 0)))
		.join('.');
	const operation = OPERATIONS[name] ?? getOrders;
	return [await forEachItem(context, async (itemIndex) => await operation(context, itemIndex))];
}
