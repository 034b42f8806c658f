import { useMutation } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';

export type Rehearsal = components['schemas']['RehearsalView'];
export type Pool = Rehearsal['pools'][number];

/** How many come, and how they behave: whole numbers, the shares in percent. */
export interface Assumed {
  readonly people: number;
  readonly partyShare: number;
  readonly cancelShare: number;
  readonly presentShare: number;
  readonly walkIns: number;
}

/** A rehearsal saves nothing: it needs no Idempotency-Key and may run any number of times. */
export function useRehearse(activityId: string) {
  return useMutation({
    mutationFn: (body: Assumed) =>
      request('post', '/activities/{activityId}/rehearsals', { activityId, body }, {}),
  });
}
