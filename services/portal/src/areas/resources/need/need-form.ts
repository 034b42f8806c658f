import type { components } from '../../../api/schema.js';
import { fenOf, instantOf, localTimeOf } from '../../../i18n/format.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../../../api/classification.js';
import { withoutBlanks } from '../../../kit/filters.model.js';
import { isLent, kindOf, type WantKind, wantOfKind } from './want-kind.model.js';
import { borrowAddress } from '../borrowing/borrow.js';

type Schemas = components['schemas'];
export type Need = Schemas['NeedView'];
export type Match = Schemas['MatchView'];
export type Want = Schemas['WantDto'];
export type NeedState = Need['state'];

export type Flexible = Schemas['FlexibleWindow'];
type Weekday = NonNullable<Flexible['weekdays']>[number];
export type NeedAudience = Need['audience'];

export const needStates = ['open', 'answered', 'closed', 'expired'] as const satisfies NeedState[];
export const needAudiences: readonly NeedAudience[] = [
  'everyone',
  'families',
  'singles',
  'women',
  'newcomers',
  'retired',
];
/** The days of the week that would do; every day where none is chosen. */
export const dayChoices = {
  workdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  weekend: ['saturday', 'sunday'],
} as const satisfies Record<string, Weekday[]>;
export type DayChoice = keyof typeof dayChoices;
export const flexibleMax = 3;
export const wantsMax = 5;
export const windowsMax = 10;

/** The filters of the list, as in the address. Without a state the list shows open needs. */
export interface NeedFilters {
  readonly q?: string;
  readonly state?: NeedState;
  readonly function?: ResourceFunction;
  readonly business?: UnionBusiness;
  readonly district?: string;
  /** Only needs that a resource or an activity of the reader's could answer. */
  readonly forMe?: true;
}

const textMax = 50;

export function filtersOf(search: URLSearchParams): NeedFilters {
  const text = (name: string): string => (search.get(name) ?? '').trim().slice(0, textMax);
  return withoutBlanks<NeedFilters>({
    q: text('q'),
    state: needStates.find((one) => one === search.get('state')),
    function: resourceFunctions.find((one) => one === search.get('function')),
    business: unionBusinesses.find((one) => one === search.get('business')),
    district: text('district'),
    forMe: search.get('forMe') === 'true' ? true : undefined,
  });
}

/** The fields, named as in the request, so that a refusal finds its field; numbers and times as typed. */
export interface NeedForm {
  readonly party?: Schemas['NamedPartyView'];
  readonly title?: string;
  readonly text?: string;
  readonly wants?: readonly WantForm[];
  readonly windows?: readonly { readonly from?: string; readonly to?: string }[];
  readonly flexible?: readonly FlexibleForm[];
  readonly audience?: NeedAudience;
  readonly district?: string;
  readonly headcount?: string;
  /** 元. */
  readonly budget?: string;
}

interface WantForm {
  readonly kind?: WantKind;
  readonly business?: UnionBusiness;
  readonly capacity?: string;
  readonly quantity?: string;
  readonly skill?: string;
}

interface FlexibleForm {
  readonly fromDay?: string;
  readonly toDay?: string;
  readonly days?: DayChoice;
  readonly fromTime?: string;
  readonly toTime?: string;
  readonly minutes?: string;
}

export const emptyNeed: NeedForm = { wants: [{}], windows: [{}], flexible: [] };

export function formOf(need: Need): NeedForm {
  return {
    title: need.title,
    text: need.text,
    wants: need.wants.map((want) => ({
      kind: kindOf(want),
      business: want.business ?? undefined,
      capacity: want.capacity ? String(want.capacity) : '',
      quantity: want.quantity ? String(want.quantity) : '',
      skill: want.skill ?? '',
    })),
    windows: need.windows.map(({ from, to }) => ({ from: localTimeOf(from), to: localTimeOf(to) })),
    flexible: need.flexible.map(({ weekdays, minutes, ...rest }) => ({
      ...rest,
      days: daysOf(weekdays ?? []),
      minutes: String(minutes),
    })),
    audience: need.audience,
    headcount: String(need.headcount),
  };
}

/** Days that are neither workdays nor weekends count as every day: the form knows no others. */
export function daysOf(weekdays: readonly Weekday[]): DayChoice | undefined {
  const names = Object.keys(dayChoices) as DayChoice[];
  return names.find((name) => [...dayChoices[name]].join() === weekdays.join());
}

/** What both requests have in common. */
export function editOf(form: NeedForm) {
  return {
    title: (form.title ?? '').trim(),
    text: textOf(form.text),
    wants: (form.wants ?? []).flatMap((want) => wantOf(want)),
    windows: (form.windows ?? []).flatMap(({ from, to }) =>
      from && to ? [{ from: instantOf(from), to: instantOf(to) }] : [],
    ),
    flexible: (form.flexible ?? []).flatMap((one) => flexibleOf(one)),
    audience: form.audience ?? 'everyone',
    headcount: Number(form.headcount),
  } satisfies Schemas['EditNeedBody'];
}

