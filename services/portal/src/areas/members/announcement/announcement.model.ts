import type { components } from '../../../api/schema.js';

export type Announcement = components['schemas']['AnnouncementView'];
export type AnnouncementState = Announcement['state'];
export type Audience = components['schemas']['AnnouncementAudience'];
export type AudienceKind = Audience['kind'];
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

/** Whether it can still be changed. */
export function isOpen({ state }: Pick<Announcement, 'state'>): boolean {
  return state === 'draft' || state === 'scheduled';
}
