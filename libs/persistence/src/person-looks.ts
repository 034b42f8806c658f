import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import type { PersonData } from './person-data.js';
import type { Transaction } from './transaction.js';

/** How long people can see who has looked at their data. */
export const lookDays = 365;
const deleteBatchMax = 5_000;

/** Rows of a service about who has looked at somebody's data, as one kind of what is kept of that person. */
export const lookData: readonly PersonData[] = [
  { kind: 'looks', reason: 'security', term: 'oneYear', table: 'person_look', person: 't.person_id' },
];

/** That somebody was shown another person's values: once a day for each of the kinds of a service. */
export interface PersonLook {
  readonly personId: string;
  readonly viewerId: string;
  /** A word of the contract, such as `record`. */
  readonly what: string;
}

/** Who has looked at whose data. */
export class PersonLooks1764811000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person_look (
        person_id uuid NOT NULL,
        viewer_id uuid NOT NULL,
        what      text NOT NULL,
        day       date NOT NULL,
        PRIMARY KEY (person_id, day, viewer_id, what),
        CHECK (person_id <> viewer_id)
      );
      -- Old ones are removed by age.
      CREATE INDEX person_look_day ON person_look (day);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE person_look');
  }
}

/**
 * Notes, with the answer and before it is given, that the caller is shown values of somebody: one's own, and what the
 * platform itself reads, are not noted.
 */
export function noteLook(tx: Transaction, what: string, personIds: readonly string[]): void {
  const viewerId = tx.call.actor?.personId;
  if (viewerId === undefined) return;
  const looks = personIds.filter((id) => id !== viewerId).map((personId) => ({ personId, viewerId, what }));
  if (looks.length > 0) tx.writeLast(writeLooks, looks);
}

/** A repeated look of a day finds its row and writes nothing. In one order, so that two writers cannot deadlock. */
async function writeLooks(tx: Transaction, looks: readonly PersonLook[]): Promise<void> {
  await tx.sql.query(
    `INSERT INTO person_look (person_id, viewer_id, what, day)
     SELECT DISTINCT person_id, viewer_id, what, ($4::timestamptz AT TIME ZONE 'Asia/Shanghai')::date
     FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS l (person_id, viewer_id, what)
     ORDER BY person_id, viewer_id, what
     ON CONFLICT DO NOTHING`,
    [
      looks.map(({ personId }) => personId),
      looks.map(({ viewerId }) => viewerId),
      looks.map(({ what }) => what),
      tx.now,
    ],
  );
}

/** A look as its person is told of it. */
export interface ToldLook {
  readonly day: string;
  readonly what: string;
  readonly viewerName: string | null;
  readonly unionName: string | null;
}

/**
 * Who has looked at a person's data, the newest first, under all ids that ever stood for the person.
 * @param viewer SQL of a row `(name, union_name)` about the person `l.viewer_id`
 */
export async function looksAt(
  tx: Transaction,
  viewer: string,
  personId: string,
  take: number,
): Promise<ToldLook[]> {
  return tx.sql.query(
    `SELECT l.day::text AS day, l.what, v.name AS "viewerName", v.union_name AS "unionName"
     FROM person_look l LEFT JOIN LATERAL (${viewer}) AS v (name, union_name) ON true
     WHERE l.person_id = ANY(person_ids($1))
     ORDER BY l.day DESC, l.viewer_id, l.what LIMIT $2`,
    [personId, take],
  );
}

/** Deletes looks of more than a year ago, in bounded batches. */
export async function deleteOldLooks(dataSource: DataSource, now: Date): Promise<void> {
  await dataSource.query(
    `DELETE FROM person_look WHERE ctid = ANY(ARRAY(
       SELECT ctid FROM person_look WHERE day < $1::timestamptz::date - ${lookDays} ORDER BY day LIMIT ${deleteBatchMax}))`,
    [now],
  );
}
