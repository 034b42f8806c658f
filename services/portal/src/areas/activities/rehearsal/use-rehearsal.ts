import { useMutation } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
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

/** Nothing is saved by it: it needs no key, and may be run as often as one likes. */
export function useRehearse(activityId: string) {
  return useMutation({
    mutationFn: (body: Assumed) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/rehearsals', { params: { path: { activityId } }, body }),
      ),
  });
}
