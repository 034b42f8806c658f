import type { Noun } from '../../../api/nouns.js';
import { type ItemAt, type ListPath, pagesOf } from '../../../api/use-read.js';
import { keepSeats } from '../../activities/kept-seats/kept-seats.js';
import type { RoleName } from '../../../session/use-offices.js';
import {
  ofAgreements,
  ofConfirmations,
  ofCostPools,
  ofDamages,
  ofDisputes,
  ofEfficacySurveys,
  ofHandovers,
  ofIntake,
  ofInvitations,
  ofLoanRequests,
  ofMatches,
  ofMyLoans,
  ofNettingRuns,
  ofPayments,
  ofPendingChanges,
  ofProposals,
  ofQuestions,
  ofRegistrations,
  ofSurveys,
  ofTasks,
  type Waiting,
} from './waiting.model.js';

type CardKey =
  | 'registrations'
  | 'surveys'
  | 'efficacySurveys'
  | 'myLoans'
  | 'handovers'
  | 'damages'
  | 'invitations'
  | 'agreements'
  | 'tasks'
  | 'loanRequests'
  | 'matches'
  | 'intake'
  | 'pendingChanges'
  | 'questions'
  | 'proposals'
  | 'costPools'
  | 'confirmations'
  | 'disputes'
  | 'nettingRuns'
  | 'payments';

/** A list of what waits for a person with one of the roles. */
export interface CardSpec {
  readonly key: CardKey;
  /** Null: for everybody. */
  readonly roles: readonly RoleName[] | null;
  /** The page with all of it. */
  readonly to: string;
  readonly queryKey: readonly unknown[];
  readonly load: (signal: AbortSignal) => Promise<Waiting[]>;
}

const limit = 50;

interface ListCard<P extends ListPath> extends Pick<CardSpec, 'key' | 'roles' | 'to'> {
  readonly noun: Noun;
  readonly path: P;
  readonly filters: Parameters<typeof pagesOf<P>>[1];
  readonly waitingIn: (items: readonly ItemAt<P>[]) => Waiting[];
}

function card<P extends ListPath>({ noun, path, filters, waitingIn, ...spec }: ListCard<P>): CardSpec {
  const fetchPage = pagesOf(path, filters);
  return {
    ...spec,
    queryKey: [noun, 'home', spec.key],
    load: async (signal) => waitingIn((await fetchPage({ limit }, signal)).items),
  };
}

/** Answers with what waits for the person in their own unions, and not in all that they can see. */
const waitingInOwnUnions = { waitingForMe: true, ownUnions: true } as const;

/** The cards that everybody has, with or without a role. */
const everybody: readonly CardSpec[] = [
  card({
    key: 'registrations',
    roles: null,
    to: '/my',
    noun: 'registration',
    path: '/me/registrations',
    filters: {},
    waitingIn: (items) => {
      void keepSeats(items);
      return ofRegistrations(items, new Date());
    },
  }),
  card({
    key: 'surveys',
    roles: null,
    to: '/my',
    noun: 'survey',
    path: '/me/surveys',
    filters: {},
    waitingIn: ofSurveys,
  }),
  card({
    key: 'myLoans',
    roles: null,
    to: '/my',
    noun: 'loan',
    path: '/me/loans',
    filters: {},
    waitingIn: ofMyLoans,
  }),
  card({
    key: 'handovers',
    roles: null,
    to: '/loans',
    noun: 'loan',
    path: '/handovers',
    filters: { waitingForMe: true },
    waitingIn: ofHandovers,
  }),
];

