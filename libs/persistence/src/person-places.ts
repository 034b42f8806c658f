/**
 * What a merge of two persons does with a column that names a person:
 * - `moves`: its rows are rewritten to the survivor, and journalled
 * - `resolves`: its rows never change; whoever reads them looks for all ids of the person
 * - `exempt`: nothing needs to happen, for a stated reason
 */
export type PersonTreatment = 'moves' | 'resolves' | 'exempt';

/** A column of a service's tables that contains ids of persons. */
export interface PersonPlace {
  readonly table: string;
  readonly column: string;
  readonly treatment: PersonTreatment;
  /** What an officer reads when references are counted, e.g. `registrations`; see the contract of merges. */
  readonly kind: string;
  /**
   * SQL over the table's own columns: which of its rows; the others do not name a person, or never move. `:now` is the
   * present moment.
   */
  readonly where?: string;
  /** Why it is not moved. */
  readonly why?: string;
  /** The column is an array of ids. */
  readonly isList?: boolean;
}

interface Narrowing {
  readonly where?: string;
  readonly isList?: boolean;
}

/** Columns whose rows move, as `table.column`; several share a kind. */
export function moves(kind: string, names: readonly string[], narrowing: Narrowing = {}): PersonPlace[] {
  return names.map((name) => ({ ...split(name), treatment: 'moves', kind, ...narrowing }));
}

/** Columns that are looked up by all ids of a person. */
export function resolves(
  kind: string,
  names: readonly string[],
  why: string,
  narrowing: Narrowing = {},
): PersonPlace[] {
  return names.map((name) => ({ ...split(name), treatment: 'resolves', kind, why, ...narrowing }));
}

/** Columns that a merge leaves alone. */
export function exempt(names: readonly string[], why: string): PersonPlace[] {
  return names.map((name) => ({ ...split(name), treatment: 'exempt', kind: 'none', why }));
}

function split(name: string): { table: string; column: string } {
  const [table = '', column = ''] = name.split('.');
  return { table, column };
}

const foundationWhy =
  'of the platform itself: kept for a day to a month, and what is handled later is resolved';

/** Columns of the tables that every service has. */
export const foundationPlaces: readonly PersonPlace[] = [
  ...resolves(
    'trail',
    ['audit_record.actor_id', 'audit_record.subject_id'],
    'the audit trail is append-only',
  ),
  ...resolves('none', ['person_look.person_id'], 'who has looked at the record of then'),
  ...resolves('acts', ['person_look.viewer_id'], 'who has looked, under the id of then'),
  ...exempt(['audit_record.before', 'audit_record.after'], 'the audit trail is append-only'),
  ...exempt(
    [
      'idempotency.actor_id',
      'idempotency.decisions',
      'outbox.envelope',
      'dead_letter.envelope',
      'due.key',
      'due.payload',
    ],
    foundationWhy,
  ),
  ...exempt(
    ['awaited.awaits'],
    'what was told last of what waits: notification merges what it was told, and the next change is told under the id of now',
  ),
  ...exempt(
    [
      'person_alias.from_id',
      'person_alias.into_id',
      'person_merge_journal.before',
      'person_merge_journal.after',
      'person_merge_journal.row_key',
    ],
    'the record of merges itself',
  ),
];
