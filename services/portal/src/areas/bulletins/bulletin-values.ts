import type { ResourceFunction, UnionBusiness } from '../../api/classification.js';
import { instantOf, localTimeOf } from '../../i18n/format.js';
import {
  type Bulletin,
  type BulletinAudience,
  type BulletinCommenting,
  type BulletinCorrection,
  type BulletinDefinition,
  type BulletinKind,
  bulletinKinds,
  type SizeClass,
  titleMax,
} from './bulletin.model.js';
import { type AttachmentValue, filesOf, fileValuesOf, type PictureValue } from './file/file.model.js';

/** What is typed; times as they are on the clock of the network. */
export interface BulletinValues {
  readonly unionId?: string;
  readonly title: string;
  readonly text: string;
  readonly kind: BulletinKind;
  readonly business?: UnionBusiness | null;
  readonly function?: ResourceFunction | null;
  readonly source: { readonly name?: string; readonly link?: string };
  readonly audience: BulletinAudience;
  readonly sizeClass: SizeClass;
  /** As a list has it. */
  readonly neighbourKm: string;
  readonly mustRead: boolean;
  readonly pinned: boolean;
  readonly from?: string;
  readonly until?: string;
  /** The bulletin that it cites. */
  readonly citesId?: string | null;
  readonly commenting: BulletinCommenting;
  readonly note?: string;
  /** The first is the cover. */
  readonly pictures: readonly PictureValue[];
  readonly attachments: readonly AttachmentValue[];
}

/** With which a new one begins. */
export const newValues: BulletinValues = {
  title: '',
  text: '',
  kind: 'news',
  source: {},
  audience: 'members',
  sizeClass: 'small',
  neighbourKm: '5',
  mustRead: false,
  pinned: false,
  commenting: 'open',
  pictures: [],
  attachments: [],
};

/** What the address of a new one says: the union, the kind, the title, and what it cites. */
export function valuesIn(search: URLSearchParams): BulletinValues {
  const [unionId, citesId] = [search.get('unionId'), search.get('cites')];
  const kind = bulletinKinds.find((one) => one === search.get('kind')) ?? newValues.kind;
  const title = (search.get('title') ?? '').slice(0, titleMax);
  return { ...newValues, kind, title, citesId, ...(unionId === null ? {} : { unionId }) };
}

export function valuesOf(bulletin: Bulletin): BulletinValues {
  const { title, text, kind, source, mustRead, pinned, shownFrom, shownUntil } = bulletin;
  return {
    title,
    text: text ?? '',
    kind,
    business: bulletin.business,
    function: bulletin.function,
    source: { name: source?.name ?? '', link: source?.link ?? '' },
    ...targetValuesOf(bulletin),
    mustRead,
    pinned,
    from: shownFrom === null ? '' : localTimeOf(shownFrom),
    until: shownUntil === null ? '' : localTimeOf(shownUntil),
    citesId: bulletin.cites?.id ?? null,
    commenting: bulletin.commenting,
    ...fileValuesOf(bulletin),
  };
}

/** What its audience does not need is as in a new one. */
function targetValuesOf({
  audience,
  sizeClass,
  neighbourKm,
}: Bulletin): Pick<BulletinValues, 'audience' | 'sizeClass' | 'neighbourKm'> {
  return {
    audience,
    sizeClass: sizeClass ?? newValues.sizeClass,
    neighbourKm: neighbourKm === null ? newValues.neighbourKm : String(neighbourKm),
  };
}

export function definitionOf(values: BulletinValues): BulletinDefinition {
  const { audience, mustRead, from, citesId = null, commenting } = values;
  return {
    ...wordsOf(values),
    audience,
    sizeClass: audience === 'sizeClass' ? values.sizeClass : null,
    neighbourKm: audience === 'neighbours' ? Number(values.neighbourKm) : null,
    mustRead,
    from: timeOf(from),
    citesId,
    commenting,
  };
}

/** Whom it is for, whether it must be read and from when it is shown stay as they were published. */
export function correctionOf(values: BulletinValues): BulletinCorrection {
  return { ...wordsOf(values), note: values.note?.trim() ?? '' };
}

type Words = Pick<
  BulletinDefinition,
  | 'title'
  | 'text'
  | 'kind'
  | 'business'
  | 'function'
  | 'source'
  | 'pinned'
  | 'until'
  | 'pictures'
  | 'attachments'
>;

function wordsOf(values: BulletinValues): Words {
  const { title, text, kind, source, pinned, until } = values;
  const name = source.name?.trim() ?? '';
  const link = source.link?.trim() ?? '';
  return {
    title: title.trim(),
    text,
    kind,
    business: values.business ?? null,
    function: values.function ?? null,
    source: name === '' ? null : { name, link: link === '' ? null : link },
    pinned,
    until: timeOf(until),
    ...filesOf(values),
  };
}

function timeOf(local: string | undefined): string | null {
  return local === undefined || local === '' ? null : instantOf(local);
}
