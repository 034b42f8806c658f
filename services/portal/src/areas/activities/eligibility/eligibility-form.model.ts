import type { components } from '../../../api/schema.js';

export type Eligibility = components['schemas']['EligibilityView'];
type EligibilityRules = components['schemas']['SetEligibilityBody'];
type SizeClass = Eligibility['sizeClasses'][number];
type EmploymentKind = Eligibility['employmentKinds'][number];

export const sizeClasses: readonly SizeClass[] = ['large', 'medium', 'small', 'micro', 'unclassified'];
export const sexes = ['female', 'male'] as const;

export const employmentKinds: readonly EmploymentKind[] = [
  'regular',
  'dispatched',
  'newForm',
  'partTime',
  'retired',
] as const;
export const nearnesses = ['withinKm', 'samePark'] as const;

interface NamedUnion {
  readonly id: string;
  readonly name: string;
}

/** The fields as they are typed: numbers are text until they are sent. */
export interface EligibilityForm {
  readonly unionIds: readonly NamedUnion[];
  readonly sizeClasses: readonly SizeClass[];
  readonly ageFrom: string;
  readonly ageTo: string;
  readonly sex?: (typeof sexes)[number] | undefined;
  readonly nearness?: (typeof nearnesses)[number] | undefined;
  readonly neighbours: { readonly withinKm: string };
  readonly clubIds: readonly NamedUnion[];
  readonly groupIds: readonly NamedUnion[];
  readonly employmentKinds: readonly EmploymentKind[];
  readonly blocks: boolean;
  readonly noShow: { readonly countFrom: string; readonly withinDays: string; readonly blockedDays: string };
}

/** Suggested when no-shows begin to count. */
const usual = { countFrom: 3, withinDays: 180, blockedDays: 30 };
const usualKm = 5;

export function formOf({
  unions,
  sizeClasses: sizes,
  ageFrom,
  ageTo,
  sex,
  noShow,
  ...view
}: Eligibility): EligibilityForm {
  const { countFrom, withinDays, blockedDays } = noShow ?? usual;
  return {
    unionIds: unions,
    sizeClasses: sizes,
    ageFrom: textOf(ageFrom),
    ageTo: textOf(ageTo),
    ...(sex === null ? {} : { sex }),
    ...(view.neighbours === null ? {} : { nearness: view.neighbours.samePark ? 'samePark' : 'withinKm' }),
    neighbours: { withinKm: String(view.neighbours?.withinKm ?? usualKm) },
    clubIds: view.clubs,
    groupIds: view.groups,
    employmentKinds: view.employmentKinds,
    blocks: noShow !== null,
    noShow: {
      countFrom: String(countFrom),
      withinDays: String(withinDays),
      blockedDays: String(blockedDays),
    },
  };
}

export function rulesOf(form: EligibilityForm): EligibilityRules {
  const { countFrom, withinDays, blockedDays } = form.noShow;
  return {
    unionIds: form.unionIds.map(({ id }) => id),
    sizeClasses: [...form.sizeClasses],
    ageFrom: numberOf(form.ageFrom),
    ageTo: numberOf(form.ageTo),
    sex: form.sex ?? null,
    neighbours: neighboursOf(form),
    clubIds: form.clubIds.map(({ id }) => id),
    groupIds: form.groupIds.map(({ id }) => id),
    employmentKinds: [...form.employmentKinds],
    noShow: form.blocks
      ? {
          effect: 'blocked',
          countFrom: Number(countFrom),
          withinDays: Number(withinDays),
          blockedDays: Number(blockedDays),
        }
      : null,
  };
}

/** Does any rule exclude anybody? */
export function asksForSomething(view: Eligibility): boolean {
  const { unions, sizeClasses: sizes, clubs, groups, employmentKinds: kinds } = view;
  const { ageFrom, ageTo, sex, noShow, neighbours } = view;
  const chosen = unions.length + sizes.length + clubs.length + groups.length + kinds.length;
  return chosen > 0 || [ageFrom, ageTo, sex, noShow, neighbours].some((one) => one !== null);
}

function neighboursOf({ nearness, neighbours }: EligibilityForm): EligibilityRules['neighbours'] {
  if (nearness === undefined) return null;
  return nearness === 'samePark' ? { samePark: true } : { withinKm: Number(neighbours.withinKm) };
}

function textOf(value: number | null): string {
  return value === null ? '' : String(value);
}

function numberOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}
