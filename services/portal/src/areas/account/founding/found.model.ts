import type { components } from '../../../api/schema.js';
import type { CandidateOffice, FoundingForm } from '../../members/founding/founding.model.js';
import { figureOf, type Sector } from '../../members/party/party.model.js';
import type { FoundPlace } from '../joining/join.model.js';

type Schemas = components['schemas'];
export type Preview = Schemas['FoundingPreviewView'];
type Enterprise = Schemas['PreviewFounding'];
type Plan = Pick<Schemas['FileFounding'], 'plannedMembers' | 'womenMembers' | 'form' | 'candidates'>;

export const foundingForms: readonly FoundingForm[] = ['committee', 'organiser', 'joint'];
/** With fewer members than this there is a choice of the form. */
const committeeFrom = 25;

/** The first step as it is filled in: numbers are text until they are sent. */
export interface EnterpriseForm {
  readonly enterpriseName: string;
  readonly uscc: string;
  readonly employees: string;
  readonly sector?: Sector;
  readonly revenueWan?: string;
  readonly assetsWan?: string;
  readonly place: string;
  readonly area?: FoundPlace;
}

export interface CandidateForm {
  readonly name?: string;
  readonly office?: CandidateOffice;
  readonly declared?: boolean;
}

/** The second step. */
export interface PlanForm {
  readonly plannedMembers: string;
  readonly womenMembers: string;
  readonly form: FoundingForm;
  readonly candidates?: readonly CandidateForm[];
}

/** The third step. */
export interface ContactForm {
  readonly contactName: string;
  readonly phone: string;
}

/** For which offices a form has candidates, those first that have to be filled. */
export const officesOf: Readonly<Record<FoundingForm, readonly CandidateOffice[]>> = {
  committee: ['chair', 'audit', 'women', 'committee'],
  organiser: ['organiser'],
  joint: [],
};

/** The lines to fill in of a form: one for each office that has to be filled. */
export function emptyCandidates(form: FoundingForm): CandidateForm[] {
  return officesOf[form].filter((office) => office !== 'committee').map((office) => ({ office }));
}

/** A whole number as it was typed; null where it is none. */
export function wholeOf(typed: string | undefined): number | null {
  const figure = figureOf(typed);
  return figure !== undefined && figure !== null && Number.isInteger(figure) ? figure : null;
}

/** Whether there is a choice of the form yet. */
export function isSmall(plannedMembers: string | undefined): boolean {
  return (wholeOf(plannedMembers) ?? 0) < committeeFrom;
}

/** The form for what was typed: with many members it is a committee. */
export function formFor({ plannedMembers, form }: Pick<PlanForm, 'plannedMembers' | 'form'>): FoundingForm {
  return isSmall(plannedMembers) ? form : 'committee';
}

export function enterpriseOf(typed: EnterpriseForm): Enterprise {
  const { enterpriseName, uscc, sector, place, area } = typed;
  return {
    enterpriseName: enterpriseName.trim(),
    uscc: uscc.replaceAll(/\s/g, '').toUpperCase(),
    ...figuresOf(typed),
    sector: sector ?? null,
    place: place.trim(),
    areaUnionId: area?.unionId ?? null,
  };
}

/** Revenue and assets are asked for, and sent, with a sector only. */
function figuresOf({ employees, sector, revenueWan, assetsWan }: EnterpriseForm) {
  const known = sector !== undefined;
  return {
    employees: wholeOf(employees) ?? 0,
    revenueWan: known ? (figureOf(revenueWan) ?? null) : null,
    assetsWan: known ? (figureOf(assetsWan) ?? null) : null,
  };
}

/** What is sent of the plan: a candidate without the declaration is left to the form, which asks for it. */
export function planOf(typed: PlanForm): Plan {
  const form = formFor(typed);
  return {
    plannedMembers: wholeOf(typed.plannedMembers) ?? 0,
    womenMembers: wholeOf(typed.womenMembers) ?? 0,
    form,
    candidates: (form === 'joint' ? [] : (typed.candidates ?? [])).map(
      ({ name = '', office = 'committee' }) => ({
        name: name.trim(),
        office,
        declaration: 'notEmployerNorKin' as const,
      }),
    ),
  };
}
