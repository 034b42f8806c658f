import { describe, expect, it } from '@jest/globals';
import {
  type ActivityTaskState,
  activityTaskStates,
} from '@gongxiang/contracts/sharing/activities/activity-task.contract';
import { followVersion, isOverdue, requireStep } from './activity-task.model.js';

describe('the life of a task', () => {
  const allowed = new Set(['open → done', 'open → dropped', 'done → open']);
  const steps = activityTaskStates.flatMap((from) => activityTaskStates.map((to) => [from, to] as const));

  it.each(steps)('%s → %s', (from, to) => {
    const step = (): void => requireStep(from, to);
    if (allowed.has(`${from} → ${to}`)) expect(step).not.toThrow();
    else expect(step).toThrow(expect.objectContaining({ code: 'ACTIVITY_TASK_NOT_OPEN' }));
  });
});

describe('what a version in force makes of the tasks before', () => {
  const live = (id: string, title: string, state: ActivityTaskState = 'open') =>
    ({ kind: 'union', id, title, state }) as const;
  const agreed = (party: string, title: string, dueOn: string | null = null) => ({
    party: `union:${party}`,
    title,
    dueOn,
  });
  const titles = (result: ReturnType<typeof followVersion>): object => ({
    added: result.added.map(({ title }) => title),
    kept: result.continued.map(([, { title }]) => title),
    dropped: result.dropped.map(({ title }) => title),
  });

  it.each([
    ['all are new at first', [agreed('a', '场地')], [], { added: ['场地'], kept: [], dropped: [] }],
    [
      'the same party and title is the same task, also when it is done',
      [agreed('a', '场地', '2026-11-20')],
      [live('a', '场地', 'done')],
      { added: [], kept: ['场地'], dropped: [] },
    ],
    [
      'with another party it is another task',
      [agreed('b', '场地')],
      [live('a', '场地')],
      { added: ['场地'], kept: [], dropped: ['场地'] },
    ],
    [
      'what is gone ends, but what was done stays done',
      [],
      [live('a', '场地'), live('a', '大巴', 'done')],
      { added: [], kept: [], dropped: ['场地'] },
    ],
    [
      'of equal ones each goes with one',
      [agreed('a', '值班'), agreed('a', '值班')],
      [live('a', '值班')],
      { added: ['值班'], kept: ['值班'], dropped: [] },
    ],
  ])('%s', (_case, terms, before, expected) => {
    expect(titles(followVersion(terms, before))).toEqual(expected);
  });
});

describe('overdue', () => {
  it.each<[ActivityTaskState, string | null, boolean]>([
    ['open', '2026-11-19', true],
    ['open', '2026-11-20', false],
    ['open', null, false],
    ['done', '2026-11-19', false],
  ])('%s, due on %s: %s', (state, dueOn, expected) => {
    expect(isOverdue({ state, dueOn }, '2026-11-20')).toBe(expected);
  });
});
