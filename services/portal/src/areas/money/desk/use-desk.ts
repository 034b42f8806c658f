import { useQueries } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
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

/** The most of each kind that is read; nobody deals with more in a day. */
export const linesMax = 200;

interface DeskSource {
  readonly kind: DeskKind;
  /** The noun that a live hint names. */
  readonly noun: string;
  readonly load: (signal: AbortSignal) => Promise<DeskLine[]>;
}

const waiting = { limit: linesMax, waitingForMe: true } as const;

const sources: readonly DeskSource[] = [
  {
    kind: 'costPools',
    noun: 'costPool',
    load: async (signal) => ofPools((await request('get', '/cost-pools', waiting, { signal })).items),
  },
  {
    kind: 'confirmations',
    noun: 'confirmation',
    load: async (signal) =>
      ofConfirmations((await request('get', '/confirmations', waiting, { signal })).items),
  },
  {
    kind: 'disputes',
    noun: 'dispute',
    load: async (signal) => ofDisputes((await request('get', '/disputes', waiting, { signal })).items),
  },
  {
    kind: 'nettingRuns',
    noun: 'nettingRun',
    load: async (signal) => ofRuns((await request('get', '/netting-runs', waiting, { signal })).items),
  },
  {
    kind: 'payments',
    noun: 'payment',
    load: async (signal) => ofPayments((await request('get', '/payments', waiting, { signal })).items),
  },
];

interface Failure {
  readonly kind: DeskKind;
  readonly error: Error;
  readonly retry: () => void;
}

/** All that waits, read in parallel: a kind that fails leaves the others alone. */
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
