import type { components } from '../../api/schema.js';
import { fenOf, instantOf, localTimeOf } from '../../i18n/format.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
} from '../activity/activity-filters.js';

type Schemas = components['schemas'];
export type Need = Schemas['NeedView'];
export type Match = Schemas['MatchView'];
export type Want = Schemas['WantDto'];
export type NeedState = Need['state'];

export const needStates = ['open', 'closed'] as const satisfies NeedState[];
export const wantsMax = 5;
export const windowsMax = 10;

/** What of the list is to be seen; it stands in the address. Open needs where nothing is said. */
export interface NeedFilters {
  readonly state?: NeedState;
  readonly function?: ResourceFunction;
}

export function filtersOf(search: URLSearchParams): NeedFilters {
  const state = needStates.find((one) => one === search.get('state'));
  const wanted = resourceFunctions.find((one) => one === search.get('function'));
  return { ...(state === undefined ? {} : { state }), ...(wanted === undefined ? {} : { function: wanted }) };
}

export function searchOf({ state, function: wanted }: NeedFilters): URLSearchParams {
  return new URLSearchParams({
    ...(state === undefined ? {} : { state }),
    ...(wanted === undefined ? {} : { function: wanted }),
  });
}

/** The fields by the names of the request, so that a refusal finds its field; numbers and times as they were typed. */
export interface NeedForm {
  readonly party?: Schemas['NamedPartyView'];
  readonly title?: string;
  readonly text?: string;
  readonly wants?: readonly WantForm[];
  readonly windows?: readonly { readonly from?: string; readonly to?: string }[];
  readonly district?: string;
  readonly headcount?: string;
  /** 元. */
  readonly budget?: string;
}

interface WantForm {
  readonly function?: ResourceFunction;
  readonly business?: UnionBusiness;
  readonly capacity?: string;
  readonly skill?: string;
}

export const needFields = [
  ...['party', 'title', 'text', 'wants', 'windows', 'district', 'headcount', 'budget'],
  ...['wants/*/function', 'wants/*/business', 'wants/*/capacity', 'wants/*/skill'],
  ...['windows/*/from', 'windows/*/to'],
];

export const emptyNeed: NeedForm = { wants: [{}], windows: [{}] };

export function formOf(need: Need): NeedForm {
  return {
    title: need.title,
    text: need.text,
    wants: need.wants.map(({ function: wanted, business, capacity, skill }) => ({
      function: wanted,
      business: business ?? undefined,
      capacity: capacity ? String(capacity) : '',
      skill: skill ?? '',
    })),
    windows: need.windows.map(({ from, to }) => ({ from: localTimeOf(from), to: localTimeOf(to) })),
    headcount: String(need.headcount),
  };
}

/** What both requests say. */
export function editOf(form: NeedForm) {
  return {
    title: (form.title ?? '').trim(),
    text: textOf(form.text),
    wants: (form.wants ?? []).flatMap((want) => wantOf(want)),
    windows: (form.windows ?? []).flatMap(({ from, to }) =>
      from && to ? [{ from: instantOf(from), to: instantOf(to) }] : [],
    ),
    headcount: Number(form.headcount),
  } satisfies Schemas['EditNeedBody'];
}

/** The request; null as long as nobody is said to seek it. */
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

function wantOf({ function: wanted, business, capacity, skill }: WantForm): Want[] {
  if (wanted === undefined) return [];
  const people = (capacity ?? '').trim();
  return [
    {
      function: wanted,
      business: business ?? null,
      capacity: people === '' ? null : Number(people),
      skill: textOf(skill),
    },
  ];
}

function textOf(text: string | undefined): string | null {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? null : trimmed;
}

export interface MatchSides {
  readonly isSeeker: boolean;
  readonly isOwner: boolean;
}

export const matchActs = ['propose', 'accept', 'decline'] as const;
export type MatchAct = (typeof matchActs)[number];

/** What may be done with an offer: its owner proposes it, the seeker answers; either declines. */
export function actsOf(
  match: Pick<Match, 'state'>,
  need: Pick<Need, 'state'>,
  { isSeeker, isOwner }: MatchSides,
): MatchAct[] {
  if (need.state === 'closed') return [];
  if (match.state === 'suggested')
    return [...(isOwner ? (['propose'] as const) : []), ...declineOf(isSeeker || isOwner)];
  if (match.state === 'proposed')
    return [...(isSeeker ? (['accept'] as const) : []), ...declineOf(isSeeker || isOwner)];
  return [];
}

function declineOf(may: boolean): MatchAct[] {
  return may ? ['decline'] : [];
}

/** Accepted offers first, declined ones last, between them those that wait for an answer; the best of each first. */
export function inOrder(matches: readonly Match[]): Match[] {
  const rank = { accepted: 0, proposed: 1, suggested: 2, declined: 3 } as const;
  return [...matches].sort((left, right) => rank[left.state] - rank[right.state] || right.score - left.score);
}

/** How a reason weighs: it speaks for an offer, against it, or only tells. */
export function weightOf({
  code,
  points,
}: Pick<Match['reasons'][number], 'code' | 'points'>): 'for' | 'against' | 'told' {
  const against = ['CAPACITY_SHORT', 'AVAILABLE_IN_PART', 'NOT_AVAILABLE', 'NO_RIGHT_YET'];
  if (against.includes(code)) return 'against';
  return points > 0 ? 'for' : 'told';
}
