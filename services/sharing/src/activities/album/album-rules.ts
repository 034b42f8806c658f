import type { ErrorCode } from '@gongxiang/contracts/error-codes';
import {
  albumOpenDays,
  albumPicturesMax,
  albumPicturesOfPersonMax,
  type AlbumPictureState,
} from '@gongxiang/contracts/sharing/activities/album-picture.contract';
import { dayMs, DomainError } from '@gongxiang/domain';

/** Days a hidden picture can be restored; then it is erased. */
const hiddenDays = 30;

export function erasedAt(hiddenAt: Date): Date {
  return new Date(hiddenAt.getTime() + hiddenDays * dayMs);
}

interface Timed {
  readonly state: string;
  readonly publishedAt: Date | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** When pictures may be added: from the start, while everybody still has them at hand. */
export function openTimes({ startsAt, endsAt }: Pick<Timed, 'startsAt' | 'endsAt'>): {
  readonly opensAt: Date;
  readonly closesAt: Date;
} {
  return { opensAt: startsAt, closesAt: new Date(endsAt.getTime() + albumOpenDays * dayMs) };
}

/** Why no picture can be added now; null if one can. */
export function closedBy(activity: Timed, now: Date): ErrorCode | null {
  if (activity.state === 'cancelled') return 'ACTIVITY_CANCELLED';
  const { opensAt, closesAt } = openTimes(activity);
  if (activity.publishedAt === null || now < opensAt) return 'ALBUM_NOT_OPEN';
  return now < closesAt ? null : 'ALBUM_CLOSED';
}

/** @throws DomainError `ACTIVITY_CANCELLED`, `ALBUM_NOT_OPEN`, `ALBUM_CLOSED` */
export function requireOpen(activity: Timed, now: Date): void {
  const code = closedBy(activity, now);
  if (code !== null) throw new DomainError(code, { params: { days: albumOpenDays } });
}

/**
 * @param counts pictures of the album, and the person's own that are not hidden
 * @throws DomainError `ALBUM_FULL`, `ALBUM_TOO_MANY_OF_PERSON`, which does not apply to hosts
 */
export function requirePlace(
  counts: { readonly all: number; readonly own: number },
  { isModerator }: Pick<Viewer, 'isModerator'>,
): void {
  if (counts.all >= albumPicturesMax)
    throw new DomainError('ALBUM_FULL', { params: { max: albumPicturesMax } });
  if (!isModerator && counts.own >= albumPicturesOfPersonMax)
    throw new DomainError('ALBUM_TOO_MANY_OF_PERSON', { params: { max: albumPicturesOfPersonMax } });
}

/** The possible steps of a picture. A withdrawn picture is deleted, so there is no state for it. */
const transitions: Readonly<Record<AlbumPictureState, readonly AlbumPictureState[]>> = {
  pending: ['approved', 'hidden'],
  approved: ['reported', 'hidden'],
  reported: ['approved', 'hidden'],
  hidden: ['approved'],
};

/** @throws DomainError `ALBUM_PICTURE_NOT_OPEN` */
export function requireStep(from: AlbumPictureState, to: AlbumPictureState): void {
  if (!transitions[from].includes(to)) throw new DomainError('ALBUM_PICTURE_NOT_OPEN');
}

/** The viewer of an album. */
export interface Viewer {
  readonly personId: string;
  /** An officer or organiser of a host. */
  readonly isModerator: boolean;
  /** They attended. */
  readonly hasCome: boolean;
  /** They have a seat, attended, or are a member of a host's union. */
  readonly isInsider: boolean;
}

export interface Seen {
  readonly personId: string;
  readonly state: AlbumPictureState;
  readonly isPublic: boolean;
}

/** Who sees a picture: its contributor and its moderators always, others once it is approved. */
export function mayRead(picture: Seen, viewer: Viewer): boolean {
  if (picture.personId === viewer.personId || viewer.isModerator) return true;
  return picture.state === 'approved' && (viewer.isInsider || picture.isPublic);
}

/** Nobody decides on a report against themselves. @throws DomainError `NOT_PERMITTED` */
export function requireImpartial(picture: Seen, viewer: Viewer): void {
  if (picture.state === 'reported' && picture.personId === viewer.personId)
    throw new DomainError('NOT_PERMITTED');
}
