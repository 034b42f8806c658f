import { useEffect, useRef, useState } from 'react';
import { outcomeOf, type Shown } from './check-in.model.js';
import { give } from './door-signal.js';
import { signalOf } from './door-signal.model.js';

/** Kept by the device, not by the person: it is the room that wants to be quiet. */
const mutedKey = 'gongxiang.door.muted';

/** Tells each outcome by tones and a shake, until the device is muted. */
export function useDoorSignal(shown: Shown | null) {
  const [isMuted, setIsMuted] = useState(() => localStorage.getItem(mutedKey) !== null);
  const scan = shown?.item.operationId ?? null;
  // An answer that says the same as the device did is not told twice.
  const signal = shown === null ? null : signalOf(outcomeOf(shown));
  // Read when an outcome comes: pressing the switch is none.
  const muted = useRef(isMuted);
  useEffect(() => {
    if (scan !== null && signal !== null && !muted.current) give(signal);
  }, [scan, signal]);
  const mute = (isWanted: boolean): void => {
    if (isWanted) localStorage.setItem(mutedKey, '1');
    else localStorage.removeItem(mutedKey);
    muted.current = isWanted;
    setIsMuted(isWanted);
  };
  return { isMuted, mute };
}
