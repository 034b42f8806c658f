import type { components } from '../../api/schema.js';
import { type FileRow, type ImportColumn, importColumns, type RowProblemCode } from './import-rows.model.js';

type Schemas = components['schemas'];
export type ImportLine = Schemas['RecordImportLine'];
export type LineReport = Schemas['RecordImportLineView'];
type Refusal = LineReport['problems'][number]['code'];

export const rowStates = ['ready', 'entered', 'existing', 'refused'] as const;
export type RowState = (typeof rowStates)[number];

type PersonProblem = 'PERSON_UNKNOWN' | 'PERSON_SEVERAL' | 'PERSON_DIFFERS';

interface Problem {
  readonly code: RowProblemCode | PersonProblem | Refusal;
  readonly column: ImportColumn | null;
}

/** A row, and what becomes of it. */
export interface CheckedRow extends FileRow {
  readonly state: RowState;
  readonly reasons: readonly Problem[];
  /** What is sent; null where it is not even asked about. */
  readonly sent: ImportLine | null;
}

interface Found {
  readonly personId: string;
  readonly name: string;
  readonly state: string;
}

/** By what the person of a row is looked for: a number, else the name. */
export function personKey({ identity, name }: Pick<FileRow, 'identity' | 'name'>): string {
  return identity === '' ? name : identity;
}

/** The one whom a row means. @param found whoever has its number, or its name */
export function personOf(
  { identity, name }: Pick<FileRow, 'identity' | 'name'>,
  found: readonly Found[],
): { readonly personId: string } | PersonProblem {
  // Somebody may have several memberships, of which one is over.
  const people = new Map(
    found.filter(({ state }) => state === 'active').map((member) => [member.personId, member]),
  );
  const [only] = people.values();
  if (only === undefined) return 'PERSON_UNKNOWN';
  if (people.size > 1) return 'PERSON_SEVERAL';
  const isNamed = name === '' || identity === '' || bare(name) === bare(only.name);
  return isNamed ? { personId: only.personId } : 'PERSON_DIFFERS';
}

function bare(name: string): string {
  return name.normalize('NFKC').replace(/[\s·•・]/g, '');
}

/** Rows with their people, before the platform says what becomes of them. */
export function withPeople(
  rows: readonly FileRow[],
  foundOf: (key: string) => readonly Found[],
): CheckedRow[] {
  return rows.map((row): CheckedRow => {
    if (row.problems.length > 0) return { ...row, state: 'refused', reasons: row.problems, sent: null };
    const person = personOf(row, foundOf(personKey(row)));
    if (typeof person === 'string')
      return { ...row, state: 'refused', reasons: [{ code: person, column: null }], sent: null };
    return {
      ...row,
      state: 'ready',
      reasons: [],
      sent: { ...row.content, line: row.line, personId: person.personId },
    };
  });
}

/**
 * Lines in requests of a size that the platform takes. Those of one person stay together and in their order, as each
 * counts with those above it.
 */
export function requestsOf(lines: readonly ImportLine[], max: number): ImportLine[][] {
  const people = new Map<string, ImportLine[]>();
  for (const line of lines) people.set(line.personId, [...(people.get(line.personId) ?? []), line]);
  const requests: ImportLine[][] = [];
  for (const own of people.values()) {
    const last = requests.at(-1);
    if (last !== undefined && last.length + own.length <= max) last.push(...own);
    else for (let from = 0; from < own.length; from += max) requests.push(own.slice(from, from + max));
  }
  return requests;
}

/**
 * Rows with what the platform says of them.
 * @param isDone whether the lines were entered, or would be
 */
export function reported(
  rows: readonly CheckedRow[],
  reports: readonly LineReport[],
  isDone: boolean,
): CheckedRow[] {
  const byLine = new Map(reports.map((report) => [report.line, report]));
  return rows.map((row): CheckedRow => {
    const report = byLine.get(row.line);
    if (report === undefined) return row;
    const { outcome, problems } = report;
    return {
      ...row,
      state: outcome === 'entered' && !isDone ? 'ready' : outcome,
      reasons: problems.map(({ code, pointer }) => ({ code, column: columnOf(pointer) })),
    };
  });
}

/** The column that a field of a record stands in. */
function columnOf(pointer: string | null): ImportColumn | null {
  const field = pointer?.split('/').at(-1);
  return importColumns.find((column) => column === field) ?? null;
}

export function countsOf(rows: readonly CheckedRow[]): Readonly<Record<RowState, number>> {
  const counts = { ready: 0, entered: 0, existing: 0, refused: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
