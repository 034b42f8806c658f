import type { components } from '../../../api/schema.js';
import { type Enterprise, figureOf, type Sector } from './party.model.js';

/** Fields are named as in the request, so that a refusal finds its field; figures are typed text. */
export interface EnterpriseForm {
  readonly name?: string;
  readonly uscc?: string;
  readonly keeperUnionId?: string;
  readonly sector?: Sector;
  readonly employees?: string;
  readonly revenueWan?: string;
  readonly assetsWan?: string;
  readonly usccEvidence?: string;
  readonly active?: boolean;
}

export const enterpriseFields = [
  'name',
  'uscc',
  'keeperUnionId',
  'sector',
  'employees',
  'revenueWan',
  'assetsWan',
  'usccEvidence',
  'active',
];

export function createOf(form: EnterpriseForm): components['schemas']['CreateEnterpriseRequest'] {
  return {
    name: (form.name ?? '').trim(),
    uscc: (form.uscc ?? '').trim(),
    keeperUnionId: form.keeperUnionId ?? null,
    ...figuresOf(form),
  };
}

/** A sector or figure that is null was emptied: the platform removes it. */
export function editOf(form: EnterpriseForm): components['schemas']['UpdateEnterpriseBody'] {
  const evidence = form.usccEvidence?.trim() ?? '';
  return {
    name: (form.name ?? '').trim(),
    ...figuresOf(form),
    usccEvidence: evidence === '' ? null : evidence,
    active: form.active ?? null,
  };
}

export function formOf({
  name,
  sector,
  employees,
  revenueWan,
  assetsWan,
  active,
}: Enterprise): EnterpriseForm {
  return {
    name,
    ...(sector === null ? {} : { sector }),
    ...(employees === null ? {} : { employees: `${employees}` }),
    ...(revenueWan === null ? {} : { revenueWan: `${revenueWan}` }),
    ...(assetsWan === null ? {} : { assetsWan: `${assetsWan}` }),
    active,
  };
}

function figuresOf({ sector, employees, revenueWan, assetsWan }: EnterpriseForm) {
  return {
    sector: sector ?? null,
    employees: figureOf(employees) ?? null,
    revenueWan: figureOf(revenueWan) ?? null,
    assetsWan: figureOf(assetsWan) ?? null,
  };
}
