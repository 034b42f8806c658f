import { useEffect, useState } from 'react';
import { platformTime, type Standing, standingOf } from './queue.model.js';
import type { Place } from './use-queue.js';

const tickMs = 1_000;

/** How one stands by the second, and what time it is on the platform. @param heardAt when the place was told, in ms */
export function useStanding(
  place: Place,
  joinFrom: string,
  heardAt: number,
): { readonly standing: Standing; readonly now: Date } {
  const [phoneNow, setPhoneNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setPhoneNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  const now = platformTime(place.askedAt, heardAt, Math.max(heardAt, phoneNow));
  return { standing: standingOf(place, joinFrom, now), now };
}
