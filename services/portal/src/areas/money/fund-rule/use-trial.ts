import { useEffect, useRef, useState } from 'react';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import type { TrialBreach } from './fund-rule.model.js';

export interface TrialOutcome {
  readonly year: number;
  readonly poolCount: number;
  readonly unjudgedCount: number;
  readonly breaches: readonly TrialBreach[];
}

export interface TrialRun {
  readonly isRunning: boolean;
  /** Pools that were checked so far. */
  readonly poolCount: number;
  /** Null until all pages are here. */
  readonly result: TrialOutcome | null;
  readonly error: unknown;
  readonly run: (year: number) => void;
}

/** A bound for the loop; an answer of more pages is of no use. */
const pagesMax = 400;

const nothing = (year: number): TrialOutcome => ({ year, poolCount: 0, unjudgedCount: 0, breaches: [] });

/** Reads page after page; a new run ends the one before. */
export function useTrial(setId: string): TrialRun {
  const [state, setState] = useState<Omit<TrialRun, 'run'>>({
    isRunning: false,
    poolCount: 0,
    result: null,
    error: null,
  });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const run = (year: number): void => {
    running.current?.abort();
    const current = new AbortController();
    running.current = current;
    setState({ isRunning: true, poolCount: 0, result: null, error: null });
    const onPage = (so: TrialOutcome): void => setState((now) => ({ ...now, poolCount: so.poolCount }));
    collect({ setId, year, onPage }, current.signal).then(
      (result) => setState({ isRunning: false, poolCount: result.poolCount, result, error: null }),
      (error: unknown) => {
        // After a new run, or once the page is left, nobody waits for it.
        if (!current.signal.aborted) setState((now) => ({ ...now, isRunning: false, error }));
      },
    );
  };
  return { ...state, run };
}

type TrialPage = components['schemas']['FundRuleTrialView'];

interface Asked {
  readonly setId: string;
  readonly year: number;
  readonly onPage: (so: TrialOutcome) => void;
}

async function collect({ setId, year, onPage }: Asked, signal: AbortSignal): Promise<TrialOutcome> {
  let outcome = nothing(year);
  let cursor: string | null = null;
  for (let page = 0; page < pagesMax; page += 1) {
    const body = { year, ...(cursor === null ? {} : { cursor }) };
    const answer: TrialPage = await request(
      'post',
      '/fund-rule-sets/{setId}/trial',
      { setId, body },
      { signal },
    );
    outcome = {
      year,
      poolCount: outcome.poolCount + answer.poolCount,
      unjudgedCount: outcome.unjudgedCount + answer.unjudgedCount,
      breaches: [...outcome.breaches, ...answer.breaches],
    };
    onPage(outcome);
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return outcome;
}
