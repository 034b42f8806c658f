import type { PersonPlace } from './person-places.js';
import type { Transaction } from './transaction.js';

/** Rows of one table that are about a person. */
export interface PersonData {
  /** What it is to its person, e.g. `registrations`; several tables may share a kind, with the same reason and term. */
  readonly kind: string;
  /** Why it is kept, and until when: words of the contract. */
  readonly reason: string;
  readonly term: string;
  readonly table: string;
  /** Joined tables, in SQL; the table itself is `t`. */
  readonly beside?: string;
  /** SQL of the person's id; null for a row that is about nobody. */
  readonly person: string;
}

/** Everything that a service has of people. */
export interface PersonDataPlan {
  readonly data: readonly PersonData[];
  /** Tables that name people and are not told to them, with the reason. */
  readonly excepted: Readonly<Record<string, string>>;
}

/** Of one kind: why it is kept and until when, and SQL of the person's id by table. */
export function kept(
  kind: string,
  { reason, term }: Pick<PersonData, 'reason' | 'term'>,
  tables: Readonly<Record<string, string>>,
  beside?: string,
): PersonData[] {
  return Object.entries(tables).map(([table, person]) => ({
    kind,
    reason,
    term,
    table,
    person,
    ...(beside === undefined ? {} : { beside }),
  }));
}

/** SQL of the person's id where a party may also be a union, an enterprise or a club. */
export function personAmongParties(kindColumn: string, idColumn: string): string {
  return `CASE WHEN t.${kindColumn} = 'person' THEN t.${idColumn} END`;
}

/** How many rows a service has of a person. */
export interface DataCount extends Pick<PersonData, 'kind' | 'reason' | 'term'> {
  readonly count: number;
}

/** How many rows there are of each kind, under all ids that ever stood for the person; kinds without any are left out. */
export async function countPersonData(
  tx: Transaction,
  { data }: PersonDataPlan,
  personId: string,
): Promise<DataCount[]> {
  if (data.length === 0) return [];
  const counts = data.map(
    ({ table, beside = '', person }, index) =>
      `SELECT ${index} AS index, count(*)::int AS count FROM ${table} t ${beside}
       WHERE ${person} = ANY(ARRAY(SELECT id FROM own))`,
  );
  const rows: { index: number; count: number }[] = await tx.sql.query(
    `WITH own AS MATERIALIZED (
       SELECT $1::uuid AS id UNION SELECT from_id FROM person_alias WHERE into_id = $1::uuid)
     ${counts.join(' UNION ALL ')}`,
    [personId],
  );
  const byKind = new Map<string, DataCount>();
  for (const [index, { kind, reason, term }] of data.entries()) {
    const found = rows.find((row) => row.index === index)?.count ?? 0;
    byKind.set(kind, { kind, reason, term, count: (byKind.get(kind)?.count ?? 0) + found });
  }
  return [...byKind.values()].filter(({ count }) => count > 0);
}

/**
 * Compares what a service tells people of itself with its columns of persons.
 * @returns one sentence for each table that names people and is neither told nor excepted, and for each exception
 * that is none
 */
export function undeclaredPersonTables(
  places: readonly PersonPlace[],
  { data, excepted }: PersonDataPlan,
): string[] {
  // What somebody did in an office is in the record of their union; exempt columns say why nothing happens to them.
  const named = new Set(
    places
      .filter(({ kind, treatment }) => treatment !== 'exempt' && kind !== 'acts' && kind !== 'trail')
      .map(({ table }) => table),
  );
  const told = new Set(data.map(({ table }) => table));
  return [
    ...[...named]
      .filter((table) => !told.has(table) && !(table in excepted))
      .map((table) => `${table} names people: tell them in person-data.ts, or except it with a reason`),
    ...Object.keys(excepted)
      .filter((table) => told.has(table) || !named.has(table))
      .map((table) => `${table} is excepted, and needs no exception`),
  ];
}
