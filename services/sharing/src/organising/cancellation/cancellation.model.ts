import type { LoanState } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type {
  CancellationProblem,
  LoanOutcome,
} from '@gongxiang/contracts/sharing/organising/cancellation.contract';
import type { ActivityState } from '@gongxiang/contracts/sharing/sharing-events';
import { activityTransitions } from '../../activities/activity/activity.model.js';

/** Why an activity cannot be cancelled; null if it can. */
export function cancellationProblem(state: ActivityState): CancellationProblem | null {
  if (activityTransitions[state].includes('cancelled')) return null;
  return state === 'cancelled' ? 'ACTIVITY_CANCELLED' : 'ACTIVITY_CLOSED';
}

/** The facts about the loan of a cancelled activity. */
export interface LoanAsked {
  readonly loan: { readonly state: LoanState; readonly borrowerUnionId: string };
  readonly activity: { readonly unionId: string };
  /** Whether another upcoming activity uses the same loan. */
  readonly isShared: boolean;
}

/**
 * The effect on the loan: the organiser's union releases what it borrowed only for this activity, and nobody else's.
 */
export function loanOutcome({ loan, activity, isShared }: LoanAsked): LoanOutcome {
  if (loan.state === 'handedOver') return 'toReturn';
  if (loan.state !== 'requested' && loan.state !== 'approved') return 'over';
  return loan.borrowerUnionId === activity.unionId && !isShared ? 'freed' : 'stays';
}
