import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Workplace = Schemas['WorkplaceDto'];
export type EmployerKind = Workplace['kind'];
export type Status = Schemas['ApplicationStatusView'];
export type FoundEnterprise = Schemas['FoundEnterpriseView'];
export type FoundPlace = Schemas['FoundPlaceView'];
export type Way = Schemas['RouteView'];

/** The version of the note on personal information that the page shows. */
export const consentVersion = '2026-11';

export const employerKinds: readonly EmployerKind[] = ['enterprise', 'notHere', 'noUnion', 'none'];

/** The first step as it is filled in. */
export interface WorkForm {
  readonly kind: EmployerKind;
  readonly enterprise?: FoundEnterprise;
  readonly employerHidden?: boolean;
  readonly enterpriseName?: string;
  readonly work?: string;
  readonly place?: string;
  readonly area?: FoundPlace;
  /** They would rather be with the union of the place than with the sector union. */
  readonly byPlace?: boolean;
}

/** The second step. */
export interface WhoForm {
  readonly name: string;
  readonly residentNumber: string;
  readonly phone: string;
}

/** Only what belongs to the chosen answer is sent. */
export function workplaceOf(form: WorkForm): Workplace {
  const { kind, enterprise, employerHidden = false } = form;
  if (kind === 'enterprise') return { kind, enterpriseId: enterprise?.id ?? null, employerHidden };
  const byPlace = form.byPlace === true ? { bySector: false } : {};
  const own =
    kind === 'none'
      ? { work: textOf(form.work), ...byPlace }
      : { enterpriseName: textOf(form.enterpriseName) };
  return { kind, ...own, place: textOf(form.place), areaUnionId: form.area?.unionId ?? null };
}

function textOf(typed: string | undefined): string | null {
  return typed?.trim() || null;
}

/** Without the blanks that people put between groups of digits. */
export function cleaned({ name, residentNumber, phone }: WhoForm): WhoForm {
  return {
    name: name.trim(),
    residentNumber: residentNumber.replaceAll(/\s/g, '').toUpperCase(),
    phone: phone.replaceAll(/[\s-]/g, ''),
  };
}

/** Only the form: the platform checks the rest. */
export function isMobile(typed: unknown): boolean {
  return typeof typed === 'string' && /^(1\d{10}|\+?\d{8,16})$/.test(typed.replaceAll(/[\s-]/g, ''));
}
