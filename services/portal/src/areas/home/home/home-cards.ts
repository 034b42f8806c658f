import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
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

export type CardKey =
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

/** A list of what waits for whoever holds one of the roles. */
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

/** What everybody has, whatever his office. */
const everybody: readonly CardSpec[] = [
  {
    key: 'registrations',
    roles: null,
    to: '/my',
    queryKey: ['registration', 'home'],
    load: async (signal) => {
      const query = { limit };
      const page = await answerOf(api.GET('/api/v1/me/registrations', { params: { query }, signal }));
      void keepSeats(page.items);
      return ofRegistrations(page.items, new Date());
    },
  },
  {
    key: 'surveys',
    roles: null,
    to: '/my',
    queryKey: ['survey', 'home'],
    load: async (signal) => {
      const page = await answerOf(api.GET('/api/v1/me/surveys', { params: { query: { limit } }, signal }));
      return ofSurveys(page.items);
    },
  },
  {
    key: 'myLoans',
    roles: null,
    to: '/my',
    queryKey: ['loan', 'home', 'mine'],
    load: async (signal) => {
      const page = await answerOf(api.GET('/api/v1/me/loans', { params: { query: { limit } }, signal }));
      return ofMyLoans(page.items);
    },
  },
  {
    key: 'handovers',
    roles: null,
    to: '/loans',
    queryKey: ['loan', 'home', 'handovers'],
    load: async (signal) => {
      const query = { limit, waitingForMe: true } as const;
      const page = await answerOf(api.GET('/api/v1/handovers', { params: { query }, signal }));
      return ofHandovers(page.items);
    },
  },
];

const sharing: readonly CardSpec[] = [
  {
    key: 'efficacySurveys',
    roles: ['officer'],
    to: '/efficacy-surveys',
    queryKey: ['efficacySurvey', 'home'],
    load: async (signal) => {
      const query = { limit };
      const page = await answerOf(api.GET('/api/v1/me/efficacy-surveys', { params: { query }, signal }));
      return ofEfficacySurveys(page.items);
    },
  },
  {
    key: 'invitations',
    roles: ['officer', 'organiser'],
    to: '/co-host-invitations',
    queryKey: ['coHost', 'home'],
    load: async (signal) => {
      const query = { limit, waitingForMe: true, ownUnions: true };
      const page = await answerOf(api.GET('/api/v1/co-host-invitations', { params: { query }, signal }));
      return ofInvitations(page.items);
    },
  },
  {
    key: 'agreements',
    roles: ['officer', 'finance'],
    to: '/activities',
    queryKey: ['agreement', 'home'],
    load: async (signal) => {
      const query = { limit, waitingForMe: true, ownUnions: true };
      const page = await answerOf(api.GET('/api/v1/agreements', { params: { query }, signal }));
      return ofAgreements(page.items);
    },
  },
  {
    key: 'tasks',
    roles: ['officer', 'organiser'],
    to: '/activities',
    queryKey: ['activityTask', 'home'],
    load: async (signal) => {
      const query = { limit, waitingForMe: true, ownUnions: true };
      const page = await answerOf(api.GET('/api/v1/activity-tasks', { params: { query }, signal }));
      return ofTasks(page.items);
    },
  },
  {
    key: 'damages',
    roles: ['officer', 'finance'],
    to: '/loans?role=borrower',
    queryKey: ['loan', 'home', 'damages'],
    load: async (signal) => {
      const query = { limit, waitingForMe: true } as const;
      const page = await answerOf(api.GET('/api/v1/damages', { params: { query }, signal }));
      return ofDamages(page.items);
    },
  },
  {
    key: 'loanRequests',
    roles: ['officer', 'organiser'],
    to: '/loans',
    queryKey: ['loan', 'home', 'requests'],
    load: async (signal) => {
      const query = { limit, role: 'owner', state: 'requested', ownUnions: true } as const;
      const page = await answerOf(api.GET('/api/v1/loans', { params: { query }, signal }));
      return ofLoanRequests(page.items);
    },
  },
  {
    key: 'matches',
    roles: ['officer', 'organiser'],
    to: '/needs',
    queryKey: ['match', 'home'],
    load: async (signal) => {
      const query = { limit, waitingForMe: true, ownUnions: true };
      const page = await answerOf(api.GET('/api/v1/matches', { params: { query }, signal }));
      return ofMatches(page.items);
    },
  },
  {
    key: 'intake',
    roles: ['officer'],
    to: '/intake',
    queryKey: ['intake', 'home'],
    load: async (signal) => {
      const query = { limit, waitingForMe: true };
      const page = await answerOf(api.GET('/api/v1/intake', { params: { query }, signal }));
      return ofIntake(page.items);
    },
  },
  {
    key: 'pendingChanges',
    // Whoever is asked to hold a role accepts it.
    roles: null,
    to: '/pending-changes',
    queryKey: ['pendingChange', 'home'],
    load: async (signal) => {
      const query = { limit, waitingForMe: true };
      const page = await answerOf(api.GET('/api/v1/pending-changes', { params: { query }, signal }));
      return ofPendingChanges(page.items);
    },
  },
  {
    key: 'questions',
    roles: ['officer', 'organiser'],
    to: '/activities',
    queryKey: ['question', 'home'],
    load: async (signal) => {
      const query = { limit, waitingForMe: true, ownUnions: true };
      const page = await answerOf(api.GET('/api/v1/questions', { params: { query }, signal }));
      return ofQuestions(page.items);
    },
  },
  {
    key: 'proposals',
    roles: ['officer'],
    to: '/activity-proposals',
    queryKey: ['proposal', 'home'],
    load: async (signal) => {
      const query = { limit, waitingForMe: true, ownUnions: true };
      const page = await answerOf(api.GET('/api/v1/activity-proposals', { params: { query }, signal }));
      return ofProposals(page.items);
    },
  },
];

