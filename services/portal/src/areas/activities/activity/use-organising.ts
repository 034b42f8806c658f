import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { type Seen, useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';
import type { CreateActivity, EditActivity } from './activity-form.js';

export function useCreateActivity() {
  return useSubmit({
    touches: ['activity'],
    send: (body: CreateActivity, key) =>
      answerOf(api.POST('/api/v1/activities', { params: { header: { 'Idempotency-Key': key } }, body })),
  });
}

interface Edit {
  readonly version: number;
  readonly changes: EditActivity;
}

export function useEditActivity(activityId: string) {
  return useSubmit({
    touches: ['activity', 'registration'],
    send: ({ version, changes }: Edit, key) =>
      answerOf(
        api.PATCH('/api/v1/activities/{activityId}', {
          params: { path: { activityId }, header: submitHeaders(key, version) },
          body: changes,
        }),
      ),
  });
}

/** It stands below its activity: whatever touches that, or its agreement, co-hosts or pools, has it asked for anew. */
export function useChecklist(activityId: string) {
  return useQuery({
    queryKey: ['activity', activityId, 'checklist'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/activities/{activityId}/checklist', { params: { path: { activityId } }, signal }),
      ),
  });
}

export function usePublish({ id: activityId, version }: Seen) {
  return useDecision({
    touches: ['activity', 'agreement', 'coHost'],
    send: (_nothing: null, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/publish', {
          params: { path: { activityId }, header: submitHeaders(key, version) },
        }),
      ),
  });
}

export function useCloseActivity({ id: activityId, version }: Seen) {
  return useDecision({
    touches: ['activity', 'attendance', 'survey', 'costPool'],
    send: (_nothing: null, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/close', {
          params: { path: { activityId }, header: submitHeaders(key, version) },
        }),
      ),
  });
}
