import type {
  MatterMonthView,
  PublicServiceFiguresView,
  ServiceFiguresView,
  TopicFiguresView,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import { inFives, publicFiguresMin } from '@gongxiang/domain';
import type { MatterSums, MonthFigures, ServiceFigures, TopicFigures } from './matter.repository.js';

/** A mean of fewer ratings would tell who gave which. */
const ratingsMin = 5;

/** What officers see of a service. */
export function serviceFigures({ stars, ...figures }: ServiceFigures): ServiceFiguresView {
  return { ...figures, lateThousandths: lateOf(figures), starTenths: meanOf({ ...figures, stars }) };
}

/**
 * What officers see of the topics of a service. Rounded, also for them: those above would else see by a difference what the one
 * matter of a union is about that they may not read.
 */
export function topicFigures({ sent, ...figures }: TopicFigures): TopicFiguresView {
  return { ...figures, sent: inFives(sent) };
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

/** What anybody sees of a service, in fives. */
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
