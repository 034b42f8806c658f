import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { keepLoaded } from '../../../kit/keep-shell.js';
import { createQrReader } from '../../../kit/qr-reader.js';
import { canSeal, vaultOf } from '../../../session/vault/vault-of.js';

export type LoanDesk = components['schemas']['LoanDeskView'];

/** The list is stored as the lists of the doors are: sealed, per person, and deleted at the sign-out. */
const place = 'loan-desk';
const freshMs = 60_000;

/** The loans to hand over and to take back: from the platform or, without a network, from the list on this device. */
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
    queryKey: ['loan', '/loan-desk'],
    queryFn: async ({ signal }) => {
      const desk = await request('get', '/loan-desk', {}, { signal });
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

/** @returns whether the list was stored: the browser may have no room, or offer no sealing */
async function keep(desk: LoanDesk): Promise<boolean> {
  if (!canSeal()) return false;
  try {
    await vaultOf(place).write('roster', desk, desk.validUntil);
  } catch {
    return false; // the page says that it needs a network
  }
  void keepScanner();
  return true;
}

/** Loads the scanner and the form ahead: without a network nothing more can be loaded. */
async function keepScanner(): Promise<void> {
  if (!navigator.serviceWorker?.controller) return;
  // Without the scanner numbers can be typed; the next list tries again.
  await Promise.all([createQrReader(), import('./handover-form.js')]).catch(() => undefined);
  await keepLoaded();
}
