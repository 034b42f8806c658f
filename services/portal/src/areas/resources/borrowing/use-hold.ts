import { useEffect, useRef, useState } from 'react';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { ProblemError } from '../../../api/problem.js';
import { SubmitKey } from '../../../api/submit-key.js';
import type { Span } from '../resource/availability.js';

/** What is to be kept while the form is filled in. */
export interface HoldWish {
  readonly resourceId: string;
  readonly borrowerUnionId: string;
  readonly span: Span;
  readonly quantity: number;
}

/** How it stands with the time: kept, over, taken by others; none as well where something else forbids it, which sending tells. */
export type HoldState =
  { readonly is: 'none' | 'over' | 'taken' } | { readonly is: 'kept'; readonly expiresAt: string };

interface Kept {
  readonly id: string;
  readonly token: string | null;
  readonly expiresAt: string;
}

/** A time that is kept, or about to be. */
interface Keeping {
  /** What a request uses it up with, once it is known; null where there is none. It is asked for no more. */
  readonly token: () => Promise<string | null>;
  /** It has become a loan. */
  readonly used: () => void;
  readonly leave: () => void;
}

/** Whoever is still choosing a time holds none: only what stands for a moment is kept. */
const settleMs = 800;
const nothing: HoldWish = { resourceId: '', borrowerUnionId: '', span: { start: 0, end: 0 }, quantity: 1 };

/**
 * Keeps a time for who fills in the form, and gives it back when he chooses another or leaves.
 * @param wish null as long as there is nothing to keep
 */
export function useHold(wish: HoldWish | null): {
  readonly hold: HoldState;
  readonly token: () => Promise<string | null>;
  readonly used: () => void;
  /** Keeps it once more. */
  readonly again: () => void;
} {
  const [hold, setHold] = useState<HoldState>({ is: 'none' });
  const [attempt, setAttempt] = useState(0);
  const keeping = useRef<Keeping | null>(null);
  const { resourceId, borrowerUnionId, quantity } = wish ?? nothing;
  const { start, end } = (wish ?? nothing).span;
  useEffect(() => {
    if (resourceId === '') return undefined;
    const kept = keep({ resourceId, borrowerUnionId, quantity, span: { start, end } }, setHold);
    keeping.current = kept;
    return () => {
      keeping.current = null;
      kept.leave();
      setHold({ is: 'none' });
    };
  }, [resourceId, borrowerUnionId, quantity, start, end, attempt]);
  return {
    hold,
    token: () => keeping.current?.token() ?? Promise.resolve(null),
    used: () => keeping.current?.used(),
    again: () => setAttempt((before) => before + 1),
  };
}

function keep(wish: HoldWish, tell: (state: HoldState) => void): Keeping {
  let kept: Kept | null = null;
  let asked: Promise<void> = Promise.resolve();
  let isLeft = false;
  let expiry: ReturnType<typeof setTimeout> | undefined;
  const giveBack = (): void => {
    if (kept !== null) release(wish.resourceId, kept.id);
    kept = null;
  };
  const arrived = (answer: Kept): void => {
    kept = answer;
    // An answer that is repeated tells no token: nobody could use what it holds.
    if (isLeft || answer.token === null) return giveBack();
    const { expiresAt } = answer;
    tell({ is: 'kept', expiresAt });
    expiry = setTimeout(
      () => {
        kept = null;
        tell({ is: 'over' });
      },
      Date.parse(expiresAt) - Date.now(),
    );
  };
  const failed = (error: unknown): void => {
    if (!isLeft && error instanceof ProblemError && error.problem.code === 'SLOT_TAKEN')
      tell({ is: 'taken' });
  };
  const start = setTimeout(() => {
    asked = take(wish).then(arrived, failed);
  }, settleMs);
  // A page that is closed gives it back as well.
  window.addEventListener('pagehide', giveBack);
  return {
    token: async () => {
      // Asked for now, it would stand in the way of the very request.
      clearTimeout(start);
      await asked;
      return kept?.token ?? null;
    },
    used: () => {
      kept = null;
    },
    leave: () => {
      isLeft = true;
      clearTimeout(start);
      clearTimeout(expiry);
      window.removeEventListener('pagehide', giveBack);
      giveBack();
    },
  };
}

function take({ resourceId, borrowerUnionId, quantity, span: { start, end } }: HoldWish): Promise<Kept> {
  const body = {
    borrowerUnionId,
    quantity,
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(end).toISOString(),
  };
  const params = { path: { resourceId }, header: { 'Idempotency-Key': new SubmitKey().for(body) } };
  return answerOf(api.POST('/api/v1/resources/{resourceId}/holds', { params, body }));
}

function release(resourceId: string, holdId: string): void {
  const params = {
    path: { resourceId, holdId },
    header: { 'Idempotency-Key': new SubmitKey().for(holdId) },
  };
  const sent = api.DELETE('/api/v1/resources/{resourceId}/holds/{holdId}', { params, keepalive: true });
  sent.catch(() => undefined); // what does not arrive is free again by itself some minutes later
}
