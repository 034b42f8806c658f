import type { components } from '../../../api/schema.js';

type Views = components['schemas'];
export type Visit = Views['VisitView'];
export type VisitLine = Views['VisitLine'];
export type VisitContent = Views['ChangeVisitBody'];
export type VisitReason = VisitContent['reason'];
export type VisitState = VisitLine['state'];
export type VisitAct = Visit['acts'][number]['act'];

export const visitReasons = [
  'sickness',
  'birth',
  'bereavement',
  'hardship',
  'retirement',
  'festival',
] as const satisfies readonly VisitReason[];
export const visitStates = ['promised', 'done', 'withdrawn'] as const satisfies readonly VisitState[];

/** Somebody who went. */
export interface Visitor {
  readonly id: string;
  readonly name: string;
}

export function may({ acts }: Visit, act: VisitAct): boolean {
  return acts.some((one) => one.act === act);
}

export function visitStateOf(search: URLSearchParams): { readonly state?: VisitState } {
  const state = visitStates.find((one) => one === search.get('state'));
  return state === undefined ? {} : { state };
}
