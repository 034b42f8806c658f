import { run } from '../sql.js';

/** How far outbox and effects have come. */
export interface Marks {
  readonly told: string;
  readonly heard: string;
}

export async function marksIn(databaseUrl: string): Promise<Marks> {
  const [marks] = await run<{ told: string; heard: string }>(
    databaseUrl,
    `SELECT (SELECT coalesce(max(position), 0)::text FROM teller.outbox) AS told,
            (SELECT coalesce(max(position), 0)::text FROM hearer.heard) AS heard`,
  );
  return marks ?? { told: '0', heard: '0' };
}

/** What is counted, and what a count above zero says. */
const faults = {
  lost: 'events have had no effect',
  unknown: 'effects are of no event',
  twice: 'effects are of an event that had one',
  disordered: 'effects came after a later one of their thing',
} as const;

/**
 * Each event that was recorded since has had its effect, once, and those of one thing in the order of its versions.
 * @param count how many were recorded
 * @returns what is wrong, in words; nothing where all is right
 */
export async function eventFaults(databaseUrl: string, since: Marks, count: number): Promise<string[]> {
  const [found] = await run<Record<string, number>>(
    databaseUrl,
    `WITH told AS (SELECT id FROM teller.outbox WHERE position > $1::bigint),
          heard AS (SELECT * FROM hearer.heard WHERE position > $2::bigint),
          line AS (SELECT version, lag(version) OVER (PARTITION BY thing_id ORDER BY position) AS before FROM heard)
     SELECT (SELECT count(*)::int FROM told) AS recorded,
            (SELECT count(*)::int FROM told WHERE id NOT IN (SELECT event_id FROM heard)) AS lost,
            (SELECT count(*)::int FROM heard WHERE event_id NOT IN (SELECT id FROM told)) AS unknown,
            (SELECT (count(*) - count(DISTINCT event_id))::int FROM heard) AS twice,
            (SELECT count(*)::int FROM line WHERE version < before) AS disordered`,
    [since.told, since.heard],
  );
  const { recorded = 0, ...counts } = found ?? {};
  const wrong = Object.entries(faults).flatMap(([kind, text]) => {
    const number = counts[kind] ?? 0;
    return number > 0 ? [`${kind}: ${number} ${text}`] : [];
  });
  return recorded === count ? wrong : [`wrong: ${recorded} events are recorded, not ${count}`, ...wrong];
}
