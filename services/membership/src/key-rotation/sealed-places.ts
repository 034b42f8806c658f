import type { PersonalField } from '../crypto/personal-data.js';

/** A table that holds sealed values, and to whom they belong. */
export interface SealedPlace {
  readonly table: string;
  /** Tables beside it, in SQL; the place itself is `t`. */
  readonly beside: string;
  /** Whose the values are, in SQL. */
  readonly personId: string;
  readonly columns: Readonly<Record<string, PersonalField>>;
  /** Its primary key, column by column with the type. */
  readonly key: Readonly<Record<string, 'uuid' | 'integer'>>;
  /** It is gone through in the order of the ids of this table, which the first column of its key names. */
  readonly orderedBy: string;
}

/** Every table with sealed values but `idempotency`, in which they stand within an answer. */
export const sealedPlaces: readonly SealedPlace[] = [
  {
    table: 'person',
    beside: '',
    personId: 't.id',
    key: { id: 'uuid' },
    orderedBy: 'person',
    columns: { name: 'name', resident_number: 'residentNumber', phone: 'phone' },
  },
  {
    table: 'intake_entry',
    beside: '',
    personId: 't.person_id',
    key: { id: 'uuid' },
    orderedBy: 'intake_entry',
    columns: { text: 'intake', close_reason: 'intake' },
  },
  {
    table: 'intake_answer',
    beside: 'JOIN intake_entry e ON e.id = t.entry_id',
    personId: 'e.person_id',
    key: { entry_id: 'uuid', number: 'integer' },
    orderedBy: 'intake_entry',
    columns: { text: 'intake' },
  },
  {
    table: 'intake_follow_up',
    beside: 'JOIN intake_entry e ON e.id = t.entry_id',
    personId: 'e.person_id',
    key: { entry_id: 'uuid', number: 'integer' },
    orderedBy: 'intake_entry',
    columns: { text: 'intake' },
  },
  {
    table: 'club_member',
    beside: '',
    personId: 't.person_id',
    key: { id: 'uuid' },
    orderedBy: 'club_member',
    columns: { end_reason: 'clubMember' },
  },
  {
    table: 'pending_change',
    beside: '',
    personId: 't.proposed_by',
    key: { id: 'uuid' },
    orderedBy: 'pending_change',
    columns: { reason: 'pendingChange' },
  },
];

/** What a sealed text begins with; a value that was never sealed is left alone. */
const sealedStart = '[a-z][a-z0-9-]*[.][0-9a-f]{8}[.]';

/** The end of the next part of a place after $1: so many ids further on, or none. */
export function windowSql({ orderedBy }: SealedPlace, rowsMax: number): string {
  return `SELECT max(id::text)::uuid AS "end" FROM (SELECT id FROM ${orderedBy} WHERE id > $1 ORDER BY id LIMIT ${rowsMax}) AS part`;
}

/** The rows after $1 up to $2 with a value under another mark than $3, locked until the commit. */
export function rowsSql({ table, beside, personId, columns, key }: SealedPlace): string {
  const names = Object.keys(columns);
  const keys = Object.keys(key).map((name) => `t.${name}`);
  const isOther = names.map((name) => `(t.${name} ~ '^${sealedStart}' AND NOT starts_with(t.${name}, $3))`);
  return `SELECT ${personId} AS "personId", ARRAY[${keys.map((one) => `${one}::text`).join(', ')}] AS key,
      ARRAY[${names.map((name) => `t.${name}`).join(', ')}] AS sealed
    FROM ${table} t ${beside}
    WHERE ${keys[0]} > $1 AND ${keys[0]} <= $2 AND (${isOther.join(' OR ')})
    ORDER BY ${keys.join(', ')} FOR UPDATE OF t`;
}

/** Writes the values of many rows: an array for each column, then one for each column of the key. */
export function updateSql({ table, columns, key }: SealedPlace): string {
  const names = Object.keys(columns);
  const keys = Object.keys(key);
  const types = [...names.map(() => 'text'), ...Object.values(key)];
  return `UPDATE ${table} t SET ${names.map((name) => `${name} = n.${name}`).join(', ')}
    FROM unnest(${types.map((type, index) => `$${index + 1}::${type}[]`).join(', ')}) AS n(${[...names, ...keys].join(', ')})
    WHERE ${keys.map((name) => `t.${name} = n.${name}`).join(' AND ')}`;
}

/** At most $5 answers about what people wrote that are kept for a replay, after a key, sealed under another mark than $4. */
export const answersSql = `
  SELECT ARRAY[actor_id, route, key] AS key, body::text AS body FROM idempotency
  WHERE route LIKE 'membership.intake.%' AND outcome = 'done' AND (actor_id, route, key) > ($1, $2, $3)
    AND NOT starts_with(body->>'text', $4)
  ORDER BY actor_id, route, key LIMIT $5 FOR UPDATE`;

export const updateAnswerSql = `UPDATE idempotency SET body = $1 WHERE actor_id = $2 AND route = $3 AND key = $4`;
