import type { components } from '../../../api/schema.js';

export type DisclosureItem = components['schemas']['DisclosureItemView'];
export type DisclosureOccasion = DisclosureItem['occasions'][number];
export type OccasionState = DisclosureOccasion['state'];
export type DisclosureRhythm = DisclosureItem['rhythm'];
export type DisclosureOwer = DisclosureItem['owedBy'];
export type BoardLine = components['schemas']['DisclosureBoardLine'];
export type DisclosureContent = components['schemas']['ChangeDisclosureItemBody'];

export const owers = ['enterprise', 'union'] as const satisfies readonly DisclosureOwer[];
export const rhythms = [
  'once',
  'monthly',
  'quarterly',
  'halfYearly',
  'yearly',
] as const satisfies readonly DisclosureRhythm[];
export const boardFilters = ['missing', 'unplanned'] as const;
export type BoardFilter = (typeof boardFilters)[number];

export const itemTitleMax = 100;
export const basisMax = 500;

/** Next year, this one and the two before: what is planned, and what is still counted. */
export function disclosureYears(thisYear: number): string[] {
  return Array.from({ length: 4 }, (_one, index) => String(thisYear + 1 - index));
}

/** The year in the address; the present one where nothing is said. */
export function disclosureYearOf(search: URLSearchParams, thisYear: number): string {
  return disclosureYears(thisYear).find((one) => one === search.get('year')) ?? String(thisYear);
}

export function boardFilterOf(search: URLSearchParams): BoardFilter | undefined {
  return boardFilters.find((one) => one === search.get('only'));
}

/** A period such as `2026-Q3` by the key of its words. */
export interface PeriodWords {
  readonly key: 'month' | 'quarter' | 'firstHalf' | 'secondHalf' | 'year';
  readonly year: string;
  /** The number of the month or quarter. */
  readonly part: string;
}

export function periodWordsOf(period: string): PeriodWords {
  const [year = '', part = ''] = period.split('-');
  if (part === '') return { key: 'year', year, part };
  if (part.startsWith('Q')) return { key: 'quarter', year, part: part.slice(1) };
  if (part.startsWith('H')) return { key: part === 'H1' ? 'firstHalf' : 'secondHalf', year, part };
  return { key: 'month', year, part: String(Number(part)) };
}

/** How a state looks as a tag; see the styles of the kit. */
export const stateStyles: Readonly<Record<OccasionState, string>> = {
  upcoming: 'tag',
  near: 'tag is-closing',
  missing: 'tag is-cancelled',
  met: 'tag is-published',
  metLate: 'tag is-closing',
};

/** What can be linked still: in the past or near first of all, and what comes later as well. */
export function isOpen({ state }: DisclosureOccasion): boolean {
  return state !== 'met' && state !== 'metLate';
}

/** What is typed of an item. */
export interface ItemValues {
  readonly title: string;
  readonly owedBy: DisclosureOwer;
  readonly department?: string;
  readonly basis: string;
  readonly rhythm: DisclosureRhythm;
  readonly firstDueOn: string;
}

export const newItem: Partial<ItemValues> = { owedBy: 'enterprise', rhythm: 'quarterly' };

export function itemValuesOf(item: DisclosureItem): ItemValues {
  const { title, owedBy, department, basis, rhythm, firstDueOn } = item;
  return { title, owedBy, department: department ?? '', basis, rhythm, firstDueOn };
}

export function itemContentOf(values: ItemValues): DisclosureContent {
  const department = values.department?.trim() ?? '';
  return {
    title: values.title.trim(),
    owedBy: values.owedBy,
    department: values.owedBy === 'enterprise' && department !== '' ? department : null,
    basis: values.basis.trim(),
    rhythm: values.rhythm,
    firstDueOn: values.firstDueOn,
  };
}

/** Where a bulletin is written that discloses it. */
export function writePathOf({ unionId, title }: DisclosureItem, period: string): string {
  const search = new URLSearchParams({ unionId, kind: 'disclosure', title: `${title}${period}` });
  return `/bulletins/new?${search.toString()}`;
}
