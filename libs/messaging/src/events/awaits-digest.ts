import {
  type AwaitedThingName,
  awaitDigestEvents,
  awaitEvents,
  awaitRetoldEvents,
  awaitsInFlightMax,
  type AwaitsRetold,
  awaitsRetoldMax,
  type AwaitsState,
} from '@gongxiang/contracts/notification/awaits';
import type { NotifyingService } from '@gongxiang/contracts/notification/notice-raised';
import type { Transaction } from '@gongxiang/persistence';
import { recordEvent } from './outbox.js';

/**
 * How long something that was published may take until everybody who consumes it has: what was published since counts
 * as in flight, and so does what is not published yet. A consumer that is late for longer reads the digest late as well.
 */
export const awaitsInFlightMs = 300_000;
/** Characters of what is told with one event, well below the bound of an event. */
const retoldCharactersMax = 150_000;

/** More is in flight than an event can name: it has to wait. */
export type PutOff = 'put off';

/** The names of things of which something was said that may not have arrived. Each of `$1` and `$2` is a text. */
const inFlightSql = `
  SELECT DISTINCT envelope->'data'->>'subject' AS subject, (envelope->'data'->>'id')::uuid AS id FROM outbox
  WHERE subject = $1 AND (published_at IS NULL OR published_at > clock_timestamp() - $2::interval)`;

const inFlightFor = `${awaitsInFlightMs} milliseconds`;

/**
 * Tells how much is open, and its hash, without what is in flight. One statement, so that all of it is as of one moment:
 * what is committed later is in none of it.
 */
export async function tellDigest(tx: Transaction, service: NotifyingService): Promise<PutOff | null> {
  const [{ inFlight, ...digest }] = (await tx.sql.query(
    `WITH flying AS MATERIALIZED (${inFlightSql}),
     settled AS (
       SELECT jsonb_array_length(awaits) AS number,
         concat_ws('/', subject, id, version, jsonb_array_length(awaits)) COLLATE "C" AS line
       FROM awaited a WHERE NOT EXISTS (SELECT FROM flying f WHERE f.subject = a.subject AND f.id = a.id)
     )
     SELECT coalesce(sum(number), 0)::int AS count, md5(coalesce(string_agg(line, E'\\n' ORDER BY line), '')) AS hash,
       (SELECT coalesce(jsonb_agg(f), '[]') FROM (SELECT * FROM flying LIMIT $3) AS f) AS "inFlight"
     FROM settled`,
    [awaitEvents[service].subject, inFlightFor, awaitsInFlightMax + 1],
  )) as [{ count: number; hash: string; inFlight: AwaitedThingName[] }];
  if (inFlight.length > awaitsInFlightMax) return 'put off';
  await recordEvent(tx, awaitDigestEvents[service], service, { ...digest, inFlight });
  return null;
}

/**
 * Tells the next things that are open anew, under the versions that they have: whoever knows them so changes nothing.
 * @returns the last of them; null at the end
 */
export async function retellNext(
  tx: Transaction,
  service: NotifyingService,
  after: AwaitedThingName | null,
): Promise<PutOff | AwaitedThingName | null> {
  const [{ things: found, inFlight }] = (await tx.sql.query(
    `WITH flying AS MATERIALIZED (${inFlightSql}),
     next AS (
       SELECT subject, id, version, awaits FROM awaited
       WHERE $3::text IS NULL OR (subject COLLATE "C", id) > ($3, $4::uuid)
       ORDER BY subject COLLATE "C", id LIMIT $5
     )
     SELECT
       (SELECT coalesce(jsonb_agg(n ORDER BY n.subject COLLATE "C", n.id), '[]') FROM next n) AS things,
       (SELECT coalesce(jsonb_agg(f), '[]') FROM (SELECT * FROM flying LIMIT $6) AS f) AS "inFlight"`,
    [
      awaitEvents[service].subject,
      inFlightFor,
      after?.subject ?? null,
      after?.id ?? null,
      awaitsRetoldMax + 1,
      awaitsInFlightMax + 1,
    ],
  )) as [{ things: AwaitsState[]; inFlight: AwaitedThingName[] }];
  if (inFlight.length > awaitsInFlightMax) return 'put off';
  const step = stepOf(found);
  const last = step.length < found.length ? (step.at(-1) ?? null) : null;
  const upTo = last && { subject: last.subject, id: last.id };
  const flying = new Set(inFlight.map(nameOf));
  const told: AwaitsRetold = {
    at: tx.now.toISOString(),
    after,
    upTo,
    things: step.filter((one) => !flying.has(nameOf(one))),
    inFlight,
  };
  await recordEvent(tx, awaitRetoldEvents[service], service, told);
  return upTo;
}

/** As many as one event takes, at least one. */
function stepOf(found: readonly AwaitsState[]): AwaitsState[] {
  let characters = 0;
  return found.slice(0, awaitsRetoldMax).filter((one, index) => {
    characters += JSON.stringify(one).length;
    return index === 0 || characters <= retoldCharactersMax;
  });
}

function nameOf({ subject, id }: AwaitedThingName): string {
  return `${subject}/${id}`;
}
