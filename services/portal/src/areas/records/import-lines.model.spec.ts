import { describe, expect, it } from '@jest/globals';
import {
  countsOf,
  type ImportLine,
  personOf,
  reported,
  requestsOf,
  withPeople,
} from './import-lines.model.js';
import type { FileRow } from './import-rows.model.js';

const li = { personId: 'p1', name: '李四', state: 'active' };
const other = { personId: 'p2', name: '李四', state: 'active' };
const content = { kind: 'skill', title: '电工', details: {} } as const;
const row = (line: number, changes: Partial<FileRow> = {}): FileRow => ({
  line,
  cells: [],
  name: '李四',
  identity: '',
  content,
  problems: [],
  ...changes,
});

describe('the person of a row', () => {
  it.each([
    ['is the only one of the name', '李四', '', [li], { personId: 'p1' }],
    ['is one, also with two memberships', '李四', '', [li, li], { personId: 'p1' }],
    ['is not one of several', '李四', '', [li, other], 'PERSON_SEVERAL'],
    ['is nobody', '李四', '', [], 'PERSON_UNKNOWN'],
    ['is nobody who has left', '李四', '', [{ ...li, state: 'ended' }], 'PERSON_UNKNOWN'],
    ['has the number', '', '13800000000', [li], { personId: 'p1' }],
    ['has the number and the name', '李 四', '13800000000', [li], { personId: 'p1' }],
    ['is not who has the number, but another name', '张三', '13800000000', [li], 'PERSON_DIFFERS'],
  ] as const)('%s', (_, name, identity, found, person) => {
    expect(personOf({ name, identity }, found)).toEqual(person);
  });
});

describe('what is sent', () => {
  const line = (number: number, personId: string): ImportLine => ({ ...content, line: number, personId });

  it('keeps the lines of one person together, within the bound', () => {
    const lines = [line(2, 'a'), line(3, 'b'), line(4, 'a'), line(5, 'c')];
    expect(requestsOf(lines, 3).map((some) => some.map((one) => one.line))).toEqual([[2, 4, 3], [5]]);
    expect(requestsOf([line(2, 'a'), line(3, 'a'), line(4, 'a')], 2).map(({ length }) => length)).toEqual([
      2, 1,
    ]);
    expect(requestsOf([], 2)).toEqual([]);
  });

  it('is of the rows that are right alone, and each has its answer', () => {
    const wrong = row(3, { problems: [{ code: 'DATE_WRONG', column: 'issuedOn' }] });
    const rows = withPeople([row(2), wrong, row(4)], () => [li]);
    expect(rows.flatMap(({ sent }) => sent?.line ?? [])).toEqual([2, 4]);
    const refused = { code: 'RECORD_DETAIL_MISSING', pointer: '/details/year' } as const;
    const reports = [
      { line: 2, outcome: 'entered' as const, problems: [] },
      { line: 4, outcome: 'refused' as const, problems: [refused] },
    ];
    const before = reported(rows, reports, false);
    expect(countsOf(before)).toEqual({ ready: 1, entered: 0, existing: 0, refused: 2 });
    expect(before[2]?.reasons).toEqual([{ code: 'RECORD_DETAIL_MISSING', column: 'year' }]);
    expect(countsOf(reported(before, reports, true))).toMatchObject({ ready: 0, entered: 1 });
  });
});
