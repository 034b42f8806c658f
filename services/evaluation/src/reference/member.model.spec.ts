import { expect, it } from '@jest/globals';
import type { MemberState } from '@gongxiang/contracts/membership/membership-events';
import { newId } from '@gongxiang/domain';
import { birthDecadeOf, memberRefOf } from './member.model.js';

it.each([
  ['1980-01-01', 1980],
  ['1989-12-31', 1980],
  ['1990-01-01', 1990],
  ['2000-02-29', 2000],
  [null, null],
])('the decade of %s is %p', (birthDate, decade) => {
  expect(birthDecadeOf(birthDate)).toBe(decade);
});

const member: MemberState = {
  personId: newId(),
  version: 3,
  maskedName: '张*',
  unionId: newId(),
  state: 'active',
  validFrom: '2026-01-01',
  validTo: null,
  sex: 'female',
  birthDate: '1987-06-05',
  employmentKind: 'regular',
};

it('the copy of a member has neither name, sex, employment nor day of birth', () => {
  const { personId, version, unionId } = member;
  expect(memberRefOf(member)).toEqual({
    personId,
    version,
    unionId,
    state: 'active',
    standing: 'full',
    birthDecade: 1980,
  });
  expect(memberRefOf({ ...member, standing: 'retained' })).toMatchObject({ standing: 'retained' });
});

it('of whoever has left, not even the decade is kept', () => {
  expect(memberRefOf({ ...member, state: 'ended' }).birthDecade).toBeNull();
});

it('news from before birth dates were told says nothing of the age', () => {
  const { personId, version, maskedName, unionId, state, validFrom, validTo } = member;
  const old = { personId, version, maskedName, unionId, state, validFrom, validTo };
  expect(memberRefOf(old).birthDecade).toBeNull();
});
