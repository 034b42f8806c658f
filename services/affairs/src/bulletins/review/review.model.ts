import type {
  BulletinReviewAct,
  BulletinReviewState,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-review.contract';
import { dayMs } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { BulletinReviewRow } from './review.entity.js';

/** Calendar days in which a union may appeal against the hiding of its bulletin. */
const appealDays = 15;

/** What somebody is to a review. */
export interface ReviewRoles {
  /** Officer of the very union whose bulletin it is. */
  readonly isPublisher: boolean;
  /** Officer of the union that decides or of one above, and not the author of the bulletin. */
  readonly isDecider: boolean;
  /** Has hidden the bulletin. */
  readonly isHider: boolean;
  /** Has appealed. */
  readonly isAppellant: boolean;
}

interface Step {
  readonly from: readonly BulletinReviewState[];
  readonly to: BulletinReviewState;
  readonly isWho: (roles: ReviewRoles) => boolean;
}

const isDecider = (roles: ReviewRoles): boolean => roles.isDecider;
/** An appeal is decided by another person than who has hidden the bulletin. */
const isOther = (roles: ReviewRoles): boolean => roles.isDecider && !roles.isHider && !roles.isAppellant;
const undecided = ['reported', 'correctionAsked'] as const;

/** Where `disagree` leads depends on what it was before its correction: see {@link stateAfter}. */
const steps: Readonly<Record<BulletinReviewAct, Step>> = {
  dismiss: { from: undecided, to: 'dismissed', isWho: isDecider },
  askCorrection: { from: ['reported'], to: 'correctionAsked', isWho: isDecider },
  hide: { from: undecided, to: 'hidden', isWho: isDecider },
  agree: { from: ['corrected'], to: 'settled', isWho: isDecider },
  disagree: { from: ['corrected'], to: 'hidden', isWho: isDecider },
  appeal: {
    from: ['hidden'],
    to: 'appealed',
    // At the top the union that decides is its own: who has hidden it does not speak for it.
    isWho: ({ isPublisher, isHider }) => isPublisher && !isHider,
  },
  uphold: { from: ['appealed'], to: 'upheld', isWho: isOther },
  overturn: { from: ['appealed'], to: 'settled', isWho: isOther },
};

type Times = Pick<BulletinReviewRow, 'hiddenAt' | 'appealedAt' | 'upheldAt'>;

/** Whether an act is possible in a state, whoever does it. */
export function isPossible(act: BulletinReviewAct, state: BulletinReviewState): boolean {
  return steps[act].from.includes(state);
}

export function isWhoActs(act: BulletinReviewAct, roles: ReviewRoles): boolean {
  return steps[act].isWho(roles);
}

/** To which state an act leads. */
export function stateAfter(act: BulletinReviewAct, { hiddenAt, upheldAt }: Times): BulletinReviewState {
  if (act !== 'disagree') return steps[act].to;
  if (upheldAt !== null) return 'upheld';
  return hiddenAt === null ? 'correctionAsked' : 'hidden';
}

/** What somebody may do next. */
export function reviewActsOf(
  state: BulletinReviewState,
  { roles, times, now }: { readonly roles: ReviewRoles; readonly times: Times; readonly now: Date },
): BulletinReviewAct[] {
  const acts = Object.keys(steps) as BulletinReviewAct[];
  return acts.filter(
    (act) =>
      isPossible(act, state) && isWhoActs(act, roles) && (act !== 'appeal' || mayStillAppeal(times, now)),
  );
}

/** States in which nothing goes on. */
export const overReviewStates = ['dismissed', 'settled', 'upheld'] as const;

export function isOver(state: BulletinReviewState): boolean {
  return overReviewStates.some((one) => one === state);
}

/** Until when a union may appeal; null of what is not hidden. */
export function appealUntil(hiddenAt: Date | null): Date | null {
  return hiddenAt && new Date(hiddenAt.getTime() + appealDays * dayMs);
}

/** Whether there is still time for an appeal, and there was none. */
export function mayStillAppeal({ hiddenAt, appealedAt }: Times, now: Date): boolean {
  const until = appealUntil(hiddenAt);
  return until !== null && appealedAt === null && now < until;
}

/** Whether a correction of the bulletin answers the review. */
export function isCorrectable(state: BulletinReviewState): boolean {
  return state === 'correctionAsked' || state === 'hidden' || state === 'upheld';
}

type Waiting = Pick<
  BulletinReviewRow,
  'id' | 'state' | 'unionId' | 'deciderUnionId' | 'hiddenAt' | 'hiddenBy' | 'appealedBy'
>;

/** For whom a review waits. @param authorId who has written the bulletin, and does not decide on it */
export function awaitsOfReview(row: Waiting, title: string, authorId: string): Await[] {
  const { id, unionId, deciderUnionId, hiddenAt, hiddenBy, appealedBy } = row;
  const about = { reviewId: id };
  const office = (at: string, except: readonly (string | null)[] = []) => ({
    roles: ['officer' as const],
    unionIds: [at],
    isNearest: true,
    exceptIds: [...new Set(except.flatMap((one) => one ?? []))],
  });
  const publisher = { why: 'publishesBulletin', about, title, offices: office(unionId) } as const;
  const decider = (except: readonly (string | null)[]) =>
    ({ why: 'decidesOnBulletins', about, title, offices: office(deciderUnionId, except) }) as const;
  switch (row.state) {
    case 'reported':
      return [{ kind: 'bulletinReported', ...decider([authorId]) }];
    case 'corrected':
      return [{ kind: 'bulletinCorrected', ...decider([authorId]) }];
    case 'appealed':
      return [{ kind: 'bulletinAppealed', ...decider([authorId, hiddenBy, appealedBy]) }];
    case 'correctionAsked':
      return [{ kind: 'bulletinCorrectionAsked', ...publisher }];
    case 'hidden': {
      const dueAt = appealUntil(hiddenAt);
      return [{ kind: 'bulletinHidden', ...publisher, ...(dueAt === null ? {} : { dueAt }) }];
    }
    default:
      return [];
  }
}
