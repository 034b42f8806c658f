import type { components } from '../../../api/schema.js';
import { isAhead } from '../../activities/kept-seats/by-time.model.js';

type Views = components['schemas'];

/** The meaning of the day: a deadline, or the time at which something takes place. */
type DeadlineKind =
  'assumedBy' | 'dueOn' | 'decideBy' | 'answerBy' | 'closes' | 'starts' | 'returnBy' | 'since';

/** The facts beside its title, as a sentence of `home.note`. */
export type Note =
  | { readonly key: 'held' | 'confirmed'; readonly count: number }
  | { readonly key: 'waitlisted'; readonly place: number }
  | { readonly key: 'approved' | 'handedOver' | 'survey' }
  | { readonly key: 'question'; readonly text: string }
  | { readonly key: 'proposal' | 'pendingChange'; readonly name: string }
  | { readonly key: 'task'; readonly party: string; readonly activity: string }
  | { readonly key: 'requested'; readonly union: string }
  | { readonly key: 'takenBack' | 'givenBack' | 'handedOut' | 'fetched'; readonly union: string }
  | { readonly key: 'damage' | 'damageToDecide'; readonly party: string; readonly owner: string }
  | { readonly key: 'invited'; readonly party: string; readonly organiser: string }
  | { readonly key: 'sign'; readonly parties: readonly string[] }
  | { readonly key: 'proposed'; readonly resource: string; readonly union: string }
  | { readonly key: 'costPool'; readonly union: string }
  | { readonly key: 'owes' | 'owed' | 'dispute'; readonly party: string }
  | {
      readonly key: 'efficacySurvey';
      readonly party: string;
      readonly role: Views['MyEfficacyInvitationView']['kind'];
    }
  | { readonly key: 'nettingRun'; readonly count: number }
  | { readonly key: 'send' | 'receive'; readonly payer: string; readonly payee: string }
  | { readonly key: 'intake'; readonly kind: Views['IntakeSummaryView']['kind']; readonly union: string };

/** One thing that waits for the person. */
export interface Waiting {
  readonly id: string;
  /** The page on which the person acts. */
  readonly to: string;
  /** Its name; where it has none, the days of its period. */
  readonly title: string | { readonly from: string; readonly to: string };
  readonly note: Note;
  readonly money: Views['Money'] | null;
  /** A moment, or a day where only that is known. */
  readonly deadline: { readonly kind: DeadlineKind; readonly at: string } | null;
  readonly isOverdue: boolean;
  /** It lies ahead, or waits for somebody else: the person need not act now. */
  readonly isAhead?: true;
}

const plain = { money: null, deadline: null, isOverdue: false } as const;

export function ofRegistrations(views: readonly Views['MyRegistrationView'][], now: Date): Waiting[] {
  return views.flatMap((view) => {
    const { id, activityId, activityTitle, startsAt, offerExpiresAt, heads } = view;
    const note = noteOfRegistration(view, heads);
    if (note === null || !isAhead(view, now)) return [];
    return {
      ...plain,
      id,
      to: `/activities/${activityId}`,
      title: activityTitle,
      note,
      ...(note.key === 'held' ? {} : { isAhead: true as const }),
      deadline:
        note.key === 'held' && offerExpiresAt !== null
          ? { kind: 'answerBy', at: offerExpiresAt }
          : { kind: 'starts', at: startsAt },
    };
  });
}

function noteOfRegistration(view: Views['MyRegistrationView'], count: number): Note | null {
  if (view.state === 'cancelled' || view.state === 'expired') return null;
  if (view.state === 'waitlisted') return { key: 'waitlisted', place: view.waitlistPlace ?? 1 };
  return { key: view.state, count };
}

/** A question is answered where it was asked. */
export function ofQuestions(views: readonly Views['WaitingQuestionView'][]): Waiting[] {
  return views.map(({ id, activityId, activityTitle, text, createdAt }) => ({
    ...plain,
    id,
    to: `/activities/${activityId}`,
    title: activityTitle,
    note: { key: 'question', text: shortened(text) },
    deadline: { kind: 'since', at: createdAt },
  }));
}

export function ofProposals(views: readonly Views['WaitingProposalView'][]): Waiting[] {
  return views.map(({ activityId, title, proposerName, proposedAt }) => ({
    ...plain,
    id: activityId,
    to: `/activities/${activityId}`,
    title,
    note: { key: 'proposal', name: proposerName },
    deadline: { kind: 'since', at: proposedAt },
  }));
}

/** Roles, names and size classes, which are decided on the page that lists them. */
export function ofPendingChanges(views: readonly Views['PendingChangeView'][]): Waiting[] {
  return views.map(({ id, kind, unionName, subjectName, proposerName, proposedAt }) => ({
    ...plain,
    id,
    to: '/pending-changes',
    title: kind === 'union' ? unionName : `${subjectName} · ${unionName}`,
    note: { key: 'pendingChange', name: proposerName },
    deadline: { kind: 'since', at: proposedAt },
  }));
}

