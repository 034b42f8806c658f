import { useEffect, useRef } from 'react';
import type { Phase } from './queue.model.js';
import { useJoinQueue } from './use-queue.js';

/** Whoever waited for the moment from which one may join: all those pages need not ask in the same second. */
const spreadMs = 10_000;

/** Opening the page is joining: at once, or as soon as one may. What failed waits for a press. */
export function useJoinByItself(activityId: string, phase: Phase) {
  const join = useJoinQueue(activityId);
  const { mutate, isIdle } = join;
  const cameEarly = useRef(phase === 'ahead');
  const mayJoin = phase === 'joinable' && isIdle;
  useEffect(() => {
    if (!mayJoin) return undefined;
    const timer = setTimeout(() => mutate(), cameEarly.current ? Math.random() * spreadMs : 0);
    return () => clearTimeout(timer);
  }, [mayJoin, mutate]);
  return join;
}
