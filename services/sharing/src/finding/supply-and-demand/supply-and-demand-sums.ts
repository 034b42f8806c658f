import type {
  SupplyAndDemandCellView,
  SupplyAndDemandDistrictView,
  SupplyAndDemandMonthView,
} from '@gongxiang/contracts/sharing/finding/supply-and-demand.contract';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '@gongxiang/contracts/sharing/sharing-events';

interface Grouped<By extends string> {
  readonly by: By;
  readonly function: ResourceFunction | null;
  readonly business: UnionBusiness | null;
  readonly district: string | null;
}

export interface SoughtSum extends Grouped<'cell' | 'district' | 'month' | 'all'> {
  readonly month: string | null;
  readonly needs: number;
  readonly unmet: number;
  readonly unmetHeads: number;
  readonly hours: number;
}

export interface OfferedSum extends Grouped<'cell' | 'district' | 'all'> {
  readonly offers: number;
  readonly lendable: number;
  readonly hoursFree: number;
}

export interface LentMonth {
  readonly month: string;
  readonly loans: number;
}

const districtsMax = 50;

/** By function and business; without need or offer there is no cell. */
export function cellsOf(
  sought: readonly SoughtSum[],
  offered: readonly OfferedSum[],
): SupplyAndDemandCellView[] {
  return resourceFunctions.flatMap((ofFunction) =>
    [...unionBusinesses, null].flatMap((business) => {
      const isHere = (sum: Grouped<string>): boolean =>
        sum.by === 'cell' && sum.function === ofFunction && sum.business === business;
      const [wanted, there] = [sought.find(isHere), offered.find(isHere)];
      return wanted === undefined && there === undefined
        ? []
        : [{ function: ofFunction, business, ...wantedOf(wanted), ...thereOf(there) }];
    }),
  );
}

function wantedOf(sum: SoughtSum | undefined) {
  const { needs = 0, unmet = 0, unmetHeads = 0, hours = 0 } = sum ?? {};
  return { needs, unmet, unmetHeads, hoursWanted: Math.round(hours) };
}

function thereOf(sum: OfferedSum | undefined) {
  const { offers = 0, lendable = 0, hoursFree = 0 } = sum ?? {};
  return { offers, lendable, hoursFree: Math.round(hoursFree) };
}

/** Most unmet first, then most sought, then by name. */
export function districtsOf(
  sought: readonly SoughtSum[],
  offered: readonly OfferedSum[],
): { readonly districts: SupplyAndDemandDistrictView[]; readonly districtsLeftOut: number } {
  const all = new Map<string | null, SupplyAndDemandDistrictView>();
  for (const { by, district, needs, unmet } of sought)
    if (by === 'district') all.set(district, { district, needs, unmet, offers: 0 });
  for (const { by, district, offers } of offered) {
    if (by !== 'district') continue;
    all.set(district, { ...(all.get(district) ?? { district, needs: 0, unmet: 0 }), offers });
  }
  const sorted = [...all.values()].sort(
    (left, right) =>
      right.unmet - left.unmet ||
      right.needs - left.needs ||
      ((left.district ?? '') < (right.district ?? '') ? -1 : 1),
  );
  const districts = sorted.slice(0, districtsMax);
  return { districts, districtsLeftOut: sorted.length - districts.length };
}

/** @param months all of the period */
export function monthsWith(
  months: readonly string[],
  sought: readonly SoughtSum[],
  lent: readonly LentMonth[],
): SupplyAndDemandMonthView[] {
  return months.map((month) => {
    const wanted = sought.find((sum) => sum.by === 'month' && sum.month === month);
    const { loans = 0 } = lent.find((one) => one.month === month) ?? {};
    return { month, needs: wanted?.needs ?? 0, unmet: wanted?.unmet ?? 0, loans };
  });
}

/** The "all" row of a list: each item once, whatever it is counted under. */
export function totalOf<Sum extends Grouped<string>>(sums: readonly Sum[]): Sum | undefined {
  return sums.find(({ by }) => by === 'all');
}