export function ofSurveys(views: readonly Views['MySurveyView'][]): Waiting[] {
  return views.map(({ id, activityTitle, closesAt }) => ({
    ...plain,
    id,
    to: `/surveys/${id}/answer`,
    title: activityTitle,
    note: { key: 'survey' },
    deadline: { kind: 'closes', at: closesAt },
  }));
}

/** Surveys that the parties of the person's unions have not answered yet. */
export function ofEfficacySurveys(views: readonly Views['MyEfficacyInvitationView'][]): Waiting[] {
  return views
    .filter(({ answered }) => !answered)
    .map(({ id, efficacySurveyId, name, party, closesAt, kind: role }) => ({
      ...plain,
      id,
      to: `/efficacy-surveys/${efficacySurveyId}/answer`,
      title: name,
      note: { key: 'efficacySurvey', party: party.name, role },
      deadline: { kind: 'closes', at: closesAt },
    }));
}

/** The person's own loans that are not over: to be decided, to be picked up, to be returned. */
export function ofMyLoans(views: readonly Views['LoanView'][]): Waiting[] {
  return views.flatMap((view) => {
    const { id, state, resourceTitle: title, borrowerUnionName: union, overdue: isOverdue } = view;
    if (state !== 'requested' && state !== 'approved' && state !== 'handedOver') return [];
    const note: Note = state === 'requested' ? { key: state, union } : { key: state };
    const isAhead = state === 'handedOver' ? {} : { isAhead: true as const };
    const deadline = deadlineOfLoan(view);
    return { ...plain, id, to: `/loans/${id}`, title, note, deadline, isOverdue, ...isAhead };
  });
}

/** A handover that the other side has recorded counts as confirmed where nobody answers. */
export function ofHandovers(views: readonly Views['WaitingHandoverView'][]): Waiting[] {
  return views.map(
    ({ id, loanId, resourceTitle: title, direction, recordedBy, unionName: union, answerBy }) => {
      const key = handoverNotes[recordedBy][direction];
      const deadline = { kind: 'assumedBy', at: answerBy } as const;
      return { ...plain, id, to: `/loans/${loanId}`, title, note: { key, union }, deadline };
    },
  );
}

const handoverNotes = {
  owner: { out: 'handedOut', back: 'takenBack' },
  borrower: { out: 'fetched', back: 'givenBack' },
} as const;

/** A union owes the claimed amount once it accepts. */
export function ofDamages(views: readonly Views['WaitingDamageView'][]): Waiting[] {
  return views.map(
    ({
      id,
      loanId,
      resourceTitle,
      amount: money,
      borrowerUnionName: party,
      ownerUnionName: owner,
      answerBy,
      toDecide,
    }) => ({
      ...plain,
      id,
      to: `/loans/${loanId}`,
      title: resourceTitle,
      money,
      note: { key: toDecide ? 'damageToDecide' : 'damage', party, owner },
      deadline: toDecide ? null : { kind: 'answerBy', at: answerBy },
    }),
  );
}

function deadlineOfLoan({ state, decideBy, startsAt, endsAt }: Views['LoanView']): Waiting['deadline'] {
  if (state === 'handedOver') return { kind: 'returnBy', at: endsAt };
  if (state === 'approved') return { kind: 'starts', at: startsAt };
  return decideBy === null ? null : { kind: 'decideBy', at: decideBy };
}

export function ofLoanRequests(views: readonly Views['LoanView'][]): Waiting[] {
  return views.map((view) => {
    const { id, resourceTitle: title, borrowerUnionName: union } = view;
    const deadline = deadlineOfLoan(view);
    return { ...plain, id, to: `/loans/${id}`, title, note: { key: 'requested', union }, deadline };
  });
}

export function ofInvitations(views: readonly Views['CoHostView'][]): Waiting[] {
  return views.map(({ id, activityTitle, activityStartsAt, party, organiser }) => ({
    ...plain,
    id,
    to: '/co-host-invitations',
    title: activityTitle,
    note: { key: 'invited', party: party.name, organiser: organiser.name },
    deadline: { kind: 'starts', at: activityStartsAt },
  }));
}

export function ofAgreements(views: readonly Views['AgreementAwaitingView'][]): Waiting[] {
  return views.map(({ id, activityId, activityTitle, activityStartsAt, waitingFor }) => ({
    ...plain,
    id,
    to: `/activities/${activityId}/agreement`,
    title: activityTitle,
    note: { key: 'sign', parties: waitingFor.map(({ name }) => name) },
    deadline: { kind: 'starts', at: activityStartsAt },
  }));
}

/** Tasks, which are done on the organising page of their activity. */
export function ofTasks(views: readonly Views['WaitingTaskView'][]): Waiting[] {
  return views.map(({ id, activityId, activityTitle, title, party, dueOn, overdue: isOverdue }) => ({
    ...plain,
    id,
    to: `/activities/${activityId}/organise`,
    title,
    isOverdue,
    note: { key: 'task', party: party.name, activity: activityTitle },
    deadline: dueOn === null ? null : { kind: 'dueOn', at: dueOn },
  }));
}

