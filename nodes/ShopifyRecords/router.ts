import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { forEachItem, throwProblem } from '../n8n/problems';
import { getOrders } from './operations/getOrders';
import { getBalanceTransactions, getDisputes, getPayouts } from './operations/getPayments';
import { getRefunds } from './operations/getRefunds';

type Operation = (context: IExecuteFunctions, itemIndex: number) => Promise<INodeExecutionData[]>;

const OPERATIONS: Record<string, Operation> = {
	'balanceTransaction.getAll': getBalanceTransactions,
	'dispute.getAll': getDisputes,
	'order.getAll': getOrders,
	'payout.getAll': getPayouts,
	'refund.getAll': getRefunds,
};

export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = ['resource', 'operation']
		.map((parameter) => String(context.getNodeParameter(parameter, 0)))
		.join('.');
	const operation = OPERATIONS[name];
	if (!operation) {
		throwProblem(context.getNode(), 0, {
			what: `This version of the node does not know '${name}'`,
			fix: 'Pick a resource and an operation from the lists, or update the node package.',
		});
	}
	return [await forEachItem(context, async (itemIndex) => await operation(context, itemIndex))];
}
