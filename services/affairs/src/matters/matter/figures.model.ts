import type {
  MatterMonthView,
  PublicServiceFiguresView,
  ServiceFiguresView,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { MatterSums, MonthFigures, ServiceFigures } from './matter.repository.js';

/** From so many matters on anything is said of them to anybody. */
export const publicFiguresMin = 5;
/** A mean of fewer ratings would tell who gave which. */
const ratingsMin = 5;

/** The first instant of a year in China, and of the next. */
export function spanOfYear(year: number): { readonly from: Date; readonly to: Date } {
  const first = (one: number): Date => new Date(`${one}-01-01T00:00:00+08:00`);
  return { from: first(year), to: first(year + 1) };
}

/** What officers see of a service. */
export function serviceFigures({ stars, ...figures }: ServiceFigures): ServiceFiguresView {
  return { ...figures, lateThousandths: lateOf(figures), starTenths: meanOf({ ...figures, stars }) };
}

/** All months of a year, also those without anything. */
export function monthFigures(year: number, known: readonly MonthFigures[]): MatterMonthView[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`;
    const found = known.find((one) => one.month === month);
    if (found === undefined) return { month, sent: 0, inTime: 0, late: 0, waiting: 0 };
    const { sent, decided, inTime, waiting } = found;
    return { month, sent, inTime, late: decided - inTime, waiting };
  });
}

/**
 * What anybody sees of a service. Suppressing small numbers alone would not do: what is left out is the difference of those
 * that stay. In fives no difference tells of a single matter.
 */
export function publicServiceFigures(
  figures: ServiceFigures & { readonly unionName: string },
): PublicServiceFiguresView {
  const { serviceId, serviceName, unionName, sent, decided, inTime, overdue } = figures;
  const late = decided - inTime + overdue;
  const isTold = decided + overdue >= publicFiguresMin && (late === 0 || late >= publicFiguresMin);
  return {
    serviceId,
    serviceName,
    unionName,
    sent: inFives(sent),
    decided: inFives(decided),
    inTime: inFives(inTime),
    lateThousandths: isTold ? lateOf(figures) : null,
    starTenths: meanOf(figures),
  };
}

function inFives(count: number): number {
  return count - (count % publicFiguresMin);
}

function lateOf({
  decided,
  inTime,
  overdue,
}: Pick<MatterSums, 'decided' | 'inTime' | 'overdue'>): number | null {
  const all = decided + overdue;
  return all === 0 ? null : Math.round(((decided - inTime + overdue) * 1_000) / all);
}

function meanOf({ rated, stars }: Pick<MatterSums, 'rated' | 'stars'>): number | null {
  return rated < ratingsMin ? null : Math.round((stars * 10) / rated);
}
