import type { PresenceHere } from '@gongxiang/domain/door';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Shown } from './check-in.model.js';
import { useDoorAccess } from './door-access.js';
import { canSeal, vaultOf } from '../../../session/vault/vault-of.js';

/** Where somebody is who went through this door. */
interface Mark extends PresenceHere {
  readonly personHash: string;
  /** When the platform acknowledged it, in milliseconds of this device's clock; null as long as only the device says so. */
  readonly knownAtMs: number | null;
}

/** The outcome of scans at this door. */
interface Journal {
  /** Of those who went through this door, as far as the device or the platform says so. */
  readonly marks: readonly Mark[];
  /** Scans on which the platform disagreed, until the officer has seen them. Devices store them under this name. */
  readonly anew: readonly Shown[];
}

const empty: Journal = { marks: [], anew: [] };

/** Nobody reads a longer list at a door; the platform has them all. */
const reviewMax = 200;

/**
 * Survives a reload where the browser can seal data; else it lasts as long as the page.
 * @param loadedAtMs when the device began to load its roster, which has everything that the platform knew by then
 */
export function useJournal(activityId: string, validUntil: string | undefined, loadedAtMs: number) {
  const { owner } = useDoorAccess();
  const [journal, setJournal] = useState<Journal>(empty);
  const latest = useRef<Journal>(empty);
  const isRead = useRef(false);

  useEffect(() => {
    if (!canSeal()) return undefined;
    let isGone = false;
    vaultOf(activityId, owner())
      .read<Journal>('journal')
      .then(
        (kept) => {
          isRead.current = true;
          if (isGone || kept === null) return;
          latest.current = joined(kept, latest.current);
          setJournal(latest.current);
        },
        () => undefined, // a browser that stores nothing: the journal lasts as long as the page
      );
    return () => {
      isGone = true;
    };
  }, [activityId, owner]);

  const change = useCallback(
    (next: (before: Journal) => Journal): void => {
      latest.current = next(latest.current);
      setJournal(latest.current);
      if (!canSeal() || !isRead.current || validUntil === undefined) return;
      const vault = vaultOf(activityId, owner());
      vault.write('journal', latest.current, validUntil).catch(() => undefined); // as above
    },
    [activityId, owner, validUntil],
  );
  const mark = useCallback(
    (personHash: string, presence: PresenceHere | null, isKnown: boolean) =>
      change((before) => withMark(before, personHash, presence && markOf(personHash, presence, isKnown))),
    [change],
  );
  const addToReview = useCallback(
    (some: readonly Shown[]) =>
      change(({ marks, anew }) => ({ marks, anew: [...some, ...anew].slice(0, reviewMax) })),
    [change],
  );
  const seen = useCallback(() => change(({ marks }) => ({ marks, anew: [] })), [change]);
  const since = useMemo(() => sinceOf(journal.marks, loadedAtMs), [journal.marks, loadedAtMs]);
  return { since, toReview: journal.anew, mark, addToReview, seen };
}

function markOf(personHash: string, presence: PresenceHere, isKnown: boolean): Mark {
  return { ...presence, personHash, knownAtMs: isKnown ? Date.now() : null };
}

/** @param mark null for somebody who is where the roster says */
function withMark({ marks, anew }: Journal, personHash: string, mark: Mark | null): Journal {
  const others = marks.filter((one) => one.personHash !== personHash);
  return { marks: mark === null ? others : [...others, mark], anew };
}

/** What the roster does not have yet: what is newer than it, or not acknowledged. */
function sinceOf(marks: readonly Mark[], loadedAtMs: number): ReadonlyMap<string, PresenceHere> {
  const newer = marks.filter(({ knownAtMs }) => knownAtMs === null || knownAtMs >= loadedAtMs);
  return new Map(
    newer.map(({ personHash, isPresent, came, away }) => [personHash, { isPresent, came, away }]),
  );
}

/** What an earlier version stored in place of marks is ignored: its scans wait in their queue. */
function joined(kept: Partial<Journal>, now: Journal): Journal {
  const newer = new Set(now.marks.map(({ personHash }) => personHash));
  const older = (kept.marks ?? []).filter(({ personHash }) => !newer.has(personHash));
  return { marks: [...older, ...now.marks], anew: [...now.anew, ...(kept.anew ?? [])] };
}
