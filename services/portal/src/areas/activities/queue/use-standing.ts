import { useEffect, useState } from 'react';
import { platformTime, type Standing, standingOf } from './queue.model.js';
import type { Place } from './use-queue.js';

const tickMs = 1_000;

/** The person's standing, second by second, and the time on the platform. @param receivedAt when the answer came, in ms */
export function useStanding(
  place: Place,
  joinFrom: string,
  receivedAt: number,
): { readonly standing: Standing; readonly now: Date } {
  const [phoneNow, setPhoneNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setPhoneNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  const now = platformTime(place.askedAt, receivedAt, Math.max(receivedAt, phoneNow));
  return { standing: standingOf(place, joinFrom, now), now };
}
