import { run } from '../sql.js';
import { drained } from './due.js';

export interface Compared {
  readonly needs: number;
  /** Of these the list is the same when it is computed from scratch. */
  readonly same: number;
  /** Of these something that scratch finds scores higher than what stands at its place. */
  readonly worse: number;
}

interface Entry {
  readonly needId: string;
  readonly offers: string;
  readonly scores: readonly number[];
}

/** Compares the lists of some needs, as the events have left them, with the same computed from scratch. */
export async function compareWithScratch(databaseUrl: string, count: number): Promise<Compared> {
  const sample = await run<{ id: string }>(
    databaseUrl,
    `SELECT id FROM sharing.need WHERE district LIKE '县%' ORDER BY random() LIMIT ${count}`,
  );
  const ids = sample.map(({ id }) => id);
  const before = await listsOf(databaseUrl, ids);
  await run(databaseUrl, `DELETE FROM sharing.need_match WHERE need_id = ANY($1) AND state = 'suggested'`, [
    ids,
  ]);
  await run(
    databaseUrl,
    `INSERT INTO sharing.due (kind, key, due_at, payload)
     SELECT 'match-need', id || '/scratch', now(), '{"isPlaced": true}' FROM unnest($1::text[]) AS id`,
    [ids],
  );
  await drained(databaseUrl);
  const after = await listsOf(databaseUrl, ids);
  let [same, worse] = [0, 0];
  for (const id of ids) {
    const [left, right] = [before.get(id), after.get(id)];
    if (left?.offers === right?.offers) same += 1;
    else if ((right?.scores ?? []).some((score, place) => score > (left?.scores[place] ?? -1))) worse += 1;
  }
  return { needs: ids.length, same, worse };
}

/** What is suggested to each, the best first: things to borrow, of which all events are. */
async function listsOf(databaseUrl: string, needIds: readonly string[]): Promise<Map<string, Entry>> {
  const rows = await run<Entry>(
    databaseUrl,
    `SELECT need_id AS "needId", string_agg(offer_id || ' ' || score, ',' ORDER BY score DESC, offer_id) AS offers,
       array_agg(score ORDER BY score DESC) AS scores
     FROM sharing.need_match WHERE need_id = ANY($1) AND offer_kind = 'resource' AND state = 'suggested' GROUP BY need_id`,
    [needIds],
  );
  return new Map(rows.map((row) => [row.needId, row]));
}
