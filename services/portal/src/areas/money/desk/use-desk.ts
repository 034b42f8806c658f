import { useQueries } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import {
  byUrgency,
  type DeskKind,
  type DeskLine,
  ofConfirmations,
  ofDisputes,
  ofPayments,
  ofPools,
  ofRuns,
} from './desk.model.js';

/** The most of each kind; more than anybody deals with in a day. */
export const linesMax = 200;

interface DeskSource {
  readonly kind: DeskKind;
  /** Begins with the noun that a live hint names. */
  readonly noun: string;
  readonly load: (signal: AbortSignal) => Promise<DeskLine[]>;
}

const params = { query: { limit: linesMax, waitingForMe: true } } as const;

const sources: readonly DeskSource[] = [
  {
    kind: 'costPools',
    noun: 'costPool',
    load: async (signal) =>
      ofPools((await answerOf(api.GET('/api/v1/cost-pools', { params, signal }))).items),
  },
  {
    kind: 'confirmations',
    noun: 'confirmation',
    load: async (signal) =>
      ofConfirmations((await answerOf(api.GET('/api/v1/confirmations', { params, signal }))).items),
  },
  {
    kind: 'disputes',
    noun: 'dispute',
    load: async (signal) =>
      ofDisputes((await answerOf(api.GET('/api/v1/disputes', { params, signal }))).items),
  },
  {
    kind: 'nettingRuns',
    noun: 'nettingRun',
    load: async (signal) =>
      ofRuns((await answerOf(api.GET('/api/v1/netting-runs', { params, signal }))).items),
  },
  {
    kind: 'payments',
    noun: 'payment',
    load: async (signal) =>
      ofPayments((await answerOf(api.GET('/api/v1/payments', { params, signal }))).items),
  },
];

interface Failure {
  readonly kind: DeskKind;
  readonly error: Error;
  readonly retry: () => void;
}

/** All that waits, asked for at once: a kind that fails leaves the others alone. */
export function useDesk(): {
  readonly lines: readonly DeskLine[];
  readonly isLoading: boolean;
  readonly failures: readonly Failure[];
} {
  const answers = useQueries({
    queries: sources.map(({ noun, load }) => ({
      queryKey: [noun, 'desk'],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => load(signal),
    })),
  });
  return {
    lines: byUrgency(answers.flatMap(({ data }) => data ?? [])),
    isLoading: answers.some(({ isPending }) => isPending),
    failures: answers.flatMap(({ error, refetch }, index) => {
      const kind = sources[index]?.kind;
      return error === null || kind === undefined ? [] : [{ kind, error, retry: () => void refetch() }];
    }),
  };
}
