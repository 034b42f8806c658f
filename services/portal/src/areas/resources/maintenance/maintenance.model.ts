import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Plan = Schemas['MaintenancePlanView'];
export type Task = Schemas['MaintenanceTaskView'];
export type Unit = Plan['unit'];

export const units = ['month', 'day', 'loan'] as const satisfies readonly Unit[];
/** Which tasks a list shows. */
export const heaps = ['open', 'overdue', 'done', 'skipped'] as const;
export type Heap = (typeof heaps)[number];

/** As the platform filters tasks. */
export function ofHeap(
  heap: Heap,
): { readonly overdue: true } | { readonly state: Exclude<Heap, 'overdue'> } {
  return heap === 'overdue' ? { overdue: true } : { state: heap };
}
