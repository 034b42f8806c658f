import { describe, expect, it } from '@jest/globals';
import type {
  AssignmentPartAct,
  AssignmentPartState,
} from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import {
  awaitsOfAssignment,
  awaitsOfPart,
  contentProblems,
  coursesOf,
  daysLeftOf,
  isSettled,
  nextAssignmentState,
  partActsOf,
} from './assignment.model.js';

const task = { state: 'given', kind: 'task' } as const;
const notice = { state: 'given', kind: 'notice' } as const;
const giver = { isGiver: true, isReceiver: false };
const receiver = { isGiver: false, isReceiver: true };

describe('what can be done with a part', () => {
  it.each<[AssignmentPartState, readonly AssignmentPartAct[], readonly AssignmentPartAct[]]>([
    ['waiting', ['receive', 'save', 'return', 'askDelay'], []],
    ['read', ['save', 'return', 'askDelay'], []],
    ['begun', ['save', 'return', 'askDelay'], []],
    ['returned', ['return'], ['accept', 'sendBack']],
    ['sentBack', ['save', 'return', 'askDelay'], []],
    ['accepted', [], []],
  ])('%s: by its union %j, by the giver %j', (state, byReceiver, byGiver) => {
    const part = { state, delayState: null };
    expect(partActsOf(task, part, receiver)).toEqual(byReceiver);
    expect(partActsOf(task, part, giver)).toEqual(byGiver);
    expect(partActsOf({ ...task, state: 'closed' }, part, receiver)).toEqual([]);
  });

  it('is a receipt alone with a notice', () => {
    expect(partActsOf(notice, { state: 'waiting', delayState: null }, receiver)).toEqual(['receive']);
    expect(partActsOf(notice, { state: 'read', delayState: null }, receiver)).toEqual([]);
  });

  it('is an answer to a wish for more time while there is one, and not another wish', () => {
    const part = { state: 'begun', delayState: 'asked' } as const;
    expect(partActsOf(task, part, giver)).toEqual(['decideDelay']);
    expect(partActsOf(task, part, receiver)).toEqual(['save', 'return']);
  });
});

describe('an assignment', () => {
  it.each([
    ['draft', 'change', 'draft'],
    ['draft', 'give', 'given'],
    ['draft', 'close', 'closed'],
    ['given', 'close', 'closed'],
  ] as const)('%s: %s makes it %s', (state, act, next) => {
    expect(nextAssignmentState(state, act)).toBe(next);
  });

  it.each([
    ['given', 'change'],
    ['given', 'give'],
    ['closed', 'close'],
    ['closed', 'give'],
  ] as const)('%s: refuses to %s', (state, act) => {
    expect(() => nextAssignmentState(state, act)).toThrow(
      expect.objectContaining({ code: 'ASSIGNMENT_STATE' }),
    );
  });

  it('is owed until it is returned, or read where it is a notice', () => {
    expect(isSettled(task, 'read')).toBe(false);
    expect(isSettled(notice, 'read')).toBe(true);
    expect(isSettled(task, 'returned')).toBe(true);
    expect(isSettled(task, 'sentBack')).toBe(false);
    expect(isSettled({ ...task, state: 'closed' }, 'waiting')).toBe(true);
  });

  it('names what is wrong in it, each at its place', () => {
    const content = { title: '统计', text: '请填报', dueOn: '2026-11-26', unionIds: [] };
    const bad = { ...content, kind: 'task', questions: [], scope: 'chosen' } as const;
    expect(
      contentProblems({ ...bad, questions: [] }, '2026-11-27').map(({ pointer, code }) => [pointer, code]),
    ).toEqual([
      ['/questions', 'ASSIGNMENT_FORM_MISSING'],
      ['/dueOn', 'ASSIGNMENT_DUE_PAST'],
      ['/unionIds', 'ASSIGNMENT_UNIONS_MISSING'],
    ]);
  });
});

