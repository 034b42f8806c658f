import { describe, expect, it } from '@jest/globals';
import { type RecordContent, recordStates } from '@gongxiang/contracts/affairs/records/record.contract';
import {
  awaitsOfRecord,
  expiringAt,
  isOver,
  overFrom,
  recordActsOf,
  mayBeFound,
  recordProblems,
  requireMayEnter,
  requirePossible,
} from './record.model.js';

const contents = {
  honour: {
    kind: 'honour',
    title: '省劳动模范',
    issuer: '省人民政府',
    details: { honourLevel: 'province', year: 2024 },
  },
  skill: { kind: 'skill', title: '电工', details: { skillLevel: '高级工' } },
  certificate: {
    kind: 'certificate',
    title: '律师执业证',
    issuer: '省司法厅',
    number: 'A1',
    issuedOn: '2024-01-01',
    validUntil: '2027-01-01',
    details: {},
  },
  post: {
    kind: 'post',
    title: '志愿服务队队长',
    details: { post: 'volunteer', from: '2024-01-01', to: '2024-12-31', hours: 36.5 },
  },
  assessment: {
    kind: 'assessment',
    title: '工会干部年度考核',
    issuer: '江城重工工会',
    details: { year: 2025, result: '优秀' },
  },
  insurance: {
    kind: 'insurance',
    title: '住院医疗互助保障',
    issuer: '职工互助保障会',
    number: 'H20250001',
    validUntil: '2025-12-31',
    details: { from: '2025-01-01', payer: 'union' },
  },
  course: { kind: 'course', title: '数字技能', issuer: '市总工会', details: { hours: 16, result: '合格' } },
} as const satisfies Readonly<Record<string, RecordContent>>;
const missing = (pointer: string) => ({ pointer, code: 'RECORD_DETAIL_MISSING' });
const strange = (pointer: string) => ({ pointer, code: 'RECORD_DETAIL_STRANGE' });
const reversed = (pointer: string) => ({ pointer, code: 'RECORD_PERIOD_REVERSED' });

describe('what is said about a record', () => {
  it.each(Object.values(contents))('$kind is right as it is', (content) => {
    expect(recordProblems(content)).toEqual([]);
  });

  it.each<[RecordContent, object[]]>([
    [
      { kind: 'honour', title: '劳模', details: {} },
      [missing('/issuer'), missing('/details/honourLevel'), missing('/details/year')],
    ],
    [{ ...contents.skill, number: 'A1' }, [strange('/number')]],
    [{ ...contents.skill, details: { year: 2024, skillLevel: null } }, [strange('/details/year')]],
    [
      { kind: 'insurance', title: '互助保障', details: {} },
      [missing('/issuer'), missing('/validUntil'), missing('/details/from'), missing('/details/payer')],
    ],
    [{ ...contents.insurance, validUntil: '2024-12-31' }, [reversed('/validUntil')]],
    [{ ...contents.assessment, number: 'A1' }, [strange('/number')]],
    [{ ...contents.certificate, validUntil: '2023-12-31' }, [reversed('/validUntil')]],
    [
      { ...contents.post, details: { ...contents.post.details, to: '2023-12-31' } },
      [reversed('/details/to')],
    ],
  ])('%j is not', (content, problems) => {
    expect(recordProblems(content)).toEqual(problems);
  });
});

describe('what can be done with a record', () => {
  const person = { isPerson: true, isAuthor: false, isOfficer: false };
  const officer = { isPerson: false, isAuthor: false, isOfficer: true };
  const author = { ...officer, isAuthor: true };

  it.each([
    ['entered', person, ['change', 'share']],
    ['entered', officer, ['verify', 'refuse']],
    ['entered', author, ['change']],
    ['entered', { isPerson: true, isAuthor: true, isOfficer: true }, ['change', 'share']],
    ['entered', { isPerson: false, isAuthor: true, isOfficer: false }, []],
    ['refused', person, ['change', 'share']],
    ['refused', officer, []],
    ['verified', person, ['share']],
    ['verified', officer, ['revoke']],
    ['verified', author, ['revoke']],
    ['revoked', person, ['share']],
    ['revoked', officer, []],
  ] as const)('%s, for %j: %j', (state, roles, acts) => {
    expect(recordActsOf({ kind: 'skill', state }, roles)).toEqual(acts);
  });

  it.each([
    // The union says it, and the person reads it.
    ['assessment', 'entered', person, []],
    ['assessment', 'entered', author, ['change']],
    ['assessment', 'entered', officer, ['verify', 'refuse']],
    // Nobody is found by their insurance.
    ['insurance', 'entered', person, ['change']],
    ['insurance', 'verified', person, []],
  ] as const)('%s that is %s, for %j: %j', (kind, state, roles, acts) => {
    expect(recordActsOf({ kind, state }, roles)).toEqual(acts);
  });

  it('is nobody’s own who would assess themselves', () => {
    expect(() => requireMayEnter('assessment', true)).toThrow('RECORD_KIND_BY_OFFICERS');
    expect(() => requireMayEnter('assessment', false)).not.toThrow();
    expect(() => requireMayEnter('insurance', true)).not.toThrow();
    expect(mayBeFound('insurance')).toBe(false);
  });

  it('is refused in a state in which it is not possible', () => {
    for (const state of recordStates.filter((one) => one !== 'verified'))
      expect(() => requirePossible('revoke', state)).toThrow('RECORD_STATE');
    expect(() => requirePossible('revoke', 'verified')).not.toThrow();
  });
});

describe('the notice that a record ends', () => {
  const now = new Date('2026-01-01T00:00:00Z');

  it.each([
    // 60 days before 2026-06-30, at nine in the morning of China.
    ['verified', '2026-06-30', '2026-05-01T01:00:00.000Z'],
    ['entered', '2026-06-30', '2026-05-01T01:00:00.000Z'],
    // Fewer than 60 days are left: at once.
    ['verified', '2026-01-31', now.toISOString()],
    ['verified', '2025-12-31', null],
    ['verified', null, null],
    ['revoked', '2026-06-30', null],
    ['refused', '2026-06-30', null],
  ] as const)('of one that is %s and valid until %s comes at %s', (state, validUntil, at) => {
    expect(expiringAt({ state, validUntil }, now)?.toISOString() ?? null).toBe(at);
  });
});

describe('the last day of a record', () => {
  it('belongs to it, until midnight in China', () => {
    const midnight = overFrom('2026-06-30');
    expect(midnight.toISOString()).toBe('2026-06-30T16:00:00.000Z');
    expect(isOver('2026-06-30', new Date(midnight.getTime() - 1))).toBe(false);
    expect(isOver('2026-06-30', midnight)).toBe(true);
    expect(isOver(null, midnight)).toBe(false);
  });
});

describe('what an entered record waits for', () => {
  const record = { id: 'r', kind: 'skill', personId: 'p', enteredBy: 'o' } as const;

  it('is an officer other than the person and whoever has entered it', () => {
    expect(awaitsOfRecord({ ...record, state: 'entered' }, 'u')).toMatchObject([
      { kind: 'recordToVerify', offices: { unionIds: ['u'], isNearest: true, exceptIds: ['p', 'o'] } },
    ]);
  });

  it('is nobody without a union, or once it is decided', () => {
    expect(awaitsOfRecord({ ...record, state: 'entered' }, null)).toEqual([]);
    expect(awaitsOfRecord({ ...record, state: 'verified' }, 'u')).toEqual([]);
  });
});
