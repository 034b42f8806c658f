import { countPersonData, type DataCount, type PersonDataPlan } from './person-data.js';
import type { Transaction } from './transaction.js';

/** What stands where a person's name was. */
export const erasedName = '已注销';

/** Rows of one table that are about a person. */
export interface PersonRows {
  readonly table: string;
  /** SQL of the person's id; the table itself is `t`. */
  readonly person: string;
  /** Joined tables, in SQL. */
  readonly beside?: string;
}

/** Rows that stay without their values. */
export interface EmptiedRows extends PersonRows {
  /** SQL of what stands in each column from then on; the present moment is `present.now`. */
  readonly values: Readonly<Record<string, string>>;
}

/** Something that must end before, counted for all ids of a person, which are those of the table `own`. */
export interface ErasureObstacleCount {
  readonly obstacle: string;
  /** SQL of a number; the present moment is `present.now`. */
  readonly count: string;
}

/** What a service does with everything that it has of a person once it is erased. */
export interface ErasurePlan {
  readonly obstacles: readonly ErasureObstacleCount[];
  /** In this order, as later rows may refer to earlier ones. */
  readonly removed: readonly PersonRows[];
  readonly emptied: readonly EmptiedRows[];
  /** Tables whose rows stay as ids without any value: to their person they are erased. */
  readonly emptiedWholly?: readonly string[];
  /** Tables, and columns as `table.column`, that may stay as they are, by the reason. */
  readonly stays: Readonly<Record<string, readonly string[]>>;
}

/** What is erased and what stays without a name, before it happens. */
export interface ErasureCounts {
  readonly erased: readonly { readonly kind: string; readonly count: number }[];
  readonly kept: readonly DataCount[];
}

/** Each table with the SQL of its person's id. */
export function rowsOf(tables: Readonly<Record<string, string>>, beside?: string): PersonRows[] {
  return Object.entries(tables).map(([table, person]) => ({
    table,
    person,
    ...(beside === undefined ? {} : { beside }),
  }));
}

/** Parameters are the person and the present moment. */
const given = `WITH own AS MATERIALIZED (
  SELECT $1::uuid AS id UNION SELECT from_id FROM person_alias WHERE into_id = $1::uuid),
  present AS (SELECT $2::timestamptz AS now)`;

/** Counts what an erasure removes and what it leaves, and changes nothing. */
export async function countErasure(
  tx: Transaction,
  { removed, emptiedWholly = [] }: ErasurePlan,
  data: PersonDataPlan,
  personId: string,
): Promise<ErasureCounts> {
  const isErased = (table: string): boolean =>
    emptiedWholly.includes(table) || removed.some((rows) => rows.table === table);
  const part = (kept: boolean): Promise<DataCount[]> =>
    countPersonData(
      tx,
      { ...data, data: data.data.filter(({ table }) => isErased(table) !== kept) },
      personId,
    );
  const erased = await part(false);
  return { erased: erased.map(({ kind, count }) => ({ kind, count })), kept: await part(true) };
}

/** What must end before; kinds without any are left out. */
export async function erasureObstacles(
  tx: Transaction,
  { obstacles }: ErasurePlan,
  personId: string,
): Promise<{ readonly obstacle: string; readonly count: number }[]> {
  if (obstacles.length === 0) return [];
  const columns = obstacles.map(({ obstacle, count }) => `(${count})::int AS "${obstacle}"`);
  const [row] = (await tx.sql.query(`${given} SELECT ${columns.join(', ')} FROM present`, [
    personId,
    tx.now,
  ])) as [Record<string, number>];
  return obstacles
    .map(({ obstacle }) => ({ obstacle, count: row[obstacle] ?? 0 }))
    .filter(({ count }) => count > 0);
}

/**
 * Erases what the plan says, under all ids that ever stood for the person, and what the platform itself keeps for a
 * while: stored answers, and the journal of merges, which ends their undoing. It may be repeated.
 */
export async function erasePerson(
  tx: Transaction,
  { emptied, removed }: Pick<ErasurePlan, 'emptied' | 'removed'>,
  personId: string,
): Promise<void> {
  for (const { values, ...rows } of emptied) {
    const changes = Object.entries(values).map(([column, value]) => `${column} = ${value}`);
    await tx.sql.query(
      `${given} UPDATE ${rows.table} SET ${changes.join(', ')} FROM present WHERE ctid = ANY(ARRAY(${chosen(rows)}))`,
      [personId, tx.now],
    );
  }
  for (const rows of removed)
    await tx.sql.query(
      `${given} DELETE FROM ${rows.table} USING present WHERE ctid = ANY(ARRAY(${chosen(rows)}))`,
      [personId, tx.now],
    );
  const ids = 'person_ids($1)';
  await tx.sql.query(`DELETE FROM idempotency WHERE actor_id = ANY(${ids}::text[])`, [personId]);
  await tx.sql.query(
    `DELETE FROM person_merge_journal WHERE merge_id IN (SELECT merge_id FROM person_alias WHERE into_id = $1)`,
    [personId],
  );
}

/** Row versions: locked first, so that a concurrent change is waited for and none is missed. */
function chosen({ table, person, beside = '' }: PersonRows): string {
  return `SELECT t.ctid FROM ${table} t ${beside} WHERE ${person} IN (SELECT id FROM own) FOR UPDATE OF t`;
}