/** The request; null while no seeker is chosen. */
export function postOf(form: NeedForm): Schemas['PostNeedRequest'] | null {
  const { party } = form;
  if (party === undefined) return null;
  const fen = fenOf(form.budget ?? '');
  return {
    ...editOf(form),
    party: { kind: party.kind, id: party.id },
    district: textOf(form.district),
    ...(fen === null ? {} : { budget: { amount: fen, currency: 'CNY' as const } }),
  };
}

function wantOf({ kind, business, capacity, quantity, skill }: WantForm): Want[] {
  if (!isLent(kind)) return [];
  const typed = { capacity: numberOf(capacity), quantity: numberOf(quantity), skill: textOf(skill) };
  return [{ ...wantOfKind(kind, typed), business: business ?? null }];
}

/** The district in an address, such as 青山区 in 江城市青山区钢桥路 18 号. */
export function districtIn(address: string): string | undefined {
  return /[^\s省市区县]{1,8}[区县]/.exec(address)?.[0];
}

function flexibleOf({ fromDay, toDay, days, fromTime, toTime, minutes }: FlexibleForm): Flexible[] {
  if (!fromDay || !toDay) return [];
  return [
    {
      fromDay,
      toDay,
      fromTime: fromTime ?? '09:00',
      toTime: toTime ?? '18:00',
      weekdays: days === undefined ? [] : [...dayChoices[days]],
      minutes: numberOf(minutes) ?? 120,
    },
  ];
}

function numberOf(text: string | undefined): number | null {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? null : Number(trimmed);
}

function textOf(text: string | undefined): string | null {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? null : trimmed;
}

interface MatchSides {
  readonly isSeeker: boolean;
  readonly isOwner: boolean;
}

const matchActs = ['propose', 'accept', 'decline'] as const;
export type MatchAct = (typeof matchActs)[number];

/**
 * What may be done with an offer: its owner proposes it, the seeker answers; either declines. A brand and an activity that
 * the seeker sees are offered to everybody: they need not wait for their owner.
 */
export function actsOf(
  { state, offer }: Pick<Match, 'state'> & { readonly offer: Pick<Match['offer'], 'kind'> },
  need: Pick<Need, 'state'>,
  { isSeeker, isOwner }: MatchSides,
): MatchAct[] {
  if (need.state === 'closed' || need.state === 'expired') return [];
  const decline = declineOf(isSeeker || isOwner);
  if (state === 'suggested') {
    const isOpen = offer.kind === 'brand' || offer.kind === 'activity';
    const propose = isOwner && need.state === 'open' ? (['propose'] as const) : [];
    return [...propose, ...acceptOf(isSeeker && isOpen), ...decline];
  }
  if (state === 'proposed') return [...acceptOf(isSeeker), ...decline];
  return [];
}

function acceptOf(may: boolean): MatchAct[] {
  return may ? ['accept'] : [];
}

function declineOf(may: boolean): MatchAct[] {
  return may ? ['decline'] : [];
}

/** Accepted offers first, declined ones last, between them those that wait for an answer; the best of each first. */
export function inOrder(matches: readonly Match[]): Match[] {
  const rank = { accepted: 0, proposed: 1, suggested: 2, declined: 3 } as const;
  return [...matches].sort((left, right) => rank[left.state] - rank[right.state] || right.score - left.score);
}

/** How a reason weighs: for an offer, against it, or as information only. */
export function weightOf({
  code,
  points,
}: Pick<Match['reasons'][number], 'code' | 'points'>): 'for' | 'against' | 'told' {
  if (points < 0 || code === 'AVAILABLE_IN_PART' || code === 'NO_RIGHT_YET') return 'against';
  return points > 0 ? 'for' : 'told';
}

const offerPages = {
  resource: '/resources',
  activity: '/activities',
  brand: '/brands',
  need: '/needs',
} as const;

/** The page of an offer. */
export function offerAddress({ kind, id }: Pick<Match['offer'], 'kind' | 'id'>): string {
  return `${offerPages[kind]}/${id}`;
}

/** The page at which the outcome of an accepted offer continues. */
export function outcomeAddress(
  outcome: NonNullable<Match['outcome']>,
  match: Pick<Match, 'needId' | 'offer'>,
): string {
  const { kind, id, activityId, from, to } = outcome;
  switch (kind) {
    case 'loanRequest':
      return borrowAddress(id, { id: match.needId, windows: from && to ? [{ from, to }] : [] });
    case 'signUp':
      return `/activities/${id}`;
    case 'coHostInvitation':
      return '/co-host-invitations';
    case 'adoptionDraft':
    case 'coHostDraft':
      return `/activities/${activityId ?? id}/organise`;
    case 'adoptionRequest':
      return `/brands/${match.offer.id}`;
  }
}
