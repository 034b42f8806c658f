import {
  isProblem,
  readRosterEntry,
  type RosterEntry,
  type RosterProblem,
} from '../member/roster-entry.model.js';
import type { RosterFileRow } from './roster-reading.js';
import type { UnionDirectory } from './union-directory.js';

export interface ReadRow {
  readonly rowNumber: number;
  readonly entry: RosterEntry;
  readonly unionId: string;
  readonly namesUnion: boolean;
}

export interface RefusedRow extends RosterProblem {
  readonly rowNumber: number;
}

/** Parses a row of a file; a named union must be in the subtree of the import. */
export function readRow(
  row: RosterFileRow,
  context: { readonly unionId: string; readonly directory: UnionDirectory; readonly now: Date },
): ReadRow | RefusedRow {
  const { rowNumber, cells } = row;
  const entry = readRosterEntry(cells, context.now);
  if (isProblem(entry)) return { rowNumber, ...entry };
  const word = cells.union || cells.enterprise;
  if (word === '') return { rowNumber, entry, unionId: context.unionId, namesUnion: false };
  const union = context.directory.find(word);
  if (union === 'ambiguous') return { rowNumber, code: 'UNION_AMBIGUOUS', field: 'union' };
  // An enterprise may be merely the employer: only a named union must be found.
  if (union === 'unknown' && cells.union === '') {
    return { rowNumber, entry, unionId: context.unionId, namesUnion: false };
  }
  if (union === 'unknown') return { rowNumber, code: 'UNION_UNKNOWN', field: 'union' };
  return { rowNumber, entry, unionId: union.id, namesUnion: true };
}
