import type { components } from '../../../api/schema.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../../../api/classification.js';

type Schemas = components['schemas'];
export type SupplyAndDemand = Schemas['SupplyAndDemandView'];
export type Cell = Schemas['SupplyAndDemandCellView'];
export type Month = Schemas['SupplyAndDemandMonthView'];

/** The days that are compared: days ahead, or days behind. */
export const spans = ['ahead', 'year', 'past'] as const;
export type Span = (typeof spans)[number];

const spanDays: Readonly<Record<Span, readonly [from: number, to: number]>> = {
  ahead: [0, 90],
  year: [0, 365],
  past: [-365, 0],
};
const dayMs = 86_400_000;

/** `any` stands for needs that name no business. */
export interface CellKey {
  readonly function: ResourceFunction;
  readonly business: UnionBusiness | null;
}

/** The filters, as in the address, so that the address can be sent to a colleague. */
export interface Filters {
  readonly span: Span;
  readonly district: string | null;
  readonly cell: CellKey | null;
}

const anyBusiness = 'any';

export function filtersOf(search: URLSearchParams): Filters {
  const ofFunction = resourceFunctions.find((one) => one === search.get('function'));
  const named = search.get('business');
  const business = unionBusinesses.find((one) => one === named) ?? (named === anyBusiness ? null : undefined);
  return {
    span: spans.find((one) => one === search.get('span')) ?? 'ahead',
    district: (search.get('district') ?? '').slice(0, 50) || null,
    cell: ofFunction === undefined || business === undefined ? null : { function: ofFunction, business },
  };
}

export function searchOf({ span, district, cell }: Filters): Record<string, string> {
  return {
    ...(span === 'ahead' ? {} : { span }),
    ...(district === null ? {} : { district }),
    ...(cell === null ? {} : { function: cell.function, business: cell.business ?? anyBusiness }),
  };
}

/** The filters in the names of the platform. */
export function askedOf({ span, district }: Filters) {
  return { ...periodOf(span, new Date()), ...(district === null ? {} : { district }) };
}

/** From midnight to midnight in China, so that the query stays the same for a day. */
export function periodOf(span: Span, now: Date): { from: string; to: string } {
  const chinaMs = 8 * 3_600_000;
  const today = Math.floor((now.getTime() + chinaMs) / dayMs) * dayMs - chinaMs;
  const [from, to] = spanDays[span].map((days) => new Date(today + days * dayMs).toISOString());
  return { from: from ?? '', to: to ?? '' };
}

/** The state of a cell: `none` has nothing at all, `short` has more unmet needs than offers, `missing` has no offer. */
export const standings = ['missing', 'short', 'enough', 'idle', 'none'] as const;
type Standing = (typeof standings)[number];

export function standingOf(cell: Pick<Cell, 'needs' | 'unmet' | 'offers'> | undefined): Standing {
  if (cell === undefined || (cell.needs === 0 && cell.offers === 0)) return 'none';
  if (cell.unmet > 0 && cell.offers === 0) return 'missing';
  if (cell.unmet > cell.offers) return 'short';
  return cell.needs === 0 ? 'idle' : 'enough';
}

export function cellAt(
  cells: readonly Cell[],
  { function: ofFunction, business }: CellKey,
): Cell | undefined {
  return cells.find((cell) => cell.function === ofFunction && cell.business === business);
}
