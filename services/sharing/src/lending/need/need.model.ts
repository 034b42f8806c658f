import type {
  EditNeedRequest,
  FlexibleWindow,
  NeedWindow,
  PostNeedRequest,
  WantDto,
} from '@gongxiang/contracts/sharing/lending/need.contract';
import type { UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError, fromWire, newId, newPeriod } from '@gongxiang/domain';
import { indexTerms } from '@gongxiang/domain';
import { functionOfKind } from '../words/want-kind.model.js';
import type { Want } from './want.model.js';
import type { NeedRow } from './need.entity.js';
import { checkFlexible, hullOf, spansOf, type StoredFlexible, type StoredWindow } from './span.model.js';

/** @throws DomainError `NEED_WITHOUT_TIME`, `WINDOW_PAST`, `WANT_KIND_FUNCTION`, and as {@link checkFlexible} does */
export function newNeed(
  request: PostNeedRequest,
  by: { readonly unionId: string; readonly postedBy: string; readonly now: Date },
): NeedRow {
  const merged = {
    title: request.title,
    text: request.text ?? '',
    wants: request.wants.map(wantOf),
    windows: windowsOf(request.windows ?? []),
    flexible: flexibleOf(request.flexible ?? []),
  };
  return {
    id: newId(),
    version: 1,
    partyKind: request.party.kind,
    partyId: request.party.id,
    unionId: by.unionId,
    ...merged,
    ...derived(merged),
    audience: request.audience ?? 'everyone',
    district: request.district ?? null,
    latitude: request.latitude ?? null,
    longitude: request.longitude ?? null,
    headcount: request.headcount,
    budgetFen: request.budget ? fromWire(request.budget, '/budget') : null,
    state: 'open',
    expiresAt: endOf(merged, by.now),
    postedBy: by.postedBy,
    matchesComputedAt: null,
    createdAt: by.now,
  };
}

/**
 * Omitted fields stay; null clears. An open need must have a future time, also when it is reopened.
 * @throws DomainError as {@link newNeed} does
 */
export function editedNeed(before: NeedRow, request: EditNeedRequest, now: Date): NeedRow {
  const merged = mergedRequest(before, request);
  const state = request.state ?? before.state;
  const isTimed = request.windows !== undefined || request.flexible !== undefined || state !== before.state;
  return {
    ...before,
    ...merged,
    ...derived(merged),
    ...placeOf(before, request),
    audience: request.audience ?? before.audience,
    headcount: request.headcount ?? before.headcount,
    budgetFen: budgetOf(before, request),
    state,
    expiresAt: state === 'open' && isTimed ? endOf(merged, now) : before.expiresAt,
    version: before.version + 1,
  };
}

function mergedRequest(
  before: NeedRow,
  { title, text, wants, windows, flexible }: EditNeedRequest,
): NeedFields {
  return {
    title: title ?? before.title,
    text: text === undefined ? before.text : (text ?? ''),
    wants: wants?.map(wantOf) ?? before.wants,
    windows: windows ? windowsOf(windows) : before.windows,
    flexible: flexible ? flexibleOf(flexible) : before.flexible,
  };
}

type NeedFields = Pick<NeedRow, 'title' | 'text' | 'wants' | 'windows' | 'flexible'>;

/** The search fields of a need. */
function derived({
  title,
  text,
  wants,
}: NeedFields): Pick<NeedRow, 'functions' | 'businesses' | 'searchTerms'> {
  const skills = wants.map(({ skill }) => skill ?? '').join(' ');
  const businesses = wants.flatMap(({ business }): UnionBusiness[] => (business === null ? [] : [business]));
  return {
    functions: [...new Set(wants.map((want) => want.function))],
    businesses: [...new Set(businesses)],
    searchTerms: indexTerms(`${title} ${text} ${skills}`),
  };
}

function placeOf(
  before: NeedRow,
  { district, latitude, longitude }: EditNeedRequest,
): Pick<NeedRow, 'district' | 'latitude' | 'longitude'> {
  return {
    district: district === undefined ? before.district : district,
    latitude: latitude === undefined ? before.latitude : latitude,
    longitude: longitude === undefined ? before.longitude : longitude,
  };
}

function budgetOf(before: NeedRow, { budget }: EditNeedRequest): bigint | null {
  if (budget === undefined) return before.budgetFen;
  return budget === null ? null : fromWire(budget, '/budget');
}

/** The end of the last suitable time, which must be in the future. */
function endOf({ windows, flexible }: NeedFields, now: Date): Date {
  if (windows.length + flexible.length === 0)
    throw new DomainError('NEED_WITHOUT_TIME', { pointer: '/windows' });
  windows.forEach(({ to }, place) => {
    if (new Date(to) <= now) throw new DomainError('WINDOW_PAST', { pointer: `/windows/${place}/to` });
  });
  flexible.forEach((one, place) => {
    if (hullOf(spansOf([], [one])).end <= now)
      throw new DomainError('WINDOW_PAST', { pointer: `/flexible/${place}/toDay` });
  });
  return hullOf(spansOf(windows, flexible)).end;
}

function wantOf(
  { kind = null, function: wanted, business, capacity, quantity, skill }: WantDto,
  place: number,
): Want {
  if (kind !== null && functionOfKind[kind] !== wanted)
    throw new DomainError('WANT_KIND_FUNCTION', { pointer: `/wants/${place}/kind` });
  return {
    kind,
    function: wanted,
    business: business ?? null,
    capacity: capacity ?? null,
    quantity: quantity ?? null,
    skill: skill ?? null,
  };
}

function windowsOf(windows: readonly NeedWindow[]): StoredWindow[] {
  return windows.map(({ from, to }, place) => {
    const window = newPeriod(new Date(from), new Date(to), `/windows/${place}/to`);
    return { from: window.start.toISOString(), to: window.end.toISOString() };
  });
}

function flexibleOf(windows: readonly FlexibleWindow[]): StoredFlexible[] {
  return windows.map((one, place) => {
    const { fromDay, toDay, fromTime, toTime, minutes } = one;
    const flexible = { fromDay, toDay, fromTime, toTime, minutes, weekdays: one.weekdays ?? [] };
    checkFlexible(flexible, `/flexible/${place}`);
    return flexible;
  });
}
