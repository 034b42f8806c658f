import type { Cipher } from './cipher.js';
import type { SealedPlace } from './sealed-place.js';
import type { Transaction } from './transaction.js';
import { keySql, mayBecomeSql, sameKeySql, tableFacts, type TableFacts } from './catalogue.js';
import type { PersonPlace } from './person-places.js';
import { resealing } from './reseal-persons.js';

/** Two records of one person: `from` becomes another id of `into`. */
export interface PersonMerge {
  readonly mergeId: string;
  readonly from: string;
  readonly into: string;
}

/** Where a service has persons, and what it has sealed for them. */
export interface PersonPlan {
  readonly places: readonly PersonPlace[];
  readonly sealed?: { readonly cipher: Cipher; readonly places: readonly SealedPlace[] };
}

/** How many references of a kind there are. */
export interface ReferenceCount {
  readonly kind: string;
  /** Rows that move to the survivor. */
  readonly moving: number;
  /** Rows that stay as they are, and are found by either id. */
  readonly resolving: number;
  /** Rows that stay because the survivor has one in their place. */
  readonly clashing: number;
}

interface Counted {
  readonly place: PersonPlace;
  readonly moving: number;
  readonly clashing: number;
}

/** Makes merges of one service wait for each other, so that aliases are never chained. */
export async function lockMerges(tx: Transaction): Promise<void> {
  await tx.sql.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('person merge ' || current_schema(), 0))`,
  );
}

/**
 * Notes that one id stands for another from now on. Ids that stood for `from` stand for `into` as well.
 * @returns the merge with the present id of the survivor; null if both are one person already
 */
export async function addAlias(tx: Transaction, merge: PersonMerge): Promise<PersonMerge | null> {
  const [{ into, known }] = (await tx.sql.query(
    `SELECT present_person($2) AS into, (SELECT merge_id FROM person_alias WHERE from_id = $1) AS known`,
    [merge.from, merge.into],
  )) as [{ into: string; known: string | null }];
  const present = { ...merge, into };
  if (into === merge.from) return null;
  if (known !== null) return known === merge.mergeId ? present : null;
  await tx.sql.query(
    `INSERT INTO person_alias (from_id, into_id, merge_id, created_at) VALUES ($1, $2, $3, $4)`,
    [merge.from, into, merge.mergeId, tx.now],
  );
  const place = { table: 'person_alias', column: 'into_id', treatment: 'moves', kind: 'none' } as const;
  const facts = await tableFacts(tx, [place.table]);
  await moveColumn(tx, place, factsOf(facts, place.table), present);
  return present;
}

/**
 * Rewrites all references that move from the merged id to the survivor's, and notes each in the journal. A row that
 * the survivor has already, or that would name one person as both of two, stays, and is noted as such. It may be
 * repeated: it moves what has come in between.
 */
export async function movePerson(tx: Transaction, plan: PersonPlan, merge: PersonMerge): Promise<void> {
  const places = plan.places.filter(({ treatment }) => treatment === 'moves');
  const facts = await tableFacts(tx, [...new Set(places.map(({ table }) => table))]);
  await tx.sql.query('SET CONSTRAINTS ALL DEFERRED');
  const reseal = await resealing(tx, plan.sealed, merge);
  for (const place of places) {
    const move = place.isList === true ? moveInList : moveColumn;
    await move(tx, place, factsOf(facts, place.table), merge);
  }
  await reseal();
}

/** Changes other columns of some rows, and notes it, so that an undone merge changes them back together. */
export async function changeNoted(
  tx: Transaction,
  mergeId: string,
  change: {
    readonly table: string;
    /** SQL of the rows, as `t`; parameters from `$2` on. */
    readonly where: string;
    readonly parameters: readonly unknown[];
    /** SQL of the new values, by column. */
    readonly values: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { table, where, parameters, values } = change;
  const facts = factsOf(await tableFacts(tx, [table]), table);
  const columns = Object.keys(values);
  const stateOf = (row: string): string =>
    `jsonb_build_object(${columns.map((name) => `'${name}', ${row}.${name}`).join(', ')})`;
  await tx.sql.query(
    `WITH changing AS MATERIALIZED (SELECT t.* FROM ${table} t WHERE (${where}) FOR UPDATE),
     changed AS (
       UPDATE ${table} t SET ${columns.map((name) => `${name} = ${values[name]}`).join(', ')} FROM changing c
       WHERE ${facts.primaryKey.map((name) => `t.${name} = c.${name}`).join(' AND ')}
       RETURNING ${keySql(facts, '')} AS key, ${stateOf('c')} AS before, ${stateOf('t')} AS after)
     INSERT INTO person_merge_journal (merge_id, table_name, column_name, row_key, before, after, stays)
     SELECT $1, '${table}', '${columns.join(',')}', key, before, after, false FROM changed WHERE before <> after`,
    [mergeId, ...parameters],
  );
}

/**
 * Moves everything back that the journal of a merge notes, in reverse order, where it still stands as the merge left
 * it; what has come since stays with the survivor.
 */
export async function undoMerge(tx: Transaction, plan: PersonPlan, merge: PersonMerge): Promise<void> {
  const groups: NotedGroup[] = await tx.sql.query(
    `SELECT table_name AS "table", column_name AS "column", before::text, after::text FROM person_merge_journal
     WHERE merge_id = $1 AND NOT stays GROUP BY 1, 2, 3, 4 ORDER BY max(number) DESC`,
    [merge.mergeId],
  );
  const facts = await tableFacts(tx, [...new Set(groups.map(({ table }) => table))]);
  await tx.sql.query('SET CONSTRAINTS ALL DEFERRED');
  const [{ into }] = (await tx.sql.query('SELECT present_person($1) AS into', [merge.into])) as [
    { into: string },
  ];
  const reseal = await resealing(tx, plan.sealed, { from: into, into: merge.from });
  for (const group of groups) {
    const known = facts.get(group.table);
    if (known === undefined) continue; // the table is gone since
    const place = plan.places.find(({ table, column }) => table === group.table && column === group.column);
    const undo = place?.isList === true ? undoInList : undoOf(group);
    // What may not move any more stays as well: an activity has begun since.
    await undo(tx, merge.mergeId, { ...group, where: whereOf(tx, place ?? {}) }, known);
  }
  await reseal();
  await tx.sql.query('DELETE FROM person_alias WHERE merge_id = $1', [merge.mergeId]);
  await tx.sql.query('DELETE FROM person_merge_journal WHERE merge_id = $1', [merge.mergeId]);
}

/** Counts the references to a person before they are merged, by kind. */
export async function countReferences(
  tx: Transaction,
  plan: PersonPlan,
  { from, into }: Pick<PersonMerge, 'from' | 'into'>,
): Promise<ReferenceCount[]> {
  const places = plan.places.filter(({ treatment, isList }) => treatment !== 'exempt' && isList !== true);
  const facts = await tableFacts(tx, [...new Set(places.map(({ table }) => table))]);
  const counted: Counted[] = [];
  for (const place of places) {
    const { table, column, treatment } = place;
    const where = whereOf(tx, place);
    const type = factsOf(facts, table).types.get(column) ?? 'uuid';
    const may = treatment === 'moves' ? mayBecomeSql(table, column, factsOf(facts, table), '$2') : 'true';
    const [row] = (await tx.sql.query(
      `SELECT count(*) FILTER (WHERE ${may})::int AS moving, count(*) FILTER (WHERE NOT (${may}))::int AS clashing
       FROM ${table} t WHERE t.${column} = $1::${type} AND (${where}) AND $2::uuid IS NOT NULL`,
      [from, into],
    )) as [{ moving: number; clashing: number }];
    counted.push({ place, ...row });
  }
  return summed(counted);
}

/** What the journal of a merge says was moved, by kind. */
export async function movedReferences(
  tx: Transaction,
  plan: PersonPlan,
  mergeId: string,
): Promise<ReferenceCount[]> {
  const rows: { table: string; column: string; moving: number; clashing: number }[] = await tx.sql.query(
    `SELECT table_name AS "table", column_name AS "column", (count(*) FILTER (WHERE NOT stays))::int AS moving,
       (count(*) FILTER (WHERE stays))::int AS clashing FROM person_merge_journal WHERE merge_id = $1 GROUP BY 1, 2`,
    [mergeId],
  );
  const counted = rows.flatMap(({ table, column, ...counts }) => {
    const place = plan.places.find((one) => one.table === table && one.column === column);
    return place === undefined ? [] : [{ place, ...counts }];
  });
  return summed(counted);
}

function summed(counted: readonly Counted[]): ReferenceCount[] {
  const byKind = new Map<string, ReferenceCount>();
  for (const { place, moving, clashing } of counted) {
    const { kind, treatment } = place;
    const before = byKind.get(kind) ?? { kind, moving: 0, resolving: 0, clashing: 0 };
    byKind.set(kind, {
      kind,
      moving: before.moving + (treatment === 'moves' ? moving : 0),
      resolving: before.resolving + (treatment === 'resolves' ? moving : 0),
      clashing: before.clashing + clashing,
    });
  }
  return [...byKind.values()].filter(
    ({ kind, moving, resolving, clashing }) => kind !== 'none' && moving + resolving + clashing > 0,
  );
}

/** Which rows of a place are meant, in SQL, with the present moment for `:now`. */
function whereOf(tx: Transaction, { where = 'true' }: Pick<PersonPlace, 'where'>): string {
  return where.replaceAll(':now', `'${tx.now.toISOString()}'::timestamptz`);
}

/** @throws Error if a table of the list is not in the schema */
function factsOf(facts: ReadonlyMap<string, TableFacts>, table: string): TableFacts {
  const known = facts.get(table);
  if (known === undefined) throw new Error(`there is no table ${table} in which a person could be moved`);
  return known;
}

async function moveColumn(
  tx: Transaction,
  place: PersonPlace,
  facts: TableFacts,
  { mergeId, from, into }: PersonMerge,
): Promise<void> {
  const { table, column } = place;
  const where = whereOf(tx, place);
  const values = [from, into, mergeId];
  const journal =
    'INSERT INTO person_merge_journal (merge_id, table_name, column_name, row_key, before, after, stays)';
  await tx.sql.query(
    `WITH moved AS (
       UPDATE ${table} t SET ${column} = $2::uuid
       WHERE t.${column} = $1::uuid AND (${where}) AND ${mayBecomeSql(table, column, facts, '$2::uuid')}
       RETURNING ${keySql(facts, column)} AS key)
     ${journal} SELECT $3::uuid, '${table}', '${column}', key, to_jsonb($1::uuid), to_jsonb($2::uuid), false FROM moved`,
    values,
  );
  await tx.sql.query(
    `${journal} SELECT $3::uuid, '${table}', '${column}', ${keySql(facts, column)}, to_jsonb($1::uuid), to_jsonb($2::uuid), true
     FROM ${table} t WHERE t.${column} = $1::uuid AND (${where}) ON CONFLICT DO NOTHING`,
    values,
  );
}

async function moveInList(
  tx: Transaction,
  { table, column }: PersonPlace,
  facts: TableFacts,
  { mergeId, from, into }: PersonMerge,
): Promise<void> {
  await tx.sql.query(
    `WITH moved AS (
       UPDATE ${table} t SET ${column} = CASE WHEN $2::uuid = ANY(t.${column})
         THEN array_remove(t.${column}, $1::uuid) ELSE array_replace(t.${column}, $1::uuid, $2::uuid) END
       WHERE t.${column} @> ARRAY[$1::uuid] RETURNING ${keySql(facts, column)} AS key)
     INSERT INTO person_merge_journal (merge_id, table_name, column_name, row_key, before, after, stays)
     SELECT $3::uuid, '${table}', '${column}', key, to_jsonb($1::uuid), to_jsonb($2::uuid), false FROM moved`,
    [from, into, mergeId],
  );
}

interface NotedGroup {
  readonly table: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

interface UndoneGroup extends NotedGroup {
  readonly where: string;
}

/** Changes of several columns, or of one that is no person, are noted as objects. */
function undoOf({ before }: NotedGroup): typeof undoColumn {
  return before.startsWith('{') ? undoChange : undoColumn;
}

async function undoChange(
  tx: Transaction,
  mergeId: string,
  { table, column, before, after }: UndoneGroup,
  facts: TableFacts,
): Promise<void> {
  const columns = column.split(',');
  const valueOf = (parameter: string, name: string): string =>
    `(${parameter}::jsonb ->> '${name}')::${facts.types.get(name) ?? 'text'}`;
  // A value that must be unique may be another row's by now: then this one does not get it back.
  const may = columns.map((name) => mayBecomeSql(table, name, facts, valueOf('$2', name))).join(' AND ');
  await tx.sql.query(
    `UPDATE ${table} t SET ${columns.map((name) => `${name} = ${valueOf('$2', name)}`).join(', ')}
     FROM person_merge_journal j
     WHERE j.merge_id = $1 AND j.table_name = '${table}' AND j.column_name = '${column}' AND NOT j.stays
       AND j.before = $2::jsonb AND j.after = $3::jsonb AND ${sameKeySql(facts, '')}
       AND ${columns.map((name) => `t.${name} IS NOT DISTINCT FROM ${valueOf('$3', name)}`).join(' AND ')} AND ${may}`,
    [mergeId, before, after],
  );
}

async function undoColumn(
  tx: Transaction,
  mergeId: string,
  { table, column, before, after, where }: UndoneGroup,
  facts: TableFacts,
): Promise<void> {
  const type = facts.types.get(column) ?? 'uuid';
  const was = `($2::jsonb #>> '{}')::${type}`;
  // The survivor may have been merged since: then the row names the present id.
  const present = `present_person(($3::jsonb #>> '{}')::uuid)`;
  const may = mayBecomeSql(table, column, facts, was);
  await tx.sql.query(
    `UPDATE ${table} t SET ${column} = ${was} FROM person_merge_journal j
     WHERE j.merge_id = $1 AND j.table_name = '${table}' AND j.column_name = '${column}' AND NOT j.stays
       AND j.before = $2::jsonb AND j.after = $3::jsonb AND ${sameKeySql(facts, column)}
       AND t.${column} IS NOT DISTINCT FROM ${present} AND ${may} AND (${where})`,
    [mergeId, before, after],
  );
}

async function undoInList(
  tx: Transaction,
  mergeId: string,
  { table, column, before, after }: UndoneGroup,
  facts: TableFacts,
): Promise<void> {
  await tx.sql.query(
    `UPDATE ${table} t SET ${column} = array_replace(t.${column}, ($3::jsonb #>> '{}')::uuid, ($2::jsonb #>> '{}')::uuid)
     FROM person_merge_journal j
     WHERE j.merge_id = $1 AND j.table_name = '${table}' AND j.column_name = '${column}' AND NOT j.stays
       AND ${sameKeySql(facts, column)}`,
    [mergeId, before, after],
  );
}
