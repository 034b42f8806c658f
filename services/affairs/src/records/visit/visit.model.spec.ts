import { describe, expect, it } from '@jest/globals';
import type {
  VisitContent,
  VisitReason,
  VisitState,
} from '@gongxiang/contracts/affairs/records/visit.contract';
import {
  isWanted,
  maySeeVisit,
  stateOf,
  visitActsOf,
  visitProblems,
  type VisitRoles,
} from './visit.model.js';

const nobody: VisitRoles = { isPerson: false, isVisitor: false, isOfficer: false };
const person = { isPerson: true };
const visitor = { isVisitor: true };
const officer = { isOfficer: true };
const content: VisitContent = { reason: 'sickness', visitedOn: '2026-11-20', visitorIds: ['visitor'] };
const promise = { promised: '联系助餐', followUpOn: '2026-12-04' };

describe('a visit', () => {
  it.each<[Partial<VisitRoles>, boolean]>([
    [{}, false],
    [person, true],
    [visitor, true],
    [officer, true],
  ])('is seen by %j: %s', (roles, seen) => {
    expect(maySeeVisit({ ...nobody, ...roles })).toBe(seen);
  });

  it.each<[VisitState, Partial<VisitRoles>, string[]]>([
    ['promised', officer, ['change', 'followUp', 'withdraw']],
    ['promised', visitor, ['followUp']],
    ['promised', person, []],
    ['promised', { ...person, ...officer }, []],
    ['done', officer, ['change', 'withdraw']],
    ['done', visitor, []],
    ['withdrawn', officer, []],
  ])('that is %s lets %j do %j', (state, roles, acts) => {
    expect(visitActsOf(state, { ...nobody, ...roles })).toEqual(acts);
  });

  it.each<[Partial<VisitContent>, string[]]>([
    [{}, []],
    [promise, []],
    [{ visitedOn: '2026-12-01' }, []],
    [{ visitedOn: '2026-12-02' }, ['VISIT_DAY /visitedOn']],
    [{ visitedOn: '2025-11-29' }, ['VISIT_DAY /visitedOn']],
    [{ visitorIds: ['visitor', 'person'] }, ['VISIT_OWN /visitorIds']],
    [{ amount: { amount: '50000', currency: 'CNY' } }, ['VISIT_MATTER_MISSING /matterNumber']],
    [{ amount: { amount: '50000', currency: 'CNY' }, matterNumber: 'A1' }, []],
    [{ amount: { amount: '-1', currency: 'CNY' }, matterNumber: 'A1' }, ['VISIT_AMOUNT /amount']],
    [{ promised: '联系助餐' }, ['VISIT_PROMISE_HALF /followUpOn']],
    [{ followUpOn: '2026-12-04' }, ['VISIT_PROMISE_HALF /promised']],
    [{ ...promise, followUpOn: '2026-11-19' }, ['VISIT_FOLLOW_UP_DAY /followUpOn']],
  ])('that says %j has %j wrong', (changes, problems) => {
    const found = visitProblems({ ...content, ...changes }, 'person', '2026-12-01');
    expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(problems);
  });

  it.each<[VisitReason, boolean, boolean]>([
    ['festival', true, true],
    ['festival', false, false],
    ['retirement', false, false],
    ['sickness', false, true],
    ['bereavement', false, true],
  ])('for %s is wanted where days of the record are allowed (%s): %s', (reason, isAllowed, wanted) => {
    expect(isWanted(reason, isAllowed)).toBe(wanted);
  });

  it.each<[string | null, Date | null, string]>([
    [null, null, 'done'],
    ['2026-12-04', null, 'promised'],
    ['2026-12-04', new Date(0), 'done'],
  ])('with a promise for %s that was seen to at %s is %s', (followUpOn, followedUpAt, state) => {
    expect(stateOf({ followUpOn, followedUpAt })).toBe(state);
  });
});
