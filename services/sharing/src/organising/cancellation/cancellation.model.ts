import type { LoanState } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type {
  CancellationProblem,
  LoanOutcome,
} from '@gongxiang/contracts/sharing/organising/cancellation.contract';
import type { ActivityState } from '@gongxiang/contracts/sharing/sharing-events';
import { activityTransitions } from '../../activities/activity/activity.model.js';

/** Why an activity cannot be cancelled; null where it can. */
export function cancellationProblem(state: ActivityState): CancellationProblem | null {
  if (activityTransitions[state].includes('cancelled')) return null;
  return state === 'cancelled' ? 'ACTIVITY_CANCELLED' : 'ACTIVITY_CLOSED';
}

/** What is asked of a loan when the activity that was to take place in it is cancelled. */
export interface LoanAsked {
  readonly loan: { readonly state: LoanState; readonly borrowerUnionId: string };
  readonly activity: { readonly unionId: string };
  /** Does another activity that still is to take place stand in the same loan? */
  readonly isShared: boolean;
}

/** What becomes of the loan: the organiser's union gives back what it borrowed for nothing else, and nobody else's. */
export function loanOutcome({ loan, activity, isShared }: LoanAsked): LoanOutcome {
  if (loan.state === 'handedOver') return 'toReturn';
  if (loan.state !== 'requested' && loan.state !== 'approved') return 'over';
  return loan.borrowerUnionId === activity.unionId && !isShared ? 'freed' : 'stays';
}
