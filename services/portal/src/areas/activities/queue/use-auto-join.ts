import { useEffect, useRef } from 'react';
import type { Phase } from './queue.model.js';
import { useJoinQueue } from './use-queue.js';

/** The pages that wait for the moment from which one may join do not all ask in the same second. */
const spreadMs = 10_000;

/** Opening the page is joining: at once, or as soon as it is allowed. After a failure the person presses a button. */
export function useAutoJoin(activityId: string, phase: Phase) {
  const join = useJoinQueue(activityId);
  const { mutate, isIdle } = join;
  const cameEarly = useRef(phase === 'ahead');
  const mayJoin = phase === 'joinable' && isIdle;
  useEffect(() => {
    if (!mayJoin) return undefined;
    const timer = setTimeout(() => mutate(null), cameEarly.current ? Math.random() * spreadMs : 0);
    return () => clearTimeout(timer);
  }, [mayJoin, mutate]);
  return join;
}
