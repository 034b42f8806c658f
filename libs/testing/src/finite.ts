import { createContext, runInContext } from 'node:vm';

/** Hundreds of times what any of it takes on an idle machine. */
const brokenOffAfterMs = 60_000;

/**
 * Runs code that must terminate for any input, and would take hours otherwise: it is interrupted, which Jest cannot
 * do, as it runs on the same thread. Choose an input for which right and wrong are far apart: the exact duration does
 * not matter.
 * @param work synchronous code
 * @throws Error `ERR_SCRIPT_EXECUTION_TIMEOUT` if it was interrupted
 */
export function finite<T>(work: () => T, timeoutMs = brokenOffAfterMs): T {
  return runInContext('work()', createContext({ work }), { timeout: timeoutMs }) as T;
}