describe('a number that the platform offers', () => {
  const questions = [
    { id: 'members', kind: 'number', title: '会员人数', required: true },
    { id: 'note', kind: 'shortText', title: '说明', required: false },
  ] as const;
  const content = { title: '统计', text: '请填报', kind: 'task', dueOn: '2026-12-31', scope: 'all' } as const;
  it.each<[string, string[], string[]]>([
    ['for a number', ['members'], []],
    ['for a text', ['members', 'note'], ['/figures/1/questionId']],
    ['for a question that is not there', ['other'], ['/figures/0/questionId']],
    ['twice for one', ['members', 'members'], ['/figures/1/questionId']],
  ])('%s', (_what, ids, pointers) => {
    const figures = ids.map((questionId) => ({ questionId, figure: 'members' as const }));
    const problems = contentProblems(
      { ...content, unionIds: [], questions: [...questions], figures },
      '2026-11-27',
    );
    expect(problems.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('may be left out, and a branch alone is a choice', () => {
    const chosen = { ...content, scope: 'chosen', unionIds: [], branchIds: ['b'] } as const;
    expect(
      contentProblems({ ...chosen, unionIds: [], branchIds: ['b'], questions: [...questions] }, '2026-11-27'),
    ).toEqual([]);
  });
});

describe('whom it waits for', () => {
  const part = {
    id: 'part',
    unionId: 'below',
    isSettled: false,
    dueOn: '2026-11-30',
    state: 'waiting',
  } as const;

  it('the union that owes it, until the end of its day', () => {
    expect(awaitsOfPart({ title: '统计' }, part)).toMatchObject([
      {
        kind: 'assignmentGiven',
        dueAt: new Date('2026-11-30T15:59:59Z'),
        offices: { unionIds: ['below'] },
      },
    ]);
    expect(awaitsOfPart({ title: '统计' }, { ...part, state: 'sentBack' })).toMatchObject([
      { kind: 'assignmentSentBack' },
    ]);
    expect(awaitsOfPart({ title: '统计' }, { ...part, isSettled: true })).toEqual([]);
  });

  it('the union that gave it, once however many have returned it', () => {
    const assignment = { id: 'a', title: '统计', unionId: 'above', state: 'given' } as const;
    const kinds = (returned: boolean, delaysAsked: boolean) =>
      awaitsOfAssignment(assignment, { returned, delaysAsked }).map(({ kind }) => kind);
    expect(kinds(false, false)).toEqual([]);
    expect(kinds(true, true)).toEqual(['assignmentReturned', 'assignmentDelayAsked']);
    expect(
      awaitsOfAssignment({ ...assignment, state: 'closed' }, { returned: true, delaysAsked: true }),
    ).toEqual([]);
  });

  it('has so many working days left, a weekend not among them', () => {
    // 27 November 2026 is a Friday.
    expect(daysLeftOf(part, new Date('2026-11-27T10:00:00+08:00'))).toBe(1);
    expect(daysLeftOf({ ...part, dueOn: '2026-11-26' }, new Date('2026-11-27T10:00:00+08:00'))).toBe(-1);
    expect(daysLeftOf({ ...part, isSettled: true }, new Date('2026-11-27T10:00:00+08:00'))).toBeNull();
  });
});

describe('what is counted of a part elsewhere', () => {
  // Midnight in China has passed.
  const returnedAt = new Date('2026-11-10T16:00:00Z');
  const part = { id: 'p', version: 2, unionId: 'u', dueOn: '2026-11-11', returnedAt: null };
  it.each<[string, 'given' | 'closed', AssignmentPartState, Date | null, string | null, string | null]>([
    ['owed', 'given', 'waiting', null, '2026-11-11', null],
    ['looked at', 'given', 'returned', returnedAt, null, null],
    ['sent back', 'given', 'sentBack', returnedAt, '2026-11-11', null],
    ['accepted', 'given', 'accepted', returnedAt, '2026-11-11', '2026-11-11'],
    ['accepted, and then closed', 'closed', 'accepted', returnedAt, '2026-11-11', '2026-11-11'],
    ['closed before it was returned', 'closed', 'begun', null, null, null],
    ['closed before it was accepted', 'closed', 'returned', returnedAt, null, null],
  ])('%s', (_what, state, partState, returned, dueOn, returnedOn) => {
    const [course] = coursesOf({ state, kind: 'task' }, [
      { ...part, state: partState, returnedAt: returned },
    ]);
    expect(course).toEqual({ id: 'p', version: 2, unionId: 'u', dueOn, returnedOn });
  });

  it('is nothing of a notice, which asks for a receipt alone', () => {
    expect(coursesOf(notice, [{ ...part, state: 'read' }])).toEqual([]);
  });
});
