import { describe, expect, it } from '@jest/globals';
import { newId } from '@gongxiang/domain';
import { type Belonging, basisOn } from '../member/membership-basis.model.js';
import { employmentOf, endedEmployment, isSameEmployer, kindOf, servingUnionOf } from './employment.model.js';
import type { EmploymentRow } from './employment.entity.js';

const today = '2026-11-20';
const plain = { kind: 'regular', employerName: '青山化工', validFrom: '2026-09-01' } as const;
const enterpriseId = newId();

describe('an employment', () => {
  it.each([
    ['has an employer by name', {}, { employerName: '青山化工', enterpriseId: null, validTo: null }],
    ['or one on record', { employerName: null, enterpriseId }, { employerName: null, enterpriseId }],
    [
      'of who is dispatched has a host',
      { kind: 'dispatched', hostName: ' 恒大装备 ' },
      { hostName: '恒大装备', hostEnterpriseId: null },
    ],
    ['may begin and end today', { validFrom: today, validTo: today }, { validFrom: today, validTo: today }],
  ] as const)('%s', (_name, part, expected) => {
    expect(employmentOf({ ...plain, ...part }, today)).toMatchObject(expected);
  });

  it.each([
    ['no employer', { employerName: ' ' }, 'EMPLOYER_REQUIRED', '/employerName'],
    ['two of them', { enterpriseId }, 'EMPLOYER_REQUIRED', '/enterpriseId'],
    ['a host without being dispatched', { hostName: '恒大装备' }, 'EMPLOYMENT_NOT_DISPATCHED', '/kind'],
    [
      'a serving union without being dispatched',
      { servedByUnionId: newId() },
      'EMPLOYMENT_NOT_DISPATCHED',
      '/kind',
    ],
    [
      'two hosts',
      { kind: 'dispatched', hostName: '恒大装备', hostEnterpriseId: newId() },
      'EMPLOYMENT_HOST_TWICE',
      '/hostName',
    ],
    ['a beginning tomorrow', { validFrom: '2026-11-21' }, 'EMPLOYMENT_STARTS_AHEAD', '/validFrom'],
    ['an end tomorrow', { validTo: '2026-11-21' }, 'EMPLOYMENT_ENDS_AHEAD', '/validTo'],
    ['an end before the beginning', { validTo: '2026-08-31' }, 'PERIOD_ENDS_BEFORE_START', '/validTo'],
  ] as const)('is refused with %s', (_name, part, code, pointer) => {
    expect(() => employmentOf({ ...plain, ...part }, today)).toThrow(
      expect.objectContaining({ code, errors: [expect.objectContaining({ pointer })] }),
    );
  });

  it('ends once, and another at the same employer may begin then', () => {
    const fields = employmentOf(plain, today);
    const row: EmploymentRow = {
      id: newId(),
      version: 1,
      personId: newId(),
      ...fields,
      createdAt: new Date(),
    };
    expect(isSameEmployer(row, fields)).toBe(true);
    const ended = endedEmployment(row, '2026-11-01', today);
    expect(ended).toMatchObject({ version: 2, validTo: '2026-11-01' });
    expect(isSameEmployer(ended, fields)).toBe(false);
    expect(() => endedEmployment(ended, today, today)).toThrow(
      expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }),
    );
  });

  it('gives the membership its kind: the newest that goes on, or retired', () => {
    expect(kindOf({ retainedReason: null }, [{ kind: 'partTime' }, { kind: 'regular' }])).toBe('partTime');
    expect(kindOf({ retainedReason: 'unemployed' }, [])).toBeNull();
    expect(kindOf({ retainedReason: 'retired' }, [{ kind: 'partTime' }])).toBe('retired');
  });
});

describe('the union that serves somebody', () => {
  const [own, host, earlier] = [newId(), newId(), newId()];
  it.each<[string, (string | null)[], string | null]>([
    ['is nobody without an employment that goes on', [], null],
    ['is nobody where none names one', [null, null], null],
    ['is that of the employment', [host], host],
    ['is that of the newest which names one', [null, host, earlier], host],
    ['is never their own, as after a move to it', [own], null],
  ])('%s', (_name, serving, expected) => {
    const open = serving.map((servedByUnionId) => ({ servedByUnionId }));
    expect(servingUnionOf(own, open)).toBe(expected);
  });
});

describe('what a membership rests on', () => {
  const open = { state: 'active', standing: 'full', employedUntil: null } as const;
  it.each<[string, Belonging, string | null]>([
    ['an employment that goes on', { ...open, employedUntil: 'infinity' }, 'employment'],
    ['E99: one of two that goes on', { ...open, employedUntil: 'infinity' }, 'employment'],
    ['one whose last day is today', { ...open, employedUntil: '2026-11-21' }, 'employment'],
    ['E99: none, once all are over', { ...open, employedUntil: today }, 'none'],
    ['nothing on record', open, 'unrecorded'],
    ['being retained', { ...open, standing: 'retained', employedUntil: today }, 'retained'],
    ['nothing, after its end', { ...open, state: 'ended', employedUntil: 'infinity' }, null],
  ])('%s', (_name, belonging, expected) => {
    expect(basisOn(belonging, today)).toBe(expected);
  });
});
