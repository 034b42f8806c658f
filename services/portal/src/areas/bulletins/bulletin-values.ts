import { instantOf, localTimeOf } from '../../i18n/format.js';
import type {
  Bulletin,
  BulletinAudience,
  BulletinCorrection,
  BulletinDefinition,
  BulletinKind,
} from './bulletin.model.js';

/** What is typed; times as they are on the clock of the network. */
export interface BulletinValues {
  readonly unionId?: string;
  readonly title: string;
  readonly text: string;
  readonly kind: BulletinKind;
  readonly source: { readonly name?: string; readonly link?: string };
  readonly audience: BulletinAudience;
  readonly mustRead: boolean;
  readonly pinned: boolean;
  readonly from?: string;
  readonly until?: string;
  readonly note?: string;
}

/** With which a new one begins. */
export const newValues: BulletinValues = {
  title: '',
  text: '',
  kind: 'news',
  source: {},
  audience: 'members',
  mustRead: false,
  pinned: false,
};

export function valuesOf(bulletin: Bulletin): BulletinValues {
  const { title, text, kind, source, audience, mustRead, pinned, shownFrom, shownUntil } = bulletin;
  return {
    title,
    text: text ?? '',
    kind,
    source: { name: source?.name ?? '', link: source?.link ?? '' },
    audience,
    mustRead,
    pinned,
    from: shownFrom === null ? '' : localTimeOf(shownFrom),
    until: shownUntil === null ? '' : localTimeOf(shownUntil),
  };
}

export function definitionOf(values: BulletinValues): BulletinDefinition {
  const { audience, mustRead, from } = values;
  return { ...wordsOf(values), audience, mustRead, from: timeOf(from) };
}

/** Whom it is for, whether it must be read and from when it is shown stay as they were published. */
export function correctionOf(values: BulletinValues): BulletinCorrection {
  return { ...wordsOf(values), note: values.note?.trim() ?? '' };
}

type Words = Pick<BulletinDefinition, 'title' | 'text' | 'kind' | 'source' | 'pinned' | 'until'>;

function wordsOf({ title, text, kind, source, pinned, until }: BulletinValues): Words {
  const name = source.name?.trim() ?? '';
  const link = source.link?.trim() ?? '';
  return {
    title: title.trim(),
    text,
    kind,
    source: name === '' ? null : { name, link: link === '' ? null : link },
    pinned,
    until: timeOf(until),
  };
}

function timeOf(local: string | undefined): string | null {
  return local === undefined || local === '' ? null : instantOf(local);
}
