import { useQuery } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { type Mode, modes, type NamedDebt } from './netting.model.js';

type Preview = components['schemas']['PreviewNettingView'];

export interface ModeResult extends Preview {
  readonly mode: Mode;
}

/** The same debts by each of the modes; nothing is saved. */
export function usePreviews(debts: readonly NamedDebt[], hub: string | undefined) {
  return useQuery({
    queryKey: ['nettingPreview', debts, hub],
    queryFn: ({ signal }) =>
      Promise.all(
        modes
          .filter((mode) => mode !== 'hub' || hub !== undefined)
          .map(async (mode): Promise<ModeResult> => {
            const body = {
              mode,
              hub: mode === 'hub' ? (hub ?? null) : null,
              debts: debts.map(({ from, to, amount }) => ({
                from,
                to,
                amount: { amount: amount.amount, currency: 'CNY' as const },
              })),
            };
            const answer = await request('post', '/previews/netting', { body }, { signal });
            return { ...answer, mode };
          }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
