import { OmitType } from '@nestjs/swagger';
import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { AlwaysTrue, Instant, Nested, OneOf, ownUnionsOnly, Text, Uuid, Whole } from '../../core/fields.js';
import { OutcomesView } from '../../notification/notice.contract.js';

export const announcementStates = ['draft', 'scheduled', 'sending', 'sent', 'withdrawn'] as const;
export type AnnouncementState = (typeof announcementStates)[number];

/** `notReached`: members who have taken part in nothing for some days. */
export const audienceKinds = ['union', 'club', 'group', 'registered', 'attended', 'notReached'] as const;
export type AudienceKind = (typeof audienceKinds)[number];

/** In whose name it is written: `club` and `group` write to their own people, and to nobody else. */
export const announcementWriters = ['union', 'club', 'group'] as const;
export type AnnouncementWriter = (typeof announcementWriters)[number];

/** How soon it has to be known. Nothing that is written to many is `now`. */
export const announcementUrgencies = ['soon', 'whenever'] as const;
export type AnnouncementUrgency = (typeof announcementUrgencies)[number];

export const announcementReleases = ['draft', 'now', 'later'] as const;
export type AnnouncementRelease = (typeof announcementReleases)[number];

/** Days without taking part. */
const daysMax = 1_095;

/** To whom it goes. Only people who are members when it is sent get it. */
export class AnnouncementAudience {
  @OneOf(audienceKinds, { name: 'AudienceKind' }) kind: AudienceKind;
  @Uuid({
    description:
      'union, notReached: the union, with all below it; club: the club; group: the group of a union; registered, attended: the activity',
  })
  id: string;
  @Whole({ optional: true, min: 1, max: daysMax, description: 'notReached: for how many days' })
  days?: number | null;
}

export class PreviewAnnouncement {
  @Uuid({ description: 'The union that writes, or that of the club or the group that does' }) unionId: string;
  @OneOf(announcementWriters, {
    optional: true,
    name: 'AnnouncementWriter',
    description:
      'union where absent. club: whoever acts for it; group: its leader. Then it goes to `audience`, which is that club or group',
  })
  writer?: AnnouncementWriter;
  @Nested(() => AnnouncementAudience) audience: AnnouncementAudience;
}

export class AnnouncementPreviewView {
  @Whole({ description: 'People whom it would reach now' }) recipients: number;
}

export class CreateAnnouncement extends PreviewAnnouncement {
  @Text({ max: 100, example: '冬季送温暖' }) title: string;
  @Text({ max: 2_000, description: 'Plain text', example: '请于本月底前到工会登记。' }) text: string;
  @OneOf(announcementUrgencies, {
    name: 'AnnouncementUrgency',
    description: 'soon: something is to be done, or has changed; whenever: news',
  })
  urgency: AnnouncementUrgency;
  @Uuid({ optional: true, description: 'A published activity to which it leads' }) activityId?: string | null;
  @OneOf(announcementReleases, {
    name: 'AnnouncementRelease',
    description: 'draft: it waits until it is changed; now; later: at `sendAt`',
  })
  release: AnnouncementRelease;
  @Instant({ optional: true, description: 'later: when' }) sendAt?: string | null;
}

export class AnnouncementId {
  @Uuid() announcementId: string;
}

/** All of it as it is to be; who writes stays the same. */
export class EditAnnouncement extends OmitType(CreateAnnouncement, ['unionId', 'writer']) {
  @Uuid() announcementId: string;
}

export class ListAnnouncements extends PageRequest {
  @Text({ optional: true, max: 60, description: 'Words in its title' }) q?: string;
  @OneOf(announcementStates, { optional: true, name: 'AnnouncementState' }) state?: AnnouncementState;
  @AlwaysTrue(ownUnionsOnly) ownUnions?: true;
  @Uuid({ optional: true, description: 'Only what this club or group has written' }) writerId?: string;
}