const money: readonly CardSpec[] = [
  {
    key: 'costPools',
    roles: ['approver'],
    to: '/cost-pools',
    queryKey: ['costPool', 'home'],
    load: async (signal) => {
      const query = { limit, waitingForMe: true, ownUnions: true };
      const page = await answerOf(api.GET('/api/v1/cost-pools', { params: { query }, signal }));
      return ofCostPools(page.items);
    },
  },
  {
    key: 'confirmations',
    roles: ['finance', 'officer'],
    to: '/confirmations',
    queryKey: ['confirmation', 'home'],
    load: async (signal) => {
      const query = { limit, waitingForMe: true, ownUnions: true };
      const page = await answerOf(api.GET('/api/v1/confirmations', { params: { query }, signal }));
      return ofConfirmations(page.items);
    },
  },
  {
    key: 'disputes',
    roles: ['finance', 'officer', 'approver'],
    to: '/disputes',
    queryKey: ['dispute', 'home'],
    load: async (signal) => {
      const query = { limit, waitingForMe: true, ownUnions: true };
      const page = await answerOf(api.GET('/api/v1/disputes', { params: { query }, signal }));
      return ofDisputes(page.items);
    },
  },
  {
    key: 'nettingRuns',
    roles: ['approver'],
    to: '/netting-runs',
    queryKey: ['nettingRun', 'home'],
    load: async (signal) => {
      const query = { limit, waitingForMe: true, ownUnions: true };
      const page = await answerOf(api.GET('/api/v1/netting-runs', { params: { query }, signal }));
      return ofNettingRuns(page.items);
    },
  },
  {
    key: 'payments',
    roles: ['finance'],
    to: '/payments',
    queryKey: ['payment', 'home'],
    load: async (signal) => {
      const query = { limit, waitingForMe: true, ownUnions: true };
      const page = await answerOf(api.GET('/api/v1/payments', { params: { query }, signal }));
      return ofPayments(page.items);
    },
  },
];

const cards: readonly CardSpec[] = [...everybody, ...sharing, ...money];

/** Those of the cards that make sense to somebody with these offices. */
export function cardsFor(holds: (...roles: readonly RoleName[]) => boolean): readonly CardSpec[] {
  return cards.filter(({ roles }) => roles === null || holds(...roles));
}
