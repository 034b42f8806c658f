import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useDecision } from '../../../api/use-decision.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';
import { fetchPieces, type Piece } from '../stock/use-stock.js';

type Schemas = components['schemas'];
export type Plan = Schemas['MaintenancePlanView'];
export type Task = Schemas['MaintenanceTaskView'];
export type CompleteBody = Schemas['CompleteMaintenanceTaskBody'];
export type Unit = Plan['unit'];

export const units = ['month', 'day', 'loan'] as const satisfies readonly Unit[];
/** What of the tasks is looked at: ahead, late, or behind. */
export const heaps = ['open', 'overdue', 'done', 'skipped'] as const;
export type Heap = (typeof heaps)[number];

const touches = ['maintenance', 'resource', 'piece'];
const piecesShown = 200;

export interface TaskFilters {
  readonly resourceId?: string;
  readonly q?: string;
  readonly heap: Heap;
}

export function fetchTasks({ heap, ...filters }: TaskFilters): FetchPage<Task> {
  const which = heap === 'overdue' ? ({ overdue: true } as const) : ({ state: heap } as const);
  return (page, signal) =>
    answerOf(
      api.GET('/api/v1/maintenance-tasks', { params: { query: { ...filters, ...which, ...page } }, signal }),
    );
}

export function useTasks(filters: TaskFilters) {
  return usePages(['maintenance', 'tasks', filters], fetchTasks(filters));
}

export function usePlans(resourceId: string) {
  return usePages(['maintenance', 'plans', resourceId], (page, signal) => {
    const params = { path: { resourceId }, query: page };
    return answerOf(api.GET('/api/v1/resources/{resourceId}/maintenance-plans', { params, signal }));
  });
}

/** The pieces that a plan may be about, as far as a list can show them. */
export function usePiecesToChoose(resourceId: string, isAsked: boolean) {
  return useQuery({
    queryKey: ['piece', resourceId, 'to-choose'],
    queryFn: async ({ signal }): Promise<readonly Piece[]> =>
      (await fetchPieces(resourceId, {})({ limit: piecesShown }, signal)).items,
    enabled: isAsked,
  });
}

export function useAddPlan(resourceId: string) {
  return useSubmit({
    send: (body: Schemas['CreateMaintenancePlanBody'], key) => {
      const params = { path: { resourceId }, header: { 'Idempotency-Key': key } };
      return answerOf(api.POST('/api/v1/resources/{resourceId}/maintenance-plans', { params, body }));
    },
    touches,
  });
}

export function useEditPlan({ resourceId, id: planId, version }: Plan) {
  return useSubmit({
    send: (body: Schemas['EditMaintenancePlanBody'], key) => {
      const params = { path: { resourceId, planId }, header: submitHeaders(key, version) };
      return answerOf(
        api.PATCH('/api/v1/resources/{resourceId}/maintenance-plans/{planId}', { params, body }),
      );
    },
    touches,
  });
}

export function useTurnPlan({ resourceId, id: planId, version }: Plan) {
  return useDecision({
    send: (turn: 'end' | 'resume', key) => {
      const params = { path: { resourceId, planId }, header: submitHeaders(key, version) };
      return turn === 'end'
        ? answerOf(api.POST('/api/v1/resources/{resourceId}/maintenance-plans/{planId}/end', { params }))
        : answerOf(api.POST('/api/v1/resources/{resourceId}/maintenance-plans/{planId}/resume', { params }));
    },
    touches,
  });
}

export function useComplete({ id: taskId, version }: Task) {
  return useDecision({
    send: (body: Schemas['CompleteMaintenanceTaskBody'], key) => {
      const params = { path: { taskId }, header: submitHeaders(key, version) };
      return answerOf(api.POST('/api/v1/maintenance-tasks/{taskId}/complete', { params, body }));
    },
    touches,
  });
}

export function useSkip({ id: taskId, version }: Task) {
  return useDecision({
    send: (reason: string, key) => {
      const params = { path: { taskId }, header: submitHeaders(key, version) };
      return answerOf(api.POST('/api/v1/maintenance-tasks/{taskId}/skip', { params, body: { reason } }));
    },
    touches,
  });
}

export function useReschedule({ id: taskId, version }: Task) {
  return useDecision({
    send: (dueOn: string, key) => {
      const params = { path: { taskId }, header: submitHeaders(key, version) };
      return answerOf(api.POST('/api/v1/maintenance-tasks/{taskId}/reschedule', { params, body: { dueOn } }));
    },
    touches,
  });
}

export function useReopen({ id: taskId, version }: Task) {
  return useDecision({
    send: (_nothing: undefined, key) => {
      const params = { path: { taskId }, header: submitHeaders(key, version) };
      return answerOf(api.POST('/api/v1/maintenance-tasks/{taskId}/reopen', { params }));
    },
    touches,
  });
}
