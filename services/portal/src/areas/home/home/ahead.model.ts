import type { components } from '../../../api/schema.js';
import { isAhead, isHeldOn, isInDraw, isWaitingStill } from '../../activities/kept-seats/by-time.model.js';

type Views = components['schemas'];

/** The facts beside its title, as a sentence of `home.note`. */
type Note =
  | { readonly key: 'held' | 'confirmed'; readonly count: number }
  | { readonly key: 'waitlisted'; readonly place: number }
  | { readonly key: 'requested' | 'approved' | 'handedOver' | 'survey' | 'vote' }
  | { readonly key: `season.${Views['MyEfficacyInvitationView']['kind']}`; readonly party: string }
  | { readonly key: 'inDraw'; readonly count: number }
  | { readonly key: 'inQueue' | 'turn' };

/** One thing that lies ahead of the person: a seat, a draw or a queue for one, a loan, a survey. */
export interface Ahead {
  readonly id: string;
  readonly to: string;
  readonly title: string;
  readonly note: Note;
  /** What the time is: when it takes place, or until when something is to be done. */
  readonly at: {
    readonly kind: 'decideBy' | 'closes' | 'starts' | 'returnBy' | 'drawn' | 'turn' | 'opens';
    readonly time: string;
  } | null;
  readonly isOverdue: boolean;
}

export function ofRegistrations(views: readonly Views['MyRegistrationView'][], now: Date): Ahead[] {
  return views.flatMap((view) => {
    const { id, activityId, activityTitle: title, startsAt } = view;
    const note = noteOfRegistration(view);
    if (note === null || !isAhead(view, now)) return [];
    const at = { kind: 'starts', time: startsAt } as const;
    return { id, to: `/activities/${activityId}`, title, note, at, isOverdue: false };
  });
}

function noteOfRegistration({
  state,
  heads: count,
  waitlistPlace,
}: Views['MyRegistrationView']): Note | null {
  if (state === 'cancelled' || state === 'expired') return null;
  if (state === 'waitlisted') return { key: 'waitlisted', place: waitlistPlace ?? 1 };
  return { key: state, count };
}

/** Entries whose draw is still to come. */
export function ofDrawEntries(views: readonly Views['MyDrawEntryView'][]): Ahead[] {
  return views.filter(isInDraw).map(({ drawId: id, activityId, activityTitle: title, heads, closesAt }) => ({
    id,
    to: `/activities/${activityId}`,
    title,
    note: { key: 'inDraw', count: heads },
    at: { kind: 'drawn', time: closesAt },
    isOverdue: false,
  }));
}

/** Places in queues by which the person has no seat yet. */
export function ofQueuePlaces(
  views: readonly Views['MyQueuePlaceView'][],
  seats: readonly Views['MyRegistrationView'][],
  now: Date,
): Ahead[] {
  const seated = new Set(seats.filter(isHeldOn).map(({ activityId }) => activityId));
  return views
    .filter((view) => isWaitingStill(view, now) && !seated.has(view.activityId))
    .map((view) => ({
      id: `queue-${view.activityId}`,
      to: `/activities/${view.activityId}/queue`,
      title: view.activityTitle,
      note: { key: view.state === 'turn' ? 'turn' : 'inQueue' },
      at: timeOfPlace(view),
      isOverdue: false,
    }));
}

function timeOfPlace({ state, turnAt, opensAt, signUpClosesAt }: Views['MyQueuePlaceView']): Ahead['at'] {
  if (state === 'turn') return { kind: 'closes', time: signUpClosesAt };
  return turnAt === null ? { kind: 'opens', time: opensAt } : { kind: 'turn', time: turnAt };
}

/** The person's own loans that are not over: to be decided, to be picked up, to be returned. */
export function ofMyLoans(views: readonly Views['LoanView'][]): Ahead[] {
  return views.flatMap((view) => {
    const { id, state, resourceTitle: title, overdue: isOverdue } = view;
    if (state !== 'requested' && state !== 'approved' && state !== 'handedOver') return [];
    return { id, to: `/loans/${id}`, title, note: { key: state }, at: timeOfLoan(view), isOverdue };
  });
}

function timeOfLoan({ state, decideBy, startsAt, endsAt }: Views['LoanView']): Ahead['at'] {
  if (state === 'handedOver') return { kind: 'returnBy', time: endsAt };
  if (state === 'approved') return { kind: 'starts', time: startsAt };
  return decideBy === null ? null : { kind: 'decideBy', time: decideBy };
}

/** Those that were not sent from this browser: on another one nobody knows who has answered. */
export function ofSurveys(views: readonly Views['MySurveyView'][]): Ahead[] {
  return views.map(({ id, activityTitle: title, closesAt }) => ({
    id,
    to: `/surveys/${id}/answer`,
    title,
    note: { key: 'survey' },
    at: { kind: 'closes', time: closesAt },
    isOverdue: false,
  }));
}

/** Open votes that were not sent from this browser: on another one nobody knows who has voted. */
export function ofVotes(views: readonly Views['MyVoteView'][]): Ahead[] {
  return views.map(({ id, title, closesAt }) => ({
    id,
    to: `/votes/${id}`,
    title,
    note: { key: 'vote' },
    at: { kind: 'closes', time: closesAt },
    isOverdue: false,
  }));
}

/** Surveys of a season that the parties of the person's unions have not answered yet. */
export function ofEfficacySurveys(views: readonly Views['MyEfficacyInvitationView'][]): Ahead[] {
  return views
    .filter(({ answered }) => !answered)
    .map(({ id, efficacySurveyId, name: title, kind, party, closesAt }) => ({
      id,
      // A union that also lends is asked twice: each line opens its own answer.
      to: `/efficacy-surveys/${efficacySurveyId}/answer?as=${encodeURIComponent(id)}`,
      title,
      note: { key: `season.${kind}`, party: party.name },
      at: { kind: 'closes', time: closesAt },
      isOverdue: false,
    }));
}

/** The earliest at the top; a thing without a time is last. */
export function byTime(items: readonly Ahead[]): Ahead[] {
  const timeOf = ({ at }: Ahead): number => (at === null ? Number.MAX_SAFE_INTEGER : Date.parse(at.time));
  return [...items].sort((one, other) => timeOf(one) - timeOf(other));
}
