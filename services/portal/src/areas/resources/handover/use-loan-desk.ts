import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { keepLoaded } from '../../../kit/keep-shell.js';
import { createQrReader } from '../../../kit/qr-reader.js';
import { canSeal, vaultOf } from '../../../session/vault/vault-of.js';

export type LoanDesk = components['schemas']['LoanDeskView'];

/** What a desk keeps stands beside what doors keep: sealed, per person, and forgotten with the sign-out. */
const place = 'loan-desk';
const freshMs = 60_000;

/** What is to be handed over and taken back: as the platform says it, or, without a network, as this device has kept it. */
export function useLoanDesk() {
  const [isKept, setIsKept] = useState(false);
  useEffect(() => {
    if (canSeal()) vaultOf(place).begin();
  }, []);
  const kept = useQuery({
    queryKey: ['keptDesk'],
    queryFn: () => (canSeal() ? vaultOf(place).read<LoanDesk>('roster') : null),
    networkMode: 'always',
    staleTime: Infinity,
    gcTime: 0,
  });
  const fresh = useQuery({
    queryKey: ['loan', 'keeping'],
    queryFn: async ({ signal }) => {
      const desk = await answerOf(api.GET('/api/v1/loan-desk', { signal }));
      setIsKept(await keep(desk));
      return desk;
    },
    gcTime: 0,
    refetchInterval: freshMs,
  });
  const desk = fresh.data ?? kept.data ?? null;
  const forget = useCallback(async () => {
    await vaultOf(place).forget();
    setIsKept(false);
  }, []);
  return {
    desk,
    isKept: isKept || (kept.data ?? null) !== null,
    isPending: desk === null && (kept.isPending || (fresh.isPending && fresh.fetchStatus !== 'paused')),
    error: fresh.error,
    refetch: () => void fresh.refetch(),
    forget,
  };
}

/** @returns whether it is kept: the browser may have no room, or be one that keeps nothing */
async function keep(desk: LoanDesk): Promise<boolean> {
  if (!canSeal()) return false;
  try {
    await vaultOf(place).write('roster', desk, desk.validUntil);
  } catch {
    return false; // the page says that it works with a network only
  }
  void keepScanner();
  return true;
}

/** What the scanner and the form are made of comes along: without a network nothing more can be loaded. */
async function keepScanner(): Promise<void> {
  if (!navigator.serviceWorker?.controller) return;
  // Numbers can be typed, and the next list tries again.
  await Promise.all([createQrReader(), import('./handover-form.js')]).catch(() => undefined);
  await keepLoaded();
}
