import { useQuery } from '@tanstack/react-query';
import type { components } from '../../../api/schema.js';
import { readOf } from '../../../api/use-read.js';

type Schemas = components['schemas'];
export type Period = Schemas['PeriodSummaryView'];
export type PeriodWithHistory = Schemas['PeriodView'];

const freshMs = 2_000;

/** Read again while its balances are being written. */
export function usePeriod(month: string) {
  return useQuery({
    ...readOf('ledgerPeriod', '/ledger/periods/{month}', { month }),
    refetchInterval: ({ state }) => (state.data?.state === 'closing' ? freshMs : false),
  });
}
