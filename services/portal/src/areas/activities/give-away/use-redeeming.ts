import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';

export type Redemption = components['schemas']['RedemptionView'];
export type Redeeming = components['schemas']['RedeemingView'];

/** One scan: sent again with the same id, it never redeems twice. */
export interface Scan {
  readonly operationId: string;
  readonly code: string;
}

const keyOf = (redeemToken: string): readonly string[] => ['redeeming', redeemToken];

/** What a counter redeems, and what it did last. */
export function useRedeeming(redeemToken: string) {
  return useQuery({
    queryKey: keyOf(redeemToken),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/redeeming/{redeemToken}', { params: { path: { redeemToken } }, signal })),
  });
}

export function useRedeem(redeemToken: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Scan) =>
      answerOf(
        api.POST('/api/v1/redeeming/{redeemToken}/redemptions', {
          params: { path: { redeemToken } },
          body,
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(redeemToken) }),
  });
}

export function useUndo(redeemToken: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (redemptionId: string) =>
      answerOf(
        api.POST('/api/v1/redeeming/{redeemToken}/redemptions/{redemptionId}/undo', {
          params: { path: { redeemToken, redemptionId } },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(redeemToken) }),
  });
}
