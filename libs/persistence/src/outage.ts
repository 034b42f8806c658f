import {
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';

/**
 * SQLSTATE classes of an outage: connection lost (08), insufficient resources (53), shutting down or starting up
 * (57P).
 */
const outageStates = /^(08|53|57P)/;
/** While connecting also 55000: the database does not accept connections. */
const connectStates = /^(08|53|57P|55000)/;
const networkFailure = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|EAI_)/;
const driverMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;

/** Whether the database is unavailable, so that a retry may succeed; the request itself is fine then. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isReleasedConnection(error)) return true;
  const isQuery = error instanceof QueryFailedError;
  const cause = isQuery
    ? (error.driverError as Error & { code?: unknown })
    : (error as Error & { code?: unknown });
  if (driverMessages.test(cause.message)) return true;
  if (typeof cause.code !== 'string') return false;
  return networkFailure.test(cause.code) || (isQuery ? outageStates : connectStates).test(cause.code);
}

/** The transaction's connection broke between two statements: TypeORM has released it, and refuses the next one. */
function isReleasedConnection(error: Error): boolean {
  return (
    error instanceof QueryRunnerAlreadyReleasedError ||
    error instanceof QueryRunnerProviderAlreadyReleasedError
  );
}
