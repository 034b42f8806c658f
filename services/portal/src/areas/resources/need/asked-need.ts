import { localTimeOf } from '../../../i18n/format.js';
import type { Resource } from '../resource/resource-filters.js';
import type { NeedForm } from './need-form.js';
import type { LentKind } from './want-kind.model.js';

const uuid = /^[0-9a-f-]{36}$/i;

/** What a member wants their union to borrow, as the page of the resource has put it into the address. */
export interface Asked {
  readonly resourceId: string;
  readonly from: string | null;
  readonly to: string | null;
}

export function askedOf(search: URLSearchParams): Asked | null {
  const resourceId = search.get('resource') ?? '';
  if (!uuid.test(resourceId)) return null;
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? ''];
  const isTimed = Date.parse(from) < Date.parse(to);
  return { resourceId, from: isTimed ? from : null, to: isTimed ? to : null };
}

/** Somebody whom a member has found by what they can do, as the search of talents has put it into the address. */
export interface AskedTalent {
  readonly name: string;
  readonly skill: string;
  readonly unionName: string;
}

const wordMax = 100;

export function askedTalentOf(search: URLSearchParams): AskedTalent | null {
  const word = (name: string): string => (search.get(name) ?? '').trim().slice(0, wordMax);
  const [name, skill] = [word('talent'), word('skill')];
  return name === '' || skill === '' ? null : { name, skill, unionName: word('talentUnion') };
}

/** The need that is filled in for them: their union reads it, and answers for them. */
export function talentNeed(
  { skill }: AskedTalent,
  words: { readonly title: string; readonly text: string },
): NeedForm {
  return {
    title: words.title.slice(0, wordMax),
    text: words.text,
    wants: [{ kind: 'teacher', skill }],
    windows: [{}],
    flexible: [],
  };
}

/** The need that is filled in for it; the words of the reader's language come from the page. */
export function askedNeed(
  { from, to }: Asked,
  resource: Pick<Resource, 'function' | 'capacity' | 'title'>,
  words: { readonly title: string; readonly text: string },
): NeedForm {
  return {
    title: words.title.slice(0, 100),
    text: words.text,
    wants: [{ kind: kindOfResource(resource), skill: resource.title.slice(0, 100) }],
    windows: [from === null || to === null ? {} : { from: localTimeOf(from), to: localTimeOf(to) }],
    flexible: [],
  };
}

/** Of a facility those with seats are places; the reader may choose otherwise. */
export function kindOfResource({
  function: use,
  capacity,
}: Pick<Resource, 'function' | 'capacity'>): LentKind {
  switch (use) {
    case 'facility':
      return capacity === null ? 'equipment' : 'venue';
    case 'people':
      return 'teacher';
    case 'information':
      return 'material';
    default:
      return use;
  }
}
