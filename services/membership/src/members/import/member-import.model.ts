import { dayMs, DomainError } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { MemberImportReportRow, MemberImportRow } from './member-import.entity.js';

/** What became of a row, whatever it came in. */
export type RowReport = Omit<MemberImportReportRow, 'importId'>;

export const rowsMax = 100_000;
export const chunkRows = 500;
/** How long a worker may be silent before another takes over. */
export const leaseMs = 30_000;
export const attemptsMax = 5;
/** Days for which the file is kept after an import, to be loaded or looked at again. */
const keptDays = 7;

export function keptUntil(finishedAt: Date): Date {
  return new Date(finishedAt.getTime() + keptDays * dayMs);
}

/** The import after the rows of one chunk. */
export function advanced(row: MemberImportRow, report: readonly RowReport[]): MemberImportRow {
  const count = (state: RowReport['state']): number => report.filter((one) => one.state === state).length;
  return {
    ...row,
    version: row.version + 1,
    position: row.position + report.length,
    created: row.created + count('created'),
    updated: row.updated + count('updated'),
    unchanged: row.unchanged + count('unchanged'),
    rejected: row.rejected + count('rejected'),
    ambiguous: row.ambiguous + count('ambiguous'),
    warned: row.warned + report.filter(({ warnings }) => warnings.length > 0).length,
  };
}

/**
 * Turns a complete dry run into a load from the first row: what was checked may have changed meanwhile.
 * @throws DomainError `IMPORT_NOT_CHECKED`
 */
export function committed(row: MemberImportRow): MemberImportRow {
  if (row.state !== 'checked') throw new DomainError('IMPORT_NOT_CHECKED');
  return {
    ...row,
    version: row.version + 1,
    dryRun: false,
    state: 'waiting',
    position: 0,
    finishedAt: null,
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    ambiguous: 0,
    warned: 0,
    attempts: 0,
  };
}

/** @throws DomainError `IMPORT_NOT_DONE` */
export function undone(row: MemberImportRow): MemberImportRow {
  if (row.state !== 'done') throw new DomainError('IMPORT_NOT_DONE');
  return { ...row, version: row.version + 1, state: 'undone' };
}

export function finished(row: MemberImportRow, now: Date): MemberImportRow {
  const state = row.dryRun ? 'checked' : 'done';
  return { ...row, version: row.version + 1, state, worker: null, leasedUntil: null, finishedAt: now };
}

export function failed(row: MemberImportRow, failure: string, now: Date): MemberImportRow {
  return { ...finished(row, now), state: 'failed', failure };
}

/** That a checked roster with something to load waits for whoever has uploaded it, as long as its file is kept. */
export function awaitsOfRoster(row: MemberImportRow, now: Date): Await[] {
  const { id, state, finishedAt, requestedBy, created, updated, ambiguous } = row;
  if (state !== 'checked' || finishedAt === null || created + updated + ambiguous === 0) return [];
  const dueAt = keptUntil(finishedAt);
  if (now >= dueAt) return [];
  const values = {
    at: dueAt.toISOString(),
    created: String(created),
    updated: String(updated),
    ambiguous: ambiguous === 0 ? null : String(ambiguous),
  };
  const whom = { personIds: [requestedBy], why: 'uploadedRoster' } as const;
  return [{ ...whom, kind: 'rosterChecked', about: { importId: id }, values, slot: id, dueAt }];
}
