import { checkResidentNumber, normaliseIdentifier, syntheticResidentNumber } from '@gongxiang/domain';
import {
  isProblem,
  readRosterEntry,
  type RosterEntry,
  type RosterProblem,
  type RosterText,
  type RosterWarning,
} from '../member/roster-entry.model.js';
import type { CellMark, RosterFileRow } from './roster-reading.js';
import type { UnionDirectory } from './union-directory.js';
import { dayOf } from './day-number.model.js';

export interface ReadRow {
  readonly rowNumber: number;
  readonly entry: RosterEntry;
  readonly unionId: string;
  readonly namesUnion: boolean;
}

export interface RefusedRow extends RosterProblem {
  readonly rowNumber: number;
  /** What would be right, where it can be told: a check character, or a day `YYYY-MM-DD`. */
  readonly hint: string | null;
  /** Further problems of the row, so that it need not be corrected one by one. */
  readonly more: readonly RosterProblem[];
  /** A number of 18 characters, though its check may fail: its person may be in the file. */
  readonly residentNumber: string | null;
}

/** Parses a row of a file; a named union must be in the subtree of the import. */
export function readRow(
  row: RosterFileRow,
  context: { readonly unionId: string; readonly directory: UnionDirectory; readonly now: Date },
): ReadRow | RefusedRow {
  const { rowNumber, cells } = row;
  const read = readRosterEntry(cells, context.now);
  const [first, ...more] = problemsOf(row, read, context.now);
  const number = normaliseIdentifier(cells.residentNumber);
  const residentNumber = readablePattern.test(number) ? number : null;
  const refused = (problem: RosterProblem): RefusedRow => ({
    rowNumber,
    ...problem,
    hint: hintOf(problem, cells, context.now),
    more,
    residentNumber,
  });
  if (first !== undefined) return refused(first);
  if (isProblem(read)) return refused(read);
  const entry = { ...read, warnings: [...read.warnings, ...warningsOfCells(row)] };
  const word = cells.union || cells.enterprise;
  if (word === '') return { rowNumber, entry, unionId: context.unionId, namesUnion: false };
  const union = context.directory.find(word);
  if (union === 'ambiguous') return refused({ code: 'UNION_AMBIGUOUS', field: 'union' });
  // An enterprise may be merely the employer: only a named union must be found.
  if (union === 'unknown' && cells.union === '') {
    return { rowNumber, entry, unionId: context.unionId, namesUnion: false };
  }
  if (union === 'unknown') return refused({ code: 'UNION_UNKNOWN', field: 'union' });
  return { rowNumber, entry, unionId: union.id, namesUnion: true };
}

const readablePattern = /^\d{17}[\dX]$/;

/** What a cell holds instead of a value. A number of 18 digits is not guessed from 15 (E114). */
const codesOfMarks: Readonly<Partial<Record<CellMark, string>>> = {
  number: 'RESIDENT_NUMBER_IS_NUMERIC',
  error: 'CELL_ERROR',
  formulaEmpty: 'FORMULA_WITHOUT_VALUE',
  merged: 'CELL_MERGED',
};
const fields = ['name', 'residentNumber', 'phone', 'validFrom', 'employmentKind', 'sex', 'union'] as const;
/** Stand for a wrong value while the rest of the row is read. */
const plausible: Pick<RosterText, 'name' | 'residentNumber'> = {
  name: '某',
  residentNumber: syntheticResidentNumber({ area: '110101', birthDate: '1930-01-01', sequence: 1 }),
};

/** All problems of a row, one for each field: those of its cells first. */
function problemsOf(
  { cells, marks }: RosterFileRow,
  read: RosterEntry | RosterProblem,
  now: Date,
): RosterProblem[] {
  const problems: RosterProblem[] = fields.flatMap((field) => {
    const code = codesOfMarks[marks[field] ?? 'formula'];
    return code === undefined ? [] : [{ code, field }];
  });
  if (problems.length === 0 && !isProblem(read)) return [];
  let text: RosterText = cells;
  for (const { field } of problems) text = without(text, field);
  for (let turn = 0; turn <= fields.length; turn += 1) {
    const next = readRosterEntry(text, now);
    if (!isProblem(next)) break;
    problems.push(next);
    text = without(text, next.field);
  }
  return problems;
}

function without(text: RosterText, field: RosterProblem['field']): RosterText {
  if (field === 'name' || field === 'residentNumber') return { ...text, [field]: plausible[field] };
  return field === null ? text : { ...text, [field]: '' };
}

function warningsOfCells({ marks, isHidden, keepsNumber }: RosterFileRow): RosterWarning[] {
  const formulas = fields.filter((field) => marks[field] === 'formula');
  return [
    ...formulas.map((field): RosterWarning => ({ code: 'FORMULA_VALUE', field })),
    ...(keepsNumber ? [{ code: 'NUMBER_KEPT', field: 'residentNumber' } as const] : []),
    ...(isHidden ? [{ code: 'ROW_HIDDEN', field: 'name' } as const] : []),
  ];
}

/** Day numbers of 1954 to 2064: other numbers are more likely something else. */
const serialPattern = /^[2-5]\d{4}$/;

function hintOf({ code }: RosterProblem, cells: RosterText, now: Date): string | null {
  if (code === 'RESIDENT_NUMBER_CHECK_CHARACTER')
    return checkResidentNumber(cells.residentNumber, now).checkCharacter;
  if (code === 'DATE_FORMAT' && serialPattern.test(cells.validFrom)) return dayOf(Number(cells.validFrom));
  return null;
}
