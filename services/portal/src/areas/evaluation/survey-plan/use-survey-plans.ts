import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';

type Schemas = components['schemas'];
export type SurveyPlan = Schemas['SurveyPlanView'];
export type PlanState = SurveyPlan['state'];
const touches = ['surveyPlan'];

/** Standing orders of one's own unions, and those from above that hold there. */
export function useSurveyPlans(state: PlanState | undefined) {
  const filter = state === undefined ? {} : { state };
  return usePages<SurveyPlan>(['surveyPlan', 'list', filter], (page, signal) =>
    answerOf(api.GET('/api/v1/survey-plans', { params: { query: { ...page, ...filter } }, signal })),
  );
}

export function useCreatePlan() {
  return useSubmit({
    send: (body: Schemas['CreateSurveyPlanRequest'], key) =>
      answerOf(api.POST('/api/v1/survey-plans', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches,
  });
}

/** Whose it is stays. */
export function useChangePlan({ id: planId, version }: SurveyPlan) {
  return useSubmit({
    send: ({ unionId: _whose, ...body }: Schemas['CreateSurveyPlanRequest'], key) =>
      answerOf(
        api.PATCH('/api/v1/survey-plans/{planId}', {
          params: { path: { planId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
    touches,
  });
}

export function useEndPlan() {
  return useDecision({
    send: ({ id: planId, version }: Pick<SurveyPlan, 'id' | 'version'>, key) =>
      answerOf(
        api.POST('/api/v1/survey-plans/{planId}/end', {
          params: { path: { planId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}
