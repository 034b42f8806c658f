import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { readOf } from '../../../api/use-read.js';

export type Redemption = components['schemas']['RedemptionView'];
export type Redeeming = components['schemas']['RedeemingView'];

/** One scan: sent again with the same id, it never redeems twice. */
interface Scan {
  readonly operationId: string;
  readonly code: string;
}

/** What a counter redeems, and what it did last. */
export function redeemingOf(redeemToken: string) {
  return readOf('redeeming', '/redeeming/{redeemToken}', { redeemToken });
}

// Nobody is signed in at a counter: these commands have no Idempotency-Key.

export function useRedeem(redeemToken: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Scan) =>
      request('post', '/redeeming/{redeemToken}/redemptions', { redeemToken, body }, {}),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: redeemingOf(redeemToken).queryKey }),
  });
}

export function useUndo(redeemToken: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (redemptionId: string) => {
      const path = '/redeeming/{redeemToken}/redemptions/{redemptionId}/undo';
      return request('post', path, { redeemToken, redemptionId }, {});
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: redeemingOf(redeemToken).queryKey }),
  });
}
