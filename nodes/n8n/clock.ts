import { sleep } from 'n8n-workflow';

/** The clock that nodes hand to the libraries. Times are milliseconds since 1970 UTC. */
export const clock = {
	now: (): number => Date.now(),
	/** n8n's cloud forbids timers in community nodes; its own `sleep` is the way to wait. */
	sleep: async (ms: number): Promise<void> => await sleep(ms),
};
