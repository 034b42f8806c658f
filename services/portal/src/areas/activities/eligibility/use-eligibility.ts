import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { useSubmit } from '../../../api/use-submit.js';
import type { EligibilityRules } from './eligibility-form.model.js';

/** Who may come, and whether the reader may. It changes with its activity, whose noun it is kept under. */
export function useEligibility(activityId: string) {
  return useQuery({
    queryKey: ['activity', activityId, 'eligibility'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/activities/{activityId}/eligibility', { params: { path: { activityId } } })),
  });
}

export function useSetEligibility(activityId: string) {
  return useSubmit({
    touches: ['activity'],
    send: ({ version, rules }: { readonly version: number; readonly rules: EligibilityRules }, key) =>
      answerOf(
        api.PUT('/api/v1/activities/{activityId}/eligibility', {
          params: { path: { activityId }, header: submitHeaders(key, version) },
          body: rules,
        }),
      ),
  });
}
