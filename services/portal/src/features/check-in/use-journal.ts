import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Shown } from './check-in.model.js';
import { canSeal, vaultOf } from './vault-of.js';

/** What became of scans at this door. */
interface Journal {
  /** Hashes of the persons who came in here since the roster was loaded, as far as the device or the platform says so. */
  readonly since: readonly string[];
  /** What the platform said otherwise, until the officer has seen it. */
  readonly anew: readonly Shown[];
}

const empty: Journal = { since: [], anew: [] };

/** More is no list that anybody reads at a door; the platform has them all. */
const anewMax = 200;

/** Outlives a reload where the browser seals things; else it lasts as long as the page. */
export function useJournal(activityId: string, validUntil: string | undefined) {
  const [journal, setJournal] = useState<Journal>(empty);
  const latest = useRef<Journal>(empty);
  const isRead = useRef(false);

  useEffect(() => {
    if (!canSeal()) return undefined;
    let isGone = false;
    vaultOf(activityId)
      .read<Journal>('journal')
      .then(
        (kept) => {
          isRead.current = true;
          if (isGone || kept === null) return;
          latest.current = joined(kept, latest.current);
          setJournal(latest.current);
        },
        () => undefined, // a browser that keeps nothing: the journal lasts as long as the page
      );
    return () => {
      isGone = true;
    };
  }, [activityId]);

  const change = useCallback(
    (next: (before: Journal) => Journal): void => {
      latest.current = next(latest.current);
      setJournal(latest.current);
      if (!canSeal() || !isRead.current || validUntil === undefined) return;
      const vault = vaultOf(activityId);
      vault.write('journal', latest.current, validUntil).catch(() => undefined); // as above
    },
    [activityId, validUntil],
  );
  const mark = useCallback(
    (personHash: string, isHere: boolean) =>
      change(({ since, anew }) => {
        const others = since.filter((one) => one !== personHash);
        return { since: isHere ? [...others, personHash] : others, anew };
      }),
    [change],
  );
  const lookAnew = useCallback(
    (some: readonly Shown[]) =>
      change(({ since, anew }) => ({ since, anew: [...some, ...anew].slice(0, anewMax) })),
    [change],
  );
  const seen = useCallback(() => change(({ since }) => ({ since, anew: [] })), [change]);
  const since = useMemo(() => new Set(journal.since), [journal.since]);
  return { since, anew: journal.anew, mark, lookAnew, seen };
}

function joined(kept: Journal, now: Journal): Journal {
  return {
    since: [...new Set([...kept.since, ...now.since])],
    anew: [...now.anew, ...kept.anew],
  };
}
