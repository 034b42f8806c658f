import type { components } from '../../../api/schema.js';
import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';
import type { Announcement, Audience, AudienceKind, Release, Urgency, Writer } from './announcement.model.js';

type Body = components['schemas']['CreateAnnouncement'];

export const daysMax = 1_095;

/** A union, a club or an activity as it was picked. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The fields, named as in the body, so that a refusal is shown at its field. */
export interface AnnouncementValues {
  readonly unionId?: string;
  /** Not asked for: a club or a group writes where its page has led here. */
  readonly writer?: Exclude<Writer, 'union'>;
  readonly audience?: {
    readonly kind?: AudienceKind;
    /** Of a union: the one that writes where nothing is picked. */
    readonly id?: Named;
    readonly days?: string;
  };
  readonly title?: string;
  readonly text?: string;
  readonly urgency?: Urgency;
  readonly activityId?: Named;
  readonly release?: Release;
  /** As the browser's field has it, in Beijing. */
  readonly sendAt?: string;
}

export function isOfUnion(kind: AudienceKind | undefined): boolean {
  return kind === undefined || kind === 'union' || kind === 'notReached';
}

/** @returns null while something is missing */
export function audienceOf({ unionId, audience = {} }: AnnouncementValues): Audience | null {
  const { kind = 'union', id: picked, days: typed } = audience;
  const id = picked?.id ?? (isOfUnion(kind) ? unionId : undefined);
  if (id === undefined) return null;
  if (kind !== 'notReached') return { kind, id };
  const days = wholeNumberOf(typed, 1, daysMax);
  return days === null ? null : { kind, id, days };
}

/** @returns null while something is missing, which the fields say by themselves */
export function bodyOf(values: AnnouncementValues): Body | null {
  const { unionId, writer, title = '', text = '', urgency = 'soon', activityId } = values;
  const audience = audienceOf(values);
  const planned = plannedOf(values);
  if (unionId === undefined || audience === null || planned === null) return null;
  const words = { title: title.trim(), text: text.trim(), urgency };
  return {
    unionId,
    audience,
    ...words,
    ...planned,
    ...(writer && { writer }),
    ...(activityId && { activityId: activityId.id }),
  };
}

function plannedOf({
  release = 'now',
  sendAt = '',
}: AnnouncementValues): Pick<Body, 'release' | 'sendAt'> | null {
  if (release !== 'later') return { release };
  return sendAt === '' ? null : { release, sendAt: instantOf(sendAt) };
}

/** What stands in the form when an announcement is changed. */
export function valuesOf(announcement: Announcement): AnnouncementValues {
  const {
    unionId,
    writer,
    audience,
    audienceName,
    title,
    text,
    urgency,
    activityId,
    activityTitle,
    state,
    sendAt,
  } = announcement;
  return {
    unionId,
    ...(writer === 'union' ? {} : { writer }),
    audience: {
      kind: audience.kind,
      id: { id: audience.id, name: audienceName },
      ...(audience.days == null ? {} : { days: String(audience.days) }),
    },
    title,
    text,
    urgency,
    ...(activityId === null ? {} : { activityId: { id: activityId, name: activityTitle ?? '' } }),
    release: state === 'draft' ? 'draft' : 'later',
    ...(sendAt === null ? {} : { sendAt: localTimeOf(sendAt) }),
  };
}
