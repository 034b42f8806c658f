import type { components } from '../../../api/schema.js';

export type Announcement = components['schemas']['AnnouncementView'];
export type AnnouncementState = Announcement['state'];
export type Audience = components['schemas']['AnnouncementAudience'];
export type AudienceKind = Audience['kind'];
export type Writer = Announcement['writer'];
export type Urgency = Announcement['urgency'];
export type Release = components['schemas']['CreateAnnouncement']['release'];

export const announcementStates = [
  'draft',
  'scheduled',
  'sending',
  'sent',
  'withdrawn',
] as const satisfies AnnouncementState[];
export const audienceKinds = [
  'union',
  'club',
  'group',
  'registered',
  'attended',
  'notReached',
] as const satisfies AudienceKind[];
export const urgencies = ['soon', 'whenever'] as const satisfies Urgency[];
export const releases = ['now', 'later', 'draft'] as const satisfies Release[];

/** In whose name it is written: the union's, or that of the club or group to which it goes. */
export function writerNameOf({
  writer,
  unionName,
  audienceName,
}: Pick<Announcement, 'writer' | 'unionName' | 'audienceName'>): string {
  return writer === 'union' ? unionName : audienceName;
}

/** Whether it can still be changed. */
export function isOpen({ state }: Pick<Announcement, 'state'>): boolean {
  return state === 'draft' || state === 'scheduled';
}
