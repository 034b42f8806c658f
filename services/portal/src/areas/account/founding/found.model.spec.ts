import { describe, expect, it } from '@jest/globals';
import { emptyCandidates, enterpriseOf, formFor, planOf, wholeOf } from './found.model.js';

describe('what is typed to found a union', () => {
  it.each([
    ['12', 12],
    [' 1,200 ', 1200],
    ['12.5', null],
    ['twelve', null],
    ['', null],
    [undefined, null],
  ])('reads %j as %j people', (typed, people) => {
    expect(wholeOf(typed)).toBe(people);
  });

  it('sends revenue and assets with a sector only, and the code without blanks', () => {
    const typed = {
      enterpriseName: ' 江城小厨 ',
      uscc: '9142 0107ma4f00001x',
      employees: '12',
      revenueWan: '90',
      assetsWan: '',
      place: ' 青山区 ',
    };
    const sent = {
      enterpriseName: '江城小厨',
      uscc: '91420107MA4F00001X',
      employees: 12,
      sector: null,
      revenueWan: null,
      assetsWan: null,
      place: '青山区',
      areaUnionId: null,
    };
    expect(enterpriseOf(typed)).toEqual(sent);
    expect(enterpriseOf({ ...typed, sector: 'catering' })).toEqual({
      ...sent,
      sector: 'catering',
      revenueWan: 90,
    });
  });

  it.each([
    ['24', 'organiser', 'organiser'],
    ['24', 'joint', 'joint'],
    // 25 is not fewer than 25.
    ['25', 'organiser', 'committee'],
    ['25', 'joint', 'committee'],
  ] as const)('for %s members, %s becomes %s', (plannedMembers, form, effective) => {
    expect(formFor({ plannedMembers, form })).toBe(effective);
  });

  it('asks for a candidate for each office that has to be filled, and sends none for a joint union', () => {
    expect(emptyCandidates('committee').map(({ office }) => office)).toEqual(['chair', 'audit', 'women']);
    expect(emptyCandidates('joint')).toEqual([]);
    const typed = {
      plannedMembers: '8',
      womenMembers: '0',
      form: 'organiser' as const,
      candidates: [{ name: ' 吴组织 ', office: 'organiser' as const, declared: true }],
    };
    expect(planOf(typed).candidates).toEqual([
      { name: '吴组织', office: 'organiser', declaration: 'notEmployerNorKin' },
    ]);
    expect(planOf({ ...typed, form: 'joint' }).candidates).toEqual([]);
  });
});
