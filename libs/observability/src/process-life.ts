import type { Logger } from './logger.js';
import type { Metrics } from './metrics.js';

/** Supervisors wait ten seconds almost everywhere; whatever is still open by then is left to the kernel. */
const closedWithinMs = 9_000;
/** What a process says that has not closed by itself, though it had nothing left to do or was given its time. */
export const leftOpen = 'not all was closed in time';

/**
 * Logs and counts uncaught errors: a process never ends without a line that says why, and one failed request ends
 * nothing.
 */
export function recordFaults(logger: Logger, { faults }: Pick<Metrics, 'faults'>): void {
  // It belongs to one piece of work, whose transaction is rolled back or whose caller times out: others continue.
  process.on('unhandledRejection', (reason) => {
    faults.inc();
    logger.error({ err: reason }, 'a failure that nobody awaited');
  });
  // After this the state of the process is undefined: its supervisor starts another.
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'a failure that nobody caught ends the process');
    process.exit(1);
  });
}

/**
 * Ends the process with exit code 0 on a termination signal. Frameworks re-send the signal to themselves after
 * closing, which does not end process 1 of a container; nor does an open connection keep this process alive.
 */
export function endOnSignals(logger: Logger, close: () => Promise<unknown>, withinMs = closedWithinMs): void {
  let isEnding = false;
  const end = (signal: NodeJS.Signals): void => {
    if (isEnding) return;
    isEnding = true;
    logger.info({ signal }, 'asked to end');
    setTimeout(() => {
      logger.warn(leftOpen);
      process.exit(0);
    }, withinMs).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        // At this level the log is flushed before the next statement.
        logger.fatal({ err: error }, 'not all could be closed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
}
