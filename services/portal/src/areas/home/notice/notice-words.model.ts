import type { components } from '../../../api/schema.js';

export type Notice = components['schemas']['NoticeView'];
type Details = Notice['details'];

/** A sentence of `notice.text`; the component that shows it fills in counts and names. */
export type Sentence =
  | 'seatGiven'
  | 'seatOffered'
  | 'seatWithdrawn'
  | 'offerExpired'
  | 'signedUpConfirmed'
  | 'signedUpWaitlisted'
  | 'cancelledByOfficer'
  | 'cancelledMembershipEnded'
  | 'activityCancelled'
  | 'timeChanged'
  | 'placeChanged'
  | 'placeUnknown'
  | 'startsAt'
  | 'acceptBy'
  | 'signUpCloses'
  | 'poolOpens'
  | 'messageWithdrawn'
  | 'questionAnswered'
  | 'questionHidden'
  | 'taskDue'
  | 'invitationCountered'
  | 'coHostLeft'
  | 'brandAdopted'
  | 'adoptionAsked'
  | 'adoptionApproved'
  | 'adoptionRefused'
  | 'proposalWaiting'
  | 'proposalSponsored'
  | 'proposalDeclined'
  | 'attendanceCorrected'
  | 'albumWaiting'
  | 'albumApproved'
  | 'albumHidden'
  | 'albumReported'
  | 'albumStaysHidden'
  | 'albumShownAgain'
  | 'couponUnredeemed'
  | 'loanRequested'
  | 'loanApproved'
  | 'loanRefused'
  | 'loanCancelled'
  | 'loanDueSoon'
  | 'loanOverdue'
  | 'loanDelayed'
  | 'handoverWaiting'
  | 'handoverAssumed'
  | 'handoverDisputed'
  | 'extensionAsked'
  | 'extensionApproved'
  | 'extensionRefused'
  | 'damageClaimed'
  | 'damageDisputed'
  | 'damageSettled'
  | 'needMatched'
  | 'offerProposed'
  | 'offerAccepted'
  | 'offerDeclined'
  | 'waitOffered'
  | 'maintenanceDue'
  | 'maintenanceOverdue'
  | 'surveyOpened'
  | 'surveyReminded'
  | 'surveyKeys'
  | 'confirmationAsked'
  | 'confirmationAskedOwes'
  | 'confirmationAskedOwed'
  | 'confirmationDue'
  | 'confirmationDueOwes'
  | 'confirmationDueOwed'
  | 'disputeOpened'
  | 'disputeReferred'
  | 'paymentDue'
  | 'paymentOverdue'
  | 'subsidyReportDue'
  | 'subsidyReportOverdue'
  | 'disclosureDue'
  | 'seasonOpened'
  | 'seasonReminded'
  | 'seasonClosed'
  | 'rankingOnNotice'
  | 'rankingCorrected'
  | 'rankingFinal'
  | 'rankingWithdrawn'
  | 'rankingOutdated'
  | 'appealMade'
  | 'appealUpheld'
  | 'appealRejected'
  | 'intakeAnswered'
  | 'intakeClosed'
  | 'delegationGiven'
  | 'delegationGivenUntil'
  | 'delegationRevoked'
  | 'delegationEnded'
  | 'reason';

