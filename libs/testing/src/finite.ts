import { createContext, runInContext } from 'node:vm';

/** Hundreds of times what any of it takes on an idle machine. */
const brokenOffAfterMs = 60_000;

/**
 * Does what must come to an end whatever it is given, and would take hours where it did not: then it is broken off, which
 * Jest cannot do, as it runs on the same thread. Give it so much that right and wrong are far apart: how long it takes is
 * no matter.
 *
 * @param work that waits for nothing
 * @throws Error `ERR_SCRIPT_EXECUTION_TIMEOUT` where it was broken off
 */
export function finite<T>(work: () => T, timeoutMs = brokenOffAfterMs): T {
  return runInContext('work()', createContext({ work }), { timeout: timeoutMs }) as T;
}
