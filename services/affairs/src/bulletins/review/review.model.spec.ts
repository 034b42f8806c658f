import { describe, expect, it } from '@jest/globals';
import {
  type BulletinReviewAct,
  type BulletinReviewState,
  bulletinReviewStates,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-review.contract';
import { appealUntil, awaitsOfReview, reviewActsOf, type ReviewRoles, stateAfter } from './review.model.js';

const nobody: ReviewRoles = { isPublisher: false, isDecider: false, isHider: false, isAppellant: false };
const decider = { ...nobody, isDecider: true };
const hider = { ...decider, isHider: true };
const publisher = { ...nobody, isPublisher: true };
const hiddenAt = new Date('2026-11-01T08:00:00Z');
const never = { hiddenAt: null, appealedAt: null, upheldAt: null };
const hidden = { ...never, hiddenAt };

describe('who does what next', () => {
  it.each<
    [string, BulletinReviewState, ReviewRoles, typeof hidden | typeof never, readonly BulletinReviewAct[]]
  >([
    ['a decider of a report', 'reported', decider, never, ['dismiss', 'askCorrection', 'hide']],
    ['its union of a report', 'reported', publisher, never, []],
    ['a decider who waits for a correction', 'correctionAsked', decider, never, ['dismiss', 'hide']],
    ['its union of what is hidden', 'hidden', publisher, hidden, ['appeal']],
    ['a decider of what is hidden', 'hidden', decider, hidden, []],
    ['at the top, who has hidden it', 'hidden', { ...hider, isPublisher: true }, hidden, []],
    ['at the top, a colleague', 'hidden', { ...decider, isPublisher: true }, hidden, ['appeal']],
    ['a decider of a correction', 'corrected', decider, hidden, ['agree', 'disagree']],
    ['who has hidden it, of an appeal', 'appealed', hider, hidden, []],
    ['another decider of an appeal', 'appealed', decider, hidden, ['uphold', 'overturn']],
    ['who has appealed', 'appealed', { ...decider, isAppellant: true }, hidden, []],
    ['a decider of what is upheld', 'upheld', decider, hidden, []],
  ])('%s', (_who, state, roles, times, acts) => {
    expect(reviewActsOf(state, { roles, times, now: hiddenAt })).toEqual(acts);
  });

  it.each<[string, string, Date | null, boolean]>([
    // 1 November 08:00 + 15 days = 16 November 08:00.
    ['until the last moment', '2026-11-16T07:59:59.999Z', null, true],
    ['not from 15 days on', '2026-11-16T08:00:00Z', null, false],
    ['once', '2026-11-02T08:00:00Z', hiddenAt, false],
  ])('an appeal is possible %s', (_when, now, appealedAt, isPossible) => {
    const times = { ...hidden, appealedAt };
    const acts = reviewActsOf('hidden', { roles: publisher, times, now: new Date(now) });
    expect(acts.includes('appeal')).toBe(isPossible);
  });
});

it.each<[string, Parameters<typeof stateAfter>[1], BulletinReviewState]>([
  ['to what was asked', never, 'correctionAsked'],
  ['to hidden', hidden, 'hidden'],
  ['to what was upheld', { ...hidden, upheldAt: hiddenAt }, 'upheld'],
])('a correction that is not enough goes back %s', (_to, times, state) => {
  expect(stateAfter('disagree', times)).toBe(state);
});

it('waits for somebody in each state that goes on, never for who may not decide', () => {
  const row = { id: 'r', unionId: 'below', deciderUnionId: 'above', hiddenAt, hiddenBy: 'hider' };
  const waits = bulletinReviewStates.flatMap((state) =>
    awaitsOfReview({ ...row, appealedBy: 'appellant', state }, '通知', 'author').map(
      ({ kind, offices, dueAt }) => [kind, offices?.unionIds[0], offices?.exceptIds, dueAt],
    ),
  );
  expect(waits).toEqual([
    ['bulletinReported', 'above', ['author'], undefined],
    ['bulletinCorrectionAsked', 'below', [], undefined],
    ['bulletinHidden', 'below', [], appealUntil(hiddenAt)],
    ['bulletinCorrected', 'above', ['author'], undefined],
    ['bulletinAppealed', 'above', ['author', 'hider', 'appellant'], undefined],
  ]);
});
