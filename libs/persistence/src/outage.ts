import {
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';

/** PostgreSQL's own words for it: connection lost (08), no room (53), shutting down or starting up (57P). */
const statesOfOutage = /^(08|53|57P)/;
/** While connecting also 55000: the database does not accept connections. */
const statesOfRefusal = /^(08|53|57P|55000)/;
const networkFailure = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|EAI_)/;
const driversWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;

/** Is the database away, so that a retry may find it again? Nothing is wrong with the request then. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isBrokenBetween(error)) return true;
  const isQuery = error instanceof QueryFailedError;
  const cause = isQuery
    ? (error.driverError as Error & { code?: unknown })
    : (error as Error & { code?: unknown });
  if (driversWords.test(cause.message)) return true;
  if (typeof cause.code !== 'string') return false;
  return networkFailure.test(cause.code) || (isQuery ? statesOfOutage : statesOfRefusal).test(cause.code);
}

/** The transaction's connection broke between two statements: TypeORM has let it go, and refuses the next one. */
function isBrokenBetween(error: Error): boolean {
  return (
    error instanceof QueryRunnerAlreadyReleasedError ||
    error instanceof QueryRunnerProviderAlreadyReleasedError
  );
}
