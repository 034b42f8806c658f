import type {
  GivenAndReceivedMonthView,
  OfferAdvice,
  OfferSuggestionView,
  SharedSumsView,
  SharingPartnerView,
} from '@gongxiang/contracts/sharing/finding/given-and-received.contract';

/** What one union shared with another in a month. */
export interface Flow extends SharedSumsView {
  readonly giverId: string;
  readonly receiverId: string;
  readonly month: string;
}

const nothing: SharedSumsView = { loans: 0, hours: 0, seats: 0 };
const partnersMax = 50;

/** Hours are rounded only at the end: each sum once. */
function sumOf(flows: readonly SharedSumsView[]): SharedSumsView {
  const sum = flows.reduce(
    (total, one) => ({
      loans: total.loans + one.loans,
      hours: total.hours + one.hours,
      seats: total.seats + one.seats,
    }),
    nothing,
  );
  return { ...sum, hours: Math.round(sum.hours) };
}

interface BothWays {
  readonly given: SharedSumsView;
  readonly received: SharedSumsView;
}

/** @param flows all involving the union */
export function bothWays(flows: readonly Flow[], unionId: string): BothWays {
  return {
    given: sumOf(flows.filter(({ giverId }) => giverId === unionId)),
    received: sumOf(flows.filter(({ receiverId }) => receiverId === unionId)),
  };
}

/** The partners by amount shared: by loans, then by seats, then by hours, then by id. */
export function partnersOf(
  flows: readonly Flow[],
  unionId: string,
  names: ReadonlyMap<string, string>,
): { readonly partners: SharingPartnerView[]; readonly partnersLeftOut: number } {
  const otherOf = ({ giverId, receiverId }: Flow): string => (giverId === unionId ? receiverId : giverId);
  const all = [...new Set(flows.map(otherOf))].map((id) => {
    const own = flows.filter((flow) => otherOf(flow) === id);
    return { unionId: id, name: names.get(id) ?? '', ...bothWays(own, unionId) };
  });
  const sorted = all.sort(
    (left, right) =>
      both(right, 'loans') - both(left, 'loans') ||
      both(right, 'seats') - both(left, 'seats') ||
      both(right, 'hours') - both(left, 'hours') ||
      (left.unionId < right.unionId ? -1 : 1),
  );
  const partners = sorted.slice(0, partnersMax);
  return { partners, partnersLeftOut: sorted.length - partners.length };
}

function both({ given, received }: BothWays, figure: keyof SharedSumsView): number {
  return given[figure] + received[figure];
}

export function monthsWith(
  months: readonly string[],
  flows: readonly Flow[],
  unionId: string,
): GivenAndReceivedMonthView[] {
  return months.map((month) => ({
    month,
    ...bothWays(
      flows.filter((flow) => flow.month === month),
      unionId,
    ),
  }));
}

/** A resource of a union, with the demand for its kind. */
export interface OwnResource extends Omit<OfferSuggestionView, 'advice' | 'lastLentAt'> {
  readonly active: boolean;
  readonly lastLentAt: Date | null;
  readonly createdAt: Date;
}

/**
 * Advice for an owner; null if the resource serves well as it is.
 * @param idleSince a resource offered before and not lent since is idle
 */
function adviceFor(resource: OwnResource, idleSince: Date): OfferAdvice | null {
  const { active, needs, lendable, lastLentAt, createdAt } = resource;
  if (!active) return needs > 0 ? 'offerAgain' : null;
  if (needs > 0 && !lendable) return 'grant';
  const isIdle = (lastLentAt ?? createdAt) < idleSince;
  if (!isIdle) return null;
  return needs > 0 ? 'propose' : 'idle';
}

/** Highest demand first, then longest idle, then older. */
export function suggestionsOf(resources: readonly OwnResource[], idleSince: Date): OfferSuggestionView[] {
  const since = ({ lastLentAt, createdAt }: OwnResource): number => (lastLentAt ?? createdAt).getTime();
  return [...resources]
    .sort(
      (left, right) =>
        right.needs - left.needs ||
        since(left) - since(right) ||
        (left.resourceId < right.resourceId ? -1 : 1),
    )
    .flatMap((resource) => {
      const advice = adviceFor(resource, idleSince);
      const { active: _active, createdAt: _createdAt, lastLentAt, ...shown } = resource;
      return advice === null ? [] : [{ ...shown, advice, lastLentAt: lastLentAt?.toISOString() ?? null }];
    });
}
