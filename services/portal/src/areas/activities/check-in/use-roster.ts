import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { keepLoaded } from '../../../kit/keep-shell.js';
import type { Roster } from './check-in.model.js';
import { useDoorAccess } from './door-access.js';
import { canSeal, vaultOf } from '../../../session/vault/vault-of.js';
import { createQrReader } from '../../../kit/qr-reader.js';
import { newRosterKey } from '../../../session/vault/keyed-hash.js';
import { loadRoster, type LoadProgress } from './roster-loading.js';

/** A roster is read again after this, times the number of its pages. */
const freshMs = 30_000;
const pageSize = 200;
/** With up to this many people a change of the totals reads the roster again at once. */
const smallMax = 2 * pageSize;

export interface KeptRoster {
  readonly roster: Roster | null;
  /** What is loaded so far, as long as there is none. */
  readonly progress: LoadProgress | null;
  /** Is it on this device, for when the network goes? */
  readonly isKept: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly refetch: () => void;
  readonly forget: () => Promise<void>;
}

/**
 * Who may come in: by the platform, or, without a network, by the copy on this device.
 * @param news changes with whatever has happened at any door
 */
export function useRoster(activityId: string, news: string): KeptRoster {
  const access = useDoorAccess();
  const { owner } = access;
  const [progress, setProgress] = useState<LoadProgress | null>(null);
  const [isKept, setIsKept] = useState(false);
  useEffect(() => {
    if (canSeal()) vaultOf(activityId, owner()).begin();
  }, [activityId, owner]);
  const kept = useQuery({
    queryKey: ['keptRoster', activityId, access.isHelper],
    queryFn: () => readKept(activityId, owner()),
    networkMode: 'always',
    staleTime: Infinity,
    gcTime: 0,
  });
  const fresh = useQuery({
    queryKey: ['roster', activityId, access.isHelper],
    queryFn: async ({ signal }) => {
      const key = (await readKept(activityId, owner()))?.key ?? newRosterKey();
      const loadedAtMs = Date.now();
      const loaded = await loadRoster(activityId, key, { access, signal, onPage: setProgress });
      const roster = { ...loaded, loadedAtMs };
      setIsKept(await keep(roster, owner()));
      return roster;
    },
    gcTime: 0,
    refetchInterval: ({ state }) => freshMs * Math.max(1, (state.data?.entries.length ?? 0) / pageSize),
  });
  const roster = fresh.data ?? kept.data ?? null;
  useRefetchOnNews(news, { isSmall: (roster?.entries.length ?? 0) <= smallMax, refetch: fresh.refetch });
  const forget = useCallback(() => vaultOf(activityId, owner()).forget(), [activityId, owner]);
  return {
    roster,
    progress,
    isKept: isKept || (kept.data ?? null) !== null,
    isPending: roster === null && (kept.isPending || (fresh.isPending && fresh.fetchStatus !== 'paused')),
    error: fresh.error,
    refetch: () => void fresh.refetch(),
    forget,
  };
}

/** An outdated roster counts as none. */
async function readKept(activityId: string, owner: string): Promise<Roster | null> {
  const kept = canSeal() ? await vaultOf(activityId, owner).read<Roster>('roster') : null;
  return kept?.loadedAtMs === undefined ? withMovements(kept) : kept;
}

/** An earlier version did not record who left: everybody who was present counts as inside. */
function withMovements(kept: Roster | null): Roster | null {
  if (kept === null) return null;
  const entries = kept.entries.map((entry) => ({
    ...entry,
    cameHeads: entry.isPresent ? entry.heads : 0,
    awayHeads: 0,
  }));
  return { ...kept, head: { ...kept.head, seats: 0 }, entries };
}

/** @returns whether it is stored: the browser may have no room, or store nothing at all */
async function keep(roster: Roster, owner: string): Promise<boolean> {
  const { activityId, validUntil, isOpen } = roster.head;
  if (!canSeal() || !isOpen || Date.parse(validUntil) < Date.now()) return false;
  try {
    await vaultOf(activityId, owner).write('roster', roster, validUntil);
  } catch {
    return false; // the page says that it works with a network only
  }
  void keepScanner();
  return true;
}

let isScannerKept = false;

/** Loads the files of the scanner, too: without a network nothing more can be loaded. */
async function keepScanner(): Promise<void> {
  if (isScannerKept || !navigator.serviceWorker?.controller) return;
  isScannerKept = true;
  try {
    await createQrReader();
  } catch {
    isScannerKept = false; // codes can be typed; the next roster tries again
  }
  await keepLoaded();
}

interface NewsOptions {
  readonly isSmall: boolean;
  readonly refetch: () => unknown;
}

function useRefetchOnNews(news: string, { isSmall, refetch }: NewsOptions): void {
  const [seen, setSeen] = useState(news);
  useEffect(() => {
    if (news === seen) return;
    setSeen(news);
    if (isSmall && seen !== '') refetch();
  }, [news, seen, isSmall, refetch]);
}
