import type { RecordContent } from '@gongxiang/contracts/affairs/records/record.contract';
import type {
  RecordImportLine,
  RecordImportLineView,
  RecordImportProblem,
  RecordImportRefusal,
} from '@gongxiang/contracts/affairs/records/record-import.contract';
import { mayEnter, recordProblems, recordsMax } from '../record/record.model.js';

/** What is known about the person of a line. */
export interface ImportedPerson {
  /** A member of a union whose officer the caller is, or of one below it. */
  readonly isInReach: boolean;
  readonly isCaller: boolean;
  /** So many records they have. */
  readonly count: number;
  /** The names of what is on record about them, see {@link recordNameOf}. */
  readonly names: ReadonlySet<string>;
}

type Named = Pick<RecordContent, 'kind' | 'title' | 'issuer' | 'issuedOn' | 'number' | 'details'>;

/**
 * What makes a record of a person that one and no other. How long it is valid, hours and results are no part of it: a
 * file that says them anew is about the same record, which is changed on its own page.
 */
export function recordNameOf({ kind, title, issuer, issuedOn, number, details }: Named): string {
  const { year, from } = details;
  const parts = [
    title.trim(),
    issuer?.trim() ?? '',
    issuedOn ?? '',
    number?.trim() ?? '',
    year ?? '',
    from ?? '',
  ];
  return JSON.stringify([kind, ...parts]);
}

/**
 * What becomes of each line, in their order: a line counts with those above it.
 * @param personOf what is known about the person of a line
 */
export function decidedLines(
  lines: readonly RecordImportLine[],
  personOf: (personId: string) => ImportedPerson,
): RecordImportLineView[] {
  const seen = new Set<string>();
  const added = new Map<string, number>();
  return lines.map((line) => {
    const person = personOf(line.personId);
    const name = recordNameOf(line);
    const place = `${line.personId} ${name}`;
    const addedCount = added.get(line.personId) ?? 0;
    const isExisting = person.names.has(name);
    const problems = problemsOf(line, person, {
      isTwice: seen.has(place),
      // What is on record already takes no room.
      isFull: !isExisting && person.count + addedCount >= recordsMax,
    });
    seen.add(place);
    if (problems.length > 0) return { line: line.line, outcome: 'refused', problems };
    if (isExisting) return { line: line.line, outcome: 'existing', problems: [] };
    added.set(line.personId, addedCount + 1);
    return { line: line.line, outcome: 'entered', problems: [] };
  });
}

function problemsOf(
  line: RecordImportLine,
  { isInReach, isCaller }: ImportedPerson,
  { isTwice, isFull }: { readonly isTwice: boolean; readonly isFull: boolean },
): RecordImportProblem[] {
  // About whoever is not theirs the caller learns nothing else.
  if (!isInReach) return [problem('RECORD_IMPORT_NOT_MEMBER')];
  return [
    ...(mayEnter(line.kind, isCaller) ? [] : [problem('RECORD_KIND_BY_OFFICERS', '/kind')]),
    // Its codes are among the refusals: a test goes through all kinds.
    ...recordProblems(line).map(({ code, pointer }) => problem(code as RecordImportRefusal, pointer)),
    ...(isTwice ? [problem('RECORD_IMPORT_TWICE')] : []),
    ...(isFull ? [problem('RECORDS_TOO_MANY')] : []),
  ];
}

function problem(code: RecordImportRefusal, pointer: string | null = null): RecordImportProblem {
  return { code, pointer };
}