/** The sentences of each kind that has several, or one with another name than the kind. */
const sentencesByKind: Readonly<Partial<Record<Notice['kind'], (details: Details) => readonly Sentence[]>>> =
  {
    signedUp: ({ state }) => [state === 'waitlisted' ? 'signedUpWaitlisted' : 'signedUpConfirmed'],
    registrationCancelled: ({ cause }) => [
      cause === 'membershipEnded' ? 'cancelledMembershipEnded' : 'cancelledByOfficer',
    ],
    activityCancelled: ({ reason }) => ['activityCancelled', ...reasonOf(reason)],
    coHostLeft: ({ reason }) => ['coHostLeft', ...reasonOf(reason)],
    questionHidden: ({ reason }) => ['questionHidden', ...reasonOf(reason)],
    adoptionRefused: ({ reason }) => ['adoptionRefused', ...reasonOf(reason)],
    proposalDeclined: ({ reason }) => ['proposalDeclined', ...reasonOf(reason)],
    attendanceCorrected: ({ reason }) => ['attendanceCorrected', ...reasonOf(reason)],
    albumHidden: ({ reason }) => [reason === null ? 'albumReported' : 'albumHidden', ...reasonOf(reason)],
    albumReportDecided: ({ reason }) => [
      reason === null ? 'albumShownAgain' : 'albumStaysHidden',
      ...reasonOf(reason),
    ],
    loanRefused: ({ reason }) => ['loanRefused', ...reasonOf(reason)],
    loanCancelled: ({ reason }) => ['loanCancelled', ...reasonOf(reason)],
    handoverDisputed: ({ reason }) => ['handoverDisputed', ...reasonOf(reason)],
    extensionAsked: ({ reason }) => ['extensionAsked', ...reasonOf(reason)],
    extensionRefused: ({ reason }) => ['extensionRefused', ...reasonOf(reason)],
    damageClaimed: ({ reason }) => ['damageClaimed', ...reasonOf(reason)],
    damageDisputed: ({ reason }) => ['damageDisputed', ...reasonOf(reason)],
    damageSettled: ({ reason }) => ['damageSettled', ...reasonOf(reason)],
    confirmationAsked: ({ direction }) => [directed('confirmationAsked', direction)],
    confirmationDue: ({ direction }) => [directed('confirmationDue', direction)],
    surveyOpened: ({ keysHash }) => ['surveyOpened', ...keysOf(keysHash)],
    surveyReminded: ({ keysHash }) => ['surveyReminded', ...keysOf(keysHash)],
    rankingWithdrawn: ({ reason }) => ['rankingWithdrawn', ...reasonOf(reason)],
    delegationGiven: ({ at }) => [at === null ? 'delegationGiven' : 'delegationGivenUntil'],
    activityChanged: changesOf,
    reminder: reminderOf,
    message: ({ withdrawnAt }) => (withdrawnAt === null ? [] : ['messageWithdrawn']),
  };

/** The sentences of a notice. The text of a message is its sender's, and is shown separately. */
export function sentencesOf({ kind, details }: Notice): readonly Sentence[] {
  return sentencesByKind[kind]?.(details) ?? [kind as Sentence];
}

function reasonOf(reason: string | null): readonly Sentence[] {
  return reason === null ? [] : ['reason'];
}

/** Older notices do not have the direction. */
function directed(
  sentence: 'confirmationAsked' | 'confirmationDue',
  direction: Details['direction'],
): Sentence {
  if (direction === null) return sentence;
  return direction === 'owes' ? `${sentence}Owes` : `${sentence}Owed`;
}

function keysOf(keysHash: string | null): readonly Sentence[] {
  return keysHash === null ? [] : ['surveyKeys'];
}

/** An unchanged venue is not mentioned; a withdrawn one is unknown. */
function changesOf({ startsAtBefore, venue }: Details): readonly Sentence[] {
  const isMoved = startsAtBefore !== null;
  if (venue !== null) return [...(isMoved ? (['timeChanged'] as const) : []), 'placeChanged'];
  return [isMoved ? 'timeChanged' : 'placeUnknown'];
}

function reminderOf({ anchor, state }: Details): readonly Sentence[] {
  if (anchor !== 'start') return [anchor === 'poolOpens' ? 'poolOpens' : 'signUpCloses'];
  return state === 'held' ? ['startsAt', 'acceptBy'] : ['startsAt'];
}

/** The page of a notice about money. A year that waits for its disclosure is published from the list. */
export function moneyAddressOf(kind: Notice['kind'], id: string): string {
  if (kind.startsWith('confirmation')) return `/confirmations/${id}`;
  if (kind === 'disclosureDue') return '/disclosures';
  if (kind.startsWith('dispute')) return `/disputes/${id}`;
  return kind.startsWith('payment') ? `/payments/${id}` : `/subsidies/${id}`;
}
