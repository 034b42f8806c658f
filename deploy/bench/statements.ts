import { run } from './sql.js';

const shownMax = 30;
const shownCharacters = 100;

interface Statement {
  readonly query: string;
  readonly calls: string;
  readonly rows: string;
  readonly milliseconds: number;
}

/** Counts from now on. */
export async function forgetStatements(url: string): Promise<void> {
  await run(url, 'SELECT pg_stat_statements_reset()');
}

/** What PostgreSQL has worked at since, the costliest first: a line for each statement. */
export async function costliest(url: string): Promise<string> {
  const found = await run<Statement>(
    url,
    `SELECT regexp_replace(query, '\\s+', ' ', 'g') AS query, calls, rows, total_exec_time AS milliseconds
     FROM pg_stat_statements ORDER BY total_exec_time DESC LIMIT ${shownMax}`,
  );
  const lines = found.map(({ query, calls, rows, milliseconds }) =>
    [
      milliseconds.toFixed(0).padStart(8),
      calls.padStart(8),
      rows.padStart(8),
      query.slice(0, shownCharacters),
    ].join('  '),
  );
  return ['      ms     calls      rows  statement', ...lines].join('\n');
}

/** How long the statements in one database of the server have taken together since. */
export async function statementsMs(url: string, database: string): Promise<number> {
  const [found] = await run<{ milliseconds: number }>(
    url,
    `SELECT coalesce(sum(total_exec_time), 0) AS milliseconds FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
     WHERE d.datname = $1`,
    [database],
  );
  return found?.milliseconds ?? 0;
}