const sharing: readonly CardSpec[] = [
  card({
    key: 'efficacySurveys',
    roles: ['officer'],
    to: '/efficacy-surveys',
    noun: 'efficacySurvey',
    path: '/me/efficacy-surveys',
    filters: {},
    waitingIn: ofEfficacySurveys,
  }),
  card({
    key: 'invitations',
    roles: ['officer', 'organiser'],
    to: '/co-host-invitations',
    noun: 'coHost',
    path: '/co-host-invitations',
    filters: waitingInOwnUnions,
    waitingIn: ofInvitations,
  }),
  card({
    key: 'agreements',
    roles: ['officer', 'finance'],
    to: '/activities',
    noun: 'agreement',
    path: '/agreements',
    filters: waitingInOwnUnions,
    waitingIn: ofAgreements,
  }),
  card({
    key: 'tasks',
    roles: ['officer', 'organiser'],
    to: '/activities',
    noun: 'activityTask',
    path: '/activity-tasks',
    filters: waitingInOwnUnions,
    waitingIn: ofTasks,
  }),
  card({
    key: 'damages',
    roles: ['officer', 'finance'],
    to: '/loans?role=borrower',
    noun: 'loan',
    path: '/damages',
    filters: { waitingForMe: true },
    waitingIn: ofDamages,
  }),
  card({
    key: 'loanRequests',
    roles: ['officer', 'organiser'],
    to: '/loans',
    noun: 'loan',
    path: '/loans',
    filters: { role: 'owner', state: 'requested', ownUnions: true },
    waitingIn: ofLoanRequests,
  }),
  card({
    key: 'matches',
    roles: ['officer', 'organiser'],
    to: '/needs',
    noun: 'match',
    path: '/matches',
    filters: waitingInOwnUnions,
    waitingIn: ofMatches,
  }),
  card({
    key: 'intake',
    roles: ['officer'],
    to: '/intake',
    noun: 'intake',
    path: '/intake',
    filters: { waitingForMe: true },
    waitingIn: ofIntake,
  }),
  card({
    key: 'pendingChanges',
    // Anybody may be offered a role, which they accept or decline.
    roles: null,
    to: '/pending-changes',
    noun: 'pendingChange',
    path: '/pending-changes',
    filters: { waitingForMe: true },
    waitingIn: ofPendingChanges,
  }),
  card({
    key: 'questions',
    roles: ['officer', 'organiser'],
    to: '/activities',
    noun: 'question',
    path: '/questions',
    filters: waitingInOwnUnions,
    waitingIn: ofQuestions,
  }),
  card({
    key: 'proposals',
    roles: ['officer'],
    to: '/activity-proposals',
    noun: 'proposal',
    path: '/activity-proposals',
    filters: waitingInOwnUnions,
    waitingIn: ofProposals,
  }),
];

const money: readonly CardSpec[] = [
  card({
    key: 'costPools',
    roles: ['approver'],
    to: '/cost-pools',
    noun: 'costPool',
    path: '/cost-pools',
    filters: waitingInOwnUnions,
    waitingIn: ofCostPools,
  }),
  card({
    key: 'confirmations',
    roles: ['finance', 'officer'],
    to: '/confirmations',
    noun: 'confirmation',
    path: '/confirmations',
    filters: waitingInOwnUnions,
    waitingIn: ofConfirmations,
  }),
  card({
    key: 'disputes',
    roles: ['finance', 'officer', 'approver'],
    to: '/disputes',
    noun: 'dispute',
    path: '/disputes',
    filters: waitingInOwnUnions,
    waitingIn: ofDisputes,
  }),
  card({
    key: 'nettingRuns',
    roles: ['approver'],
    to: '/netting-runs',
    noun: 'nettingRun',
    path: '/netting-runs',
    filters: waitingInOwnUnions,
    waitingIn: ofNettingRuns,
  }),
  card({
    key: 'payments',
    roles: ['finance'],
    to: '/payments',
    noun: 'payment',
    path: '/payments',
    filters: waitingInOwnUnions,
    waitingIn: ofPayments,
  }),
];

const cards: readonly CardSpec[] = [...everybody, ...sharing, ...money];

/** The cards for a person with these roles. */
export function cardsFor(holds: (...roles: readonly RoleName[]) => boolean): readonly CardSpec[] {
  return cards.filter(({ roles }) => roles === null || holds(...roles));
}