export function ofMatches(views: readonly Views['MatchView'][]): Waiting[] {
  return views.map(({ id, needId, needTitle, offer, ownerUnionName, proposedAt }) => ({
    ...plain,
    id,
    to: `/needs/${needId}`,
    title: needTitle,
    note: { key: 'proposed', resource: offer.title, union: ownerUnionName },
    deadline: proposedAt === null ? null : { kind: 'since', at: proposedAt },
  }));
}

export function ofCostPools(views: readonly Views['CostPoolSummaryView'][]): Waiting[] {
  return views.map(({ id, activityTitle, unionName, total, submittedAt }) => ({
    ...plain,
    id,
    to: `/cost-pools/${id}`,
    title: activityTitle,
    money: total,
    note: { key: 'costPool', union: unionName },
    deadline: submittedAt === null ? null : { kind: 'since', at: submittedAt },
  }));
}

export function ofConfirmations(views: readonly Views['ConfirmationSummaryView'][]): Waiting[] {
  return views.map(({ id, title, party, owes, owed, confirmBy }) => ({
    ...plain,
    id,
    to: `/confirmations/${id}`,
    title,
    money: owes.amount === '0' ? owed : owes,
    note: { key: owes.amount === '0' ? 'owed' : 'owes', party: party.name },
    deadline: { kind: 'answerBy', at: confirmBy },
  }));
}

/** The person who decides has no deadline, so the day is that on which the dispute was referred to them. */
export function ofDisputes(views: readonly Views['DisputeView'][]): Waiting[] {
  return views.map(({ id, title, party, owes, owed, talkUntil, referredAt, mayDismiss }) => ({
    ...plain,
    id,
    to: `/disputes/${id}`,
    title,
    money: owes.amount === '0' ? owed : owes,
    note: { key: 'dispute', party: party.name },
    deadline: mayDismiss
      ? { kind: 'since', at: referredAt ?? talkUntil }
      : { kind: 'answerBy', at: talkUntil },
  }));
}

/** A run has no name, so its title is its period. */
export function ofNettingRuns(views: readonly Views['NettingRunSummaryView'][]): Waiting[] {
  return views.map(({ id, periodFrom, periodTo, transferCount, total, createdAt }) => ({
    ...plain,
    id,
    to: `/netting-runs/${id}`,
    title: { from: periodFrom, to: periodTo },
    money: total,
    note: { key: 'nettingRun', count: transferCount },
    deadline: { kind: 'since', at: createdAt },
  }));
}

/** The payer reports the payment as sent, the payee as received; each sees the name of the other. */
export function ofPayments(views: readonly Views['PaymentView'][]): Waiting[] {
  return views.map(({ id, payer, payee, amount, sentAt, createdAt, mayConfirm }) => {
    const isToSend = sentAt === null && mayConfirm.includes('sent');
    return {
      ...plain,
      id,
      to: `/payments?view=${isToSend ? 'toSend' : 'toReceive'}`,
      title: isToSend ? payee.name : payer.name,
      money: amount,
      note: { key: isToSend ? 'send' : 'receive', payer: payer.name, payee: payee.name },
      deadline: { kind: 'since', at: sentAt ?? createdAt },
    };
  });
}

const titleCharactersMax = 60;

export function ofIntake(views: readonly Views['IntakeSummaryView'][]): Waiting[] {
  return views.map(({ id, text, kind, personUnionName, dueAt, overdue: isOverdue }) => ({
    ...plain,
    id,
    to: `/intake/${id}`,
    title: shortened(text),
    isOverdue,
    note: { key: 'intake', kind, union: personUnionName },
    deadline: { kind: 'answerBy', at: dueAt },
  }));
}

function shortened(text: string): string {
  const characters = [...text.trim().replaceAll(/\s+/g, ' ')];
  return characters.length <= titleCharactersMax
    ? characters.join('')
    : `${characters.slice(0, titleCharactersMax - 1).join('')}…`;
}

/** Things with a day come first, the earliest at the top. */
export function byDeadline(items: readonly Waiting[]): Waiting[] {
  return [...items].sort((one, other) => timeOf(one) - timeOf(other));
}

/** Milliseconds; a thing without a day is last. */
function timeOf({ deadline }: Waiting): number {
  return deadline === null ? Number.MAX_SAFE_INTEGER : Date.parse(deadline.at);
}

interface Settling {
  readonly items: readonly Waiting[] | undefined;
}

/**
 * The order of the cards: the earliest deadline first. While one of them loads they stay in their own order, so that
 * nothing moves away under the finger.
 */
export function inOrder<Card extends Settling>(cards: readonly Card[]): readonly Card[] {
  if (cards.some(({ items }) => items === undefined)) return cards;
  const earliest = ({ items = [] }: Card): number => Math.min(Number.MAX_SAFE_INTEGER, ...items.map(timeOf));
  return [...cards].sort((one, other) => earliest(one) - earliest(other));
}
