import { describe, expect, it } from '@jest/globals';
import { worksCallOf } from '../works.fixture.js';
import { nextMoment, stateAt, worksCallActsOf, worksCallProblems } from './works-call.model.js';

const moments = {
  submitFrom: new Date('2026-12-01T00:00:00Z'),
  submitUntil: new Date('2026-12-10T00:00:00Z'),
  judgeFrom: new Date('2026-12-12T00:00:00Z'),
  judgeUntil: new Date('2026-12-20T00:00:00Z'),
};
const nobody = { isOfficer: false, isJuror: false, isAddressed: false };
const criteria = [{ name: '立意', weight: 10_000 }];
const actsOf = (state: 'draft' | 'open' | 'judging' | 'closing' | 'awarded', roles: object, day: string) =>
  worksCallActsOf(
    { ...moments, state, criteria, votesPerPerson: 2 },
    { ...nobody, ...roles },
    new Date(`2026-12-${day}T00:00:00Z`),
  );

describe('a call for works', () => {
  it.each([
    ['open', '11', 'open'],
    ['open', '12', 'judging'],
    ['judging', '19', 'judging'],
    ['judging', '20', 'closing'],
    ['open', '25', 'closing'],
    ['draft', '25', 'draft'],
    ['awarded', '25', 'awarded'],
    ['cancelled', '25', 'cancelled'],
  ] as const)('that is %s is on day %s %s', (state, day, expected) => {
    expect(stateAt({ ...moments, state }, new Date(`2026-12-${day}T00:00:00Z`))).toBe(expected);
  });

  it.each([
    ['draft', null],
    ['open', moments.judgeFrom],
    ['judging', moments.judgeUntil],
    ['closing', null],
  ] as const)('that is %s changes by itself at %s', (state, at) => {
    expect(nextMoment({ ...moments, state })).toBe(at);
  });

  it.each([
    ['draft', { isOfficer: true }, '01', ['change', 'publish', 'nameJurors', 'cancel']],
    ['draft', { isAddressed: true }, '01', []],
    ['open', { isAddressed: true }, '01', ['send']],
    ['open', { isAddressed: true }, '10', []],
    ['open', { isAddressed: true, isJuror: true }, '01', []],
    ['open', { isOfficer: true }, '01', ['nameJurors', 'cancel', 'seeWorks']],
    ['judging', { isAddressed: true }, '12', ['seeWorks', 'vote']],
    ['judging', { isAddressed: true }, '20', ['seeWorks']],
    ['judging', { isJuror: true }, '12', ['seeWorks', 'judge']],
    ['judging', { isOfficer: true }, '12', ['cancel', 'seeWorks']],
    ['closing', { isOfficer: true }, '20', ['cancel', 'seeWorks', 'seeResult', 'close']],
    ['closing', { isJuror: true }, '20', ['seeWorks', 'judge']],
    ['awarded', { isAddressed: true }, '20', ['seeWorks', 'seeResult']],
  ] as const)('that is %s lets %j on day %s do %j', (state, roles, day, acts) => {
    expect(actsOf(state, roles, day)).toEqual(acts);
  });

  it.each([
    [{}, []],
    [{ submitUntil: '2026-11-30T00:00:00Z' }, ['/submitUntil']],
    [{ judgeFrom: '2026-12-09T00:00:00Z' }, ['/judgeFrom']],
    [{ judgeUntil: '2026-12-12T00:00:00Z' }, ['/judgeUntil']],
    [{ criteria: [{ name: '立意', weight: 9_999 }] }, ['/criteria']],
    [{ criteria: [], voteShare: 10_000 }, []],
    [{ criteria: [], voteShare: 5_000 }, ['/voteShare']],
    [{ votesPerPerson: 0 }, ['/voteShare']],
    [{ votesPerPerson: 0, voteShare: 0 }, []],
    [{ voteShare: 10_000 }, ['/voteShare']],
    [{ voteShare: 0 }, []],
    [{ criteria: [], votesPerPerson: 0, voteShare: 10_000 }, ['/voteShare']],
  ])('with %j is wrong at %j', (changes, pointers) => {
    const definition = worksCallOf(new Date('2026-12-01T00:00:00Z'), changes);
    expect(worksCallProblems(definition).map(({ pointer }) => pointer)).toEqual(pointers);
  });
});
