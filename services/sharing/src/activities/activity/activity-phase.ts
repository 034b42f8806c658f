import type {
  ActivityPhase,
  ActivityStage,
  PublicPhase,
} from '@gongxiang/contracts/sharing/activities/activity-phase.contract';
import type { ActivityState } from '@gongxiang/contracts/sharing/sharing-events';
import type { ActivityRow } from './activity.entity.js';

/** What a phase depends on. */
export type PhaseSource = Pick<
  ActivityRow,
  | 'state'
  | 'coHosts'
  | 'openInvitations'
  | 'agreementId'
  | 'agreementRequired'
  | 'agreedHosts'
  | 'startsAt'
  | 'endsAt'
  | 'signUpOpensAt'
  | 'signUpClosesAt'
  | 'settledAt'
  | 'archivedAt'
>;

/**
 * One row of the life-cycle table: how a phase begins, who or what causes it, and what it means for seats and money.
 */
interface PhaseLine {
  /** The stored state during the phase; an archived activity retains its last one. */
  readonly state: ActivityState | null;
  readonly from: readonly ActivityPhase[];
  readonly by: string;
  readonly seats: string;
  readonly money: string;
}

/**
 * The life cycle of an activity. Time leads from one published phase to the next; editing the times may lead from any
 * published phase to any other.
 */
export const activityLife: Readonly<Record<ActivityPhase, PhaseLine>> = {
  draft: {
    state: 'draft',
    from: ['proposed', 'agreed'],
    by: 'an officer, an organiser or a worker drafts it; the last host asked declines, or leaves',
    seats: 'planned, given to nobody',
    money: 'none',
  },
  proposed: {
    state: 'draft',
    from: ['draft', 'agreed'],
    by: 'the organiser invites a host; hosts have joined, and no agreement among all of them is in force',
    seats: 'planned, given to nobody',
    money: 'proposed, binds nobody',
  },
  agreed: {
    state: 'draft',
    from: ['draft', 'proposed'],
    by: 'the last host signs the agreement',
    seats: 'planned, given to nobody',
    money: 'the rule of the split binds the hosts',
  },
  published: {
    state: 'published',
    from: ['draft', 'proposed', 'agreed'],
    by: 'the organiser publishes it, and sign-up opens later',
    seats: 'shown; a draw may be entered',
    money: 'as agreed',
  },
  signUpOpen: {
    state: 'published',
    from: ['draft', 'proposed', 'agreed', 'published', 'full'],
    by: 'sign-up opens; a seat comes free',
    seats: 'given to who comes first, or by a draw',
    money: 'as agreed; heads are counted for the preview',
  },
  full: {
    state: 'published',
    from: ['published', 'signUpOpen'],
    by: 'the last seat is taken',
    seats: 'who comes now waits; a seat that comes free goes along the line',
    money: 'as agreed',
  },
  signUpClosed: {
    state: 'published',
    from: ['draft', 'proposed', 'agreed', 'signUpOpen', 'full'],
    by: 'sign-up closes',
    seats: 'nobody signs up; who waits still moves up',
    money: 'as agreed',
  },
  running: {
    state: 'published',
    from: ['draft', 'proposed', 'agreed', 'published', 'signUpOpen', 'full', 'signUpClosed'],
    by: 'it starts',
    seats: 'stand as they are; the door checks in, walk-ins too',
    money: 'bills are added',
  },
  ended: {
    state: 'published',
    from: ['draft', 'proposed', 'agreed', 'running'],
    by: 'it ends, and nobody has closed it yet',
    seats: 'stand as they are; the door still checks in',
    money: 'bills are added',
  },
  closing: {
    state: 'closing',
    from: ['running', 'ended'],
    by: 'the organiser closes it; the facts are being frozen',
    seats: 'frozen as attendance',
    money: 'bills are added',
  },
  closed: {
    state: 'closed',
    from: ['closing', 'settled', 'archived'],
    by: 'all facts are frozen; the entry of its costs is reversed',
    seats: 'frozen; only an approved correction adds a fact',
    money:
      'shares are computed, submitted and approved; without an agreement there are none, and this is the end',
  },
  settled: {
    state: 'closed',
    from: ['closed', 'archived'],
    by: 'a second person approves the shares of its cost',
    seats: 'frozen; only an approved correction adds a fact',
    money: 'posted; a mistake is reversed by the exact negation of its shares, and computed anew',
  },
  archived: {
    state: null,
    from: ['closed', 'settled', 'cancelled'],
    by: 'its union puts it away, or two years have passed since the end',
    seats: 'as they were',
    money: 'as it was; statements and statistics still count it',
  },
  cancelled: {
    state: 'cancelled',
    from: [
      'draft',
      'proposed',
      'agreed',
      'published',
      'signUpOpen',
      'full',
      'signUpClosed',
      'running',
      'ended',
      'archived',
    ] as const,
    by: 'the organiser cancels it, for a reason that everybody reads',
    seats: 'worth nothing; kept as a record of who was told; draws end, no no-shows',
    money: 'nothing is split; bills stay with who paid, and a refund is a reversal of its own',
  },
};

/** Each phase belongs to one stage. What is archived belongs to none: it is listed only on request. */
export const phasesOfStage: Readonly<Record<ActivityStage, readonly ActivityPhase[]>> = {
  preparing: ['draft', 'proposed', 'agreed'],
  bookable: ['signUpOpen'],
  next: ['published', 'full', 'signUpClosed', 'running'],
  over: ['ended', 'closing', 'closed', 'settled', 'cancelled'],
};

/**
 * The phase of an activity.
 * @param isFull whether all its seats are taken; it matters only while sign-up is open
 */
export function phaseOf(row: PhaseSource, now: Date, isFull: boolean): ActivityPhase {
  if (row.archivedAt !== null) return 'archived';
  if (row.state === 'draft') return preparationOf(row);
  if (row.state === 'published') return publishedPhaseOf(row, now, isFull);
  return row.state === 'closed' && row.settledAt !== null ? 'settled' : row.state;
}

function preparationOf(row: PhaseSource): 'draft' | 'proposed' | 'agreed' {
  if (row.openInvitations > 0) return 'proposed';
  // A host who joined after the agreement has not signed it. A host who leaves ends it.
  const isAgreed = row.agreementId !== null && row.agreedHosts === row.coHosts.length + 1;
  if (isAgreed) return 'agreed';
  return row.agreementRequired ? 'proposed' : 'draft';
}

/** The phase of a published activity, which depends on the time. */
export function publishedPhaseOf(
  row: Pick<PhaseSource, 'startsAt' | 'endsAt' | 'signUpOpensAt' | 'signUpClosesAt'>,
  now: Date,
  isFull: boolean,
): PublicPhase {
  if (now >= row.endsAt) return 'ended';
  if (now >= row.startsAt) return 'running';
  if (now < row.signUpOpensAt) return 'published';
  if (now >= row.signUpClosesAt) return 'signUpClosed';
  return isFull ? 'full' : 'signUpOpen';
}

/** Whether the activity is over, so that it may be archived. */
export function isOver({ state }: { readonly state: ActivityState }): boolean {
  return state === 'closed' || state === 'cancelled';
}

const archivedAfterYears = 2;

/**
 * When a finished activity is archived automatically: two years after its end, or after it was closed if that was
 * later.
 */
export function archivesAt({ endsAt }: Pick<PhaseSource, 'endsAt'>, overSince: Date): Date {
  const at = new Date(Math.max(endsAt.getTime(), overSince.getTime()));
  at.setUTCFullYear(at.getUTCFullYear() + archivedAfterYears);
  return at;
}
