import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Plan = Schemas['MaintenancePlanView'];
export type Task = Schemas['MaintenanceTaskView'];
export type Unit = Plan['unit'];

export const units = ['month', 'day', 'loan'] as const satisfies readonly Unit[];
/** Which tasks a list shows. */
export const taskStatuses = ['open', 'overdue', 'done', 'skipped'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** As the platform filters tasks. */
export function ofStatus(
  status: TaskStatus,
): { readonly overdue: true } | { readonly state: Exclude<TaskStatus, 'overdue'> } {
  return status === 'overdue' ? { overdue: true } : { state: status };
}
