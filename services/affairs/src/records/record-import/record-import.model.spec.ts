import { describe, expect, it } from '@jest/globals';
import { type RecordContent, recordKinds } from '@gongxiang/contracts/affairs/records/record.contract';
import {
  type RecordImportLine,
  recordImportRefusals,
} from '@gongxiang/contracts/affairs/records/record-import.contract';
import { recordProblems, recordsMax } from '../record/record.model.js';
import { recordOf } from '../records.fixture.js';
import { decidedLines, type ImportedPerson, recordNameOf } from './record-import.model.js';

const somebody: ImportedPerson = { isInReach: true, isCaller: false, count: 0, names: new Set() };
const lineOf = (line: number, changes: Partial<RecordContent> = {}, personId = 'one'): RecordImportLine => ({
  line,
  personId,
  ...recordOf(changes),
});
const decided = (lines: readonly RecordImportLine[], person: Partial<ImportedPerson> = {}) =>
  decidedLines(lines, () => ({ ...somebody, ...person })).map(({ line, outcome, problems }) => [
    line,
    outcome,
    ...problems.map(({ code, pointer }) => (pointer === null ? code : `${code} ${pointer}`)),
  ]);

describe('lines of a file', () => {
  it('are entered, or stand as they are if the same is on record', () => {
    const names = new Set([recordNameOf(recordOf())]);
    expect(decided([lineOf(2), lineOf(3, { title: '建造师' })], { names })).toEqual([
      [2, 'existing'],
      [3, 'entered'],
    ]);
  });

  it.each<[string, Partial<RecordContent>, boolean]>([
    ['a blank more', { title: ' 律师执业证 ' }, true],
    ['another end', { validUntil: '2030-01-01' }, true],
    ['another title', { title: '律师证' }, false],
    ['another number', { number: '14201202410002' }, false],
    ['another issuer', { issuer: '市司法局' }, false],
    ['another day', { issuedOn: '2024-01-01' }, false],
    ['another year', { details: { year: 2024 } }, false],
  ])('with %s are the same record or another', (_, changes, isSame) => {
    expect(recordNameOf(recordOf(changes)) === recordNameOf(recordOf())).toBe(isSame);
  });

  it.each<[string, RecordImportLine, Partial<ImportedPerson>, string[]]>([
    [
      'somebody who is not theirs, of whom nothing else is said',
      lineOf(2, { issuer: null }),
      { isInReach: false, names: new Set([recordNameOf(recordOf())]) },
      ['RECORD_IMPORT_NOT_MEMBER'],
    ],
    ['what is missing', lineOf(2, { issuer: null }), {}, ['RECORD_DETAIL_MISSING /issuer']],
    [
      'what its kind does not have',
      lineOf(2, { details: { year: 2024 } }),
      {},
      ['RECORD_DETAIL_STRANGE /details/year'],
    ],
    [
      'a period that ends before it begins',
      lineOf(2, { issuedOn: '2024-02-01', validUntil: '2024-01-01' }),
      {},
      ['RECORD_PERIOD_REVERSED /validUntil'],
    ],
    [
      'an assessment of the caller',
      lineOf(2, { kind: 'assessment', number: null, details: { year: 2025, result: '称职' } }),
      { isCaller: true },
      ['RECORD_KIND_BY_OFFICERS /kind'],
    ],
    ['too many records', lineOf(2), { count: recordsMax }, ['RECORDS_TOO_MANY']],
  ])('are refused for %s', (_, line, person, problems) => {
    expect(decided([line], person)).toEqual([[2, 'refused', ...problems]]);
  });

  it('count with those above them: twice the same, and the last room', () => {
    const lines = [lineOf(2), lineOf(3), lineOf(4, { title: '建造师' }), lineOf(5, { title: '教师' })];
    expect(decided(lines, { count: recordsMax - 2 })).toEqual([
      [2, 'entered'],
      [3, 'refused', 'RECORD_IMPORT_TWICE'],
      [4, 'entered'],
      [5, 'refused', 'RECORDS_TOO_MANY'],
    ]);
  });

  it('are each about their own person', () => {
    expect(decided([lineOf(2, {}, 'one'), lineOf(3, {}, 'two')])).toEqual([
      [2, 'entered'],
      [3, 'entered'],
    ]);
  });

  it('of every kind are refused for what the contract says', () => {
    const everything = {
      honourLevel: 'city',
      year: 2024,
      skillLevel: '高级工',
      post: 'volunteer',
      from: '2024-02-01',
      to: '2024-01-01',
      hours: 1,
      result: '合格',
      payer: 'union',
    } as const;
    for (const kind of recordKinds)
      for (const details of [{}, everything])
        for (const { code } of recordProblems(
          recordOf({ kind, issuer: null, validUntil: '2024-01-01', issuedOn: '2024-02-01', details }),
        ))
          expect(recordImportRefusals).toContain(code);
  });
});
