import type { Logger } from './logger.js';
import type { Metrics } from './metrics.js';

/** Whoever asked for the end waits for ten seconds almost everywhere; what is not closed by then is left to the kernel. */
const closedWithinMs = 9_000;

/** Tells of what nobody caught: nothing ends without a line that says why, and one request that goes wrong ends nothing. */
export function tellFaults(logger: Logger, { faults }: Pick<Metrics, 'faults'>): void {
  // Belongs to one piece of work, whose transaction is rolled back or whose caller runs into its deadline: others go on.
  process.on('unhandledRejection', (reason) => {
    faults.inc();
    logger.error({ err: reason }, 'a failure that nobody awaited');
  });
  // After this nothing in the process is known to be whole: whoever watches over it starts another.
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'a failure that nobody caught ends the process');
    process.exit(1);
  });
}

/**
 * Ends the process once it is asked to, with exit code 0. A signal that is sent again by the process itself, as frameworks do when they have
 * closed, ends no process 1, which a container's is; nor does a connection that is still open keep this one.
 */
export function endOnSignals(logger: Logger, close: () => Promise<unknown>): void {
  let isEnding = false;
  const end = (signal: NodeJS.Signals): void => {
    if (isEnding) return;
    isEnding = true;
    logger.info({ signal }, 'asked to end');
    setTimeout(() => process.exit(0), closedWithinMs).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        // At this level the log is written before the next statement.
        logger.fatal({ err: error }, 'not all could be closed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
}
