import type { components } from '../../../api/schema.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';
import type { Plan, Unit } from './maintenance.model.js';

export const everyMax = 1_000;
export const blockHoursMax = 720;
const usualStart = '09:00';

/** A plan as values of the form. */
export interface PlanValues {
  readonly title: string;
  readonly every: string;
  readonly unit: Unit;
  readonly firstOn?: string;
  readonly byWhom?: string;
  readonly blockHours?: string;
  readonly blockFrom?: string;
  readonly pieceId?: string;
}

export function newValues(pieceId: string | null): PlanValues {
  const about = pieceId === null ? {} : { pieceId };
  return { title: '', every: '3', unit: 'month', blockFrom: usualStart, ...about };
}

export function valuesOf({ title, every, unit, byWhom, blockHours, blockFrom }: Plan): PlanValues {
  return {
    title,
    every: String(every),
    unit,
    byWhom: byWhom ?? '',
    blockFrom,
    blockHours: blockHours === null ? '' : String(blockHours),
  };
}

type Bodies = components['schemas'];

/** The body of an edit. */
export function editOf(values: PlanValues): Bodies['EditMaintenancePlanBody'] {
  const byWhom = (values.byWhom ?? '').trim();
  const { blockFrom = '' } = values;
  return {
    title: values.title.trim(),
    every: wholeNumberOf(values.every, 1, everyMax) ?? 1,
    byWhom: byWhom === '' ? null : byWhom,
    blockHours: wholeNumberOf(values.blockHours, 1, blockHoursMax),
    ...(blockFrom === '' ? {} : { blockFrom }),
  };
}

export function createOf(values: PlanValues): Bodies['CreateMaintenancePlanBody'] {
  const { unit, firstOn = '', pieceId } = values;
  const { title, every, ...rest } = editOf(values);
  return {
    ...rest,
    unit,
    title: title ?? '',
    every: every ?? 1,
    ...(unit === 'loan' || firstOn === '' ? {} : { firstOn }),
    ...(pieceId === undefined ? {} : { pieceId }),
  };
}
