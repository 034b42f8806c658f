import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useDecision } from '../../../api/use-decision.js';
import { usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

export type ActivityTask = components['schemas']['ActivityTaskView'];
export type NewTask = components['schemas']['AddActivityTaskBody'];
type TaskChanges = components['schemas']['EditActivityTaskBody'];

/** Whether something is overdue is a question of the checklist, which stands with its activity. */
const touches = ['activityTask', 'activity'];

export function useTasks(activityId: string) {
  return usePages(['activityTask', activityId], (page, signal) =>
    answerOf(
      api.GET('/api/v1/activities/{activityId}/tasks', {
        params: { path: { activityId }, query: page },
        signal,
      }),
    ),
  );
}

export function useAddTask(activityId: string) {
  return useSubmit({
    touches,
    send: (body: NewTask, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/tasks', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

const pathOf = ({ activityId, id: taskId }: ActivityTask) => ({ activityId, taskId });

export function useEditTask(task: ActivityTask) {
  return useSubmit({
    touches,
    send: (body: TaskChanges, key) =>
      answerOf(
        api.PATCH('/api/v1/activities/{activityId}/tasks/{taskId}', {
          params: { path: pathOf(task), header: submitHeaders(key, task.version) },
          body,
        }),
      ),
  });
}

export function useFinishTask(task: ActivityTask) {
  return useSubmit({
    touches,
    send: (note: string | null, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/tasks/{taskId}/done', {
          params: { path: pathOf(task), header: { 'Idempotency-Key': key } },
          body: { note },
        }),
      ),
  });
}

export function useReopenTask(task: ActivityTask) {
  return useSubmit({
    touches,
    send: (_nothing: null, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/tasks/{taskId}/reopen', {
          params: { path: pathOf(task), header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}

export function useDropTask(task: ActivityTask) {
  return useDecision({
    touches,
    send: (_nothing: null, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/tasks/{taskId}/drop', {
          params: { path: pathOf(task), header: submitHeaders(key, task.version) },
        }),
      ),
  });
}