export class AnnouncementView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @OneOf(announcementWriters, {
    name: 'AnnouncementWriter',
    description: 'club, group: the one in `audience`; the union can withdraw it',
  })
  writer: AnnouncementWriter;
  @Text({ max: 100 }) title: string;
  @Text({ max: 2_000 }) text: string;
  @Nested(() => AnnouncementAudience) audience: AnnouncementAudience;
  @Text({ description: 'Of the union, the club, the group or the activity whose people get it' })
  audienceName: string;
  @OneOf(announcementUrgencies, { name: 'AnnouncementUrgency' }) urgency: AnnouncementUrgency;
  @Uuid({ nullable: true }) activityId: string | null;
  @Text({ nullable: true }) activityTitle: string | null;
  @OneOf(announcementStates, { name: 'AnnouncementState' }) state: AnnouncementState;
  @Instant({ nullable: true, description: 'When it is or was to be sent; null of a draft' })
  sendAt: string | null;
  @Whole({ nullable: true, description: 'People whom it was to reach when its sending began' })
  recipients: number | null;
  @Whole({ description: 'People whose inboxes were told of it so far' }) sent: number;
  @Instant() createdAt: string;
  @Instant({ nullable: true, description: 'When its sending began' }) startedAt: string | null;
  @Instant({ nullable: true, description: 'When it was sent to the last' }) finishedAt: string | null;
  @Instant({ nullable: true }) withdrawnAt: string | null;
}

/** What became of an announcement: figures only, never who. */
export class AnnouncementReportView {
  @Uuid() id: string;
  @OneOf(announcementStates, { name: 'AnnouncementState' }) state: AnnouncementState;
  @Whole({ nullable: true, description: 'People whom it was to reach when its sending began' })
  recipients: number | null;
  @Whole({ description: 'People whose inboxes were told of it so far' }) sent: number;
  @Nested(() => OutcomesView, { nullable: true, description: 'Null where the inboxes do not answer now' })
  outcomes: OutcomesView | null;
}

const audience = { kind: 'union', id: '019a0000-0000-7000-8000-000000000001' };
const example = {
  unionId: '019a0000-0000-7000-8000-000000000001',
  audience,
  title: '冬季送温暖',
  text: '请于本月底前到工会登记。',
  urgency: 'soon',
  release: 'later',
  sendAt: '2026-12-01T09:00:00+08:00',
};

const { unionId: _unionId, ...edited } = example;

const shown = query('sharing.announcement.get', AnnouncementId, AnnouncementView, {
  http: 'GET announcements/:announcementId',
  tag: 'notices',
  summary: 'Shows an announcement, and how far its sending is',
});

export const announcementContract = {
  preview: query('sharing.announcement.preview', PreviewAnnouncement, AnnouncementPreviewView, {
    http: 'POST announcements/preview',
    tag: 'notices',
    summary: 'Counts whom an announcement would reach',
    example: { unionId: example.unionId, audience },
  }),
  create: command('sharing.announcement.create', CreateAnnouncement, AnnouncementView, {
    http: 'POST announcements',
    tag: 'notices',
    summary:
      'Writes to the members of a union and those below it, to a club, to a group, to who took part in an activity, or to who was not reached for long; clubs and groups write to their own people',
    freshRoles: true,
    example,
  }),
  list: query('sharing.announcement.list', ListAnnouncements, pageOf(AnnouncementView), {
    http: 'GET announcements',
    tag: 'notices',
    summary:
      'Lists the announcements of the unions for which the caller acts, or of one club or group, the newest first',
  }),
  get: shown,
  edit: versioned(
    command('sharing.announcement.edit', EditAnnouncement, AnnouncementView, {
      http: 'PUT announcements/:announcementId',
      tag: 'notices',
      summary: 'Changes an announcement that is not sent yet, or orders its sending',
      freshRoles: true,
      example: edited,
    }),
    shown,
  ),
  /** Whatever has come meanwhile: it is meant as it was written, and who is wrong wants to be quick. */
  withdraw: command('sharing.announcement.withdraw', AnnouncementId, AnnouncementView, {
    http: 'POST announcements/:announcementId/withdraw',
    tag: 'notices',
    summary: 'Withdraws an announcement: who has not got it gets none, who has sees that it was withdrawn',
    status: 200,
    example: {},
  }),
};
