import { useEffect, useRef, useState } from 'react';
import { api } from '../../../api/platform.js';
import { ProblemError } from '../../../api/problem.js';
import { request } from '../../../api/request.js';
import { SubmitKey } from '../../../api/submit-key.js';
import type { Span } from '../resource/availability.js';

/** The time to hold while the form is filled in. */
export interface HoldWish {
  readonly resourceId: string;
  readonly borrowerUnionId: string;
  readonly span: Span;
  readonly quantity: number;
}

/** The time is held, expired, or taken by others; `none` too where another rule forbids the loan, which the request reports. */
export type HoldState =
  { readonly is: 'none' | 'over' | 'taken' } | { readonly is: 'kept'; readonly expiresAt: string };

interface Kept {
  readonly id: string;
  readonly token: string | null;
  readonly expiresAt: string;
}

/** A time that is held, or about to be. */
interface Holding {
  /** With it the request takes the held time; null where there is no hold. After this call no hold is begun. */
  readonly token: () => Promise<string | null>;
  /** The time has become a loan. */
  readonly used: () => void;
  readonly leave: () => void;
}

/** A time is held once it has stood in the form for a moment, so that choosing one holds none on the way. */
const settleMs = 800;
const nothing: HoldWish = { resourceId: '', borrowerUnionId: '', span: { start: 0, end: 0 }, quantity: 1 };

/**
 * Holds a time for the person who fills in the form, and releases it when they choose another or leave.
 * @param wish null as long as there is nothing to hold
 */
export function useHold(wish: HoldWish | null): {
  readonly hold: HoldState;
  readonly token: () => Promise<string | null>;
  readonly used: () => void;
  /** Holds it once more. */
  readonly again: () => void;
} {
  const [hold, setHold] = useState<HoldState>({ is: 'none' });
  const [attempt, setAttempt] = useState(0);
  const holding = useRef<Holding | null>(null);
  const { resourceId, borrowerUnionId, quantity } = wish ?? nothing;
  const { start, end } = (wish ?? nothing).span;
  useEffect(() => {
    if (resourceId === '') return undefined;
    const begun = begin({ resourceId, borrowerUnionId, quantity, span: { start, end } }, setHold);
    holding.current = begun;
    return () => {
      holding.current = null;
      begun.leave();
      setHold({ is: 'none' });
    };
  }, [resourceId, borrowerUnionId, quantity, start, end, attempt]);
  return {
    hold,
    token: () => holding.current?.token() ?? Promise.resolve(null),
    used: () => holding.current?.used(),
    again: () => setAttempt((before) => before + 1),
  };
}

function begin(wish: HoldWish, report: (state: HoldState) => void): Holding {
  let kept: Kept | null = null;
  let asked: Promise<void> = Promise.resolve();
  let isLeft = false;
  let expiry: ReturnType<typeof setTimeout> | undefined;
  const releaseHold = (): void => {
    if (kept !== null) release(wish.resourceId, kept.id);
    kept = null;
  };
  const arrived = (answer: Kept): void => {
    kept = answer;
    // A repeated answer has no token, and without a token no request can take the hold.
    if (isLeft || answer.token === null) return releaseHold();
    const { expiresAt } = answer;
    report({ is: 'kept', expiresAt });
    expiry = setTimeout(
      () => {
        kept = null;
        report({ is: 'over' });
      },
      Date.parse(expiresAt) - Date.now(),
    );
  };
  const failed = (error: unknown): void => {
    if (!isLeft && error instanceof ProblemError && error.problem.code === 'SLOT_TAKEN')
      report({ is: 'taken' });
  };
  const start = setTimeout(() => {
    asked = take(wish).then(arrived, failed);
  }, settleMs);
  // Closing the page releases it as well.
  window.addEventListener('pagehide', releaseHold);
  return {
    token: async () => {
      // A hold that begins now would block the request itself.
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
      window.removeEventListener('pagehide', releaseHold);
      releaseHold();
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
  const key = new SubmitKey().for(body);
  return request('post', '/resources/{resourceId}/holds', { resourceId, body }, { key });
}

function release(resourceId: string, holdId: string): void {
  const params = {
    path: { resourceId, holdId },
    header: { 'Idempotency-Key': new SubmitKey().for(holdId) },
  };
  const sent = api.DELETE('/api/v1/resources/{resourceId}/holds/{holdId}', { params, keepalive: true });
  sent.catch(() => undefined); // a hold that is not released expires some minutes later
}
