import { command, Done, pageOf, PageRequest, query } from '../../core/contract.js';
import { Instant, ListOf, OneOf, secretPattern, Text, Uuid, Whole } from '../../core/fields.js';
import { CheckInItem, CheckInView, UndoneCheckInView } from './check-in.contract.js';
import { rosterKey, RosterPage } from './roster.contract.js';

/** Links of an activity that are neither revoked nor past their end. */
export const doorLinksMax = 50;

/** `bound`: a phone works with it. `ended`: past its end, or the activity is closed or cancelled. */
export const doorLinkStates = ['open', 'bound', 'ended', 'revoked'] as const;
export type DoorLinkState = (typeof doorLinkStates)[number];

export class CreateDoorLink {
  @Uuid() activityId: string;

  @Text({
    max: 60,
    description: 'The gate, or who helps there; kept beside each scan',
    example: '东门 · 志愿者小李',
  })
  name: string;

  @Instant({
    optional: true,
    description:
      'When it ends, 24 hours after the end of the activity at the latest; six hours after it where absent',
  })
  expiresAt?: string | null;
}

export class ListDoorLinks extends PageRequest {
  @Uuid() activityId: string;
}

export class DoorLinkId {
  @Uuid() activityId: string;
  @Uuid() linkId: string;
}

/** Somebody without an account works at the door of one activity, with one phone. */
export class DoorLinkView {
  @Uuid() id: string;
  @Text({ max: 60 }) name: string;
  @OneOf(doorLinkStates, { name: 'DoorLinkState' }) state: DoorLinkState;
  @Instant() expiresAt: string;
  @Instant() createdAt: string;
  @Instant({ nullable: true, description: 'When a phone opened it; no other phone can since then' })
  boundAt: string | null;
  @Instant({ nullable: true }) revokedAt: string | null;
  @Whole({ description: 'Scans that came from it, refused ones and those that were undone too' })
  scans: number;
}

export class CreatedDoorLinkView extends DoorLinkView {
  @Text({
    nullable: true,
    description:
      'What the helper opens, on this host. The first phone that does works at the door: shown this once, null in a repeated answer',
    example: '/door/0Fv3cXJmV1m8kqk3r1T0b2n5wH6y7u8i9o0pAsDfGhJ',
  })
  address: string | null;
}

export class OpenDoorLink {
  @Text({ pattern: secretPattern }) linkToken: string;
}

/** What a helper sees before their phone is bound, and why it is not. */
export class OpenedDoorLinkView {
  @Text() activityTitle: string;
  @Text({ description: 'IANA' }) timeZone: string;
  @Text({ max: 60 }) name: string;
  @OneOf(doorLinkStates, { name: 'DoorLinkState' }) state: DoorLinkState;
  @Instant() expiresAt: string;
}

export class BindDoorDevice {
  @Text({ pattern: secretPattern }) linkToken: string;

  @Text({
    pattern: secretPattern,
    description:
      'The secret of this phone: 32 random bytes in base64url, which it draws and keeps. The same phone may ask again with it',
    example: 'YS1waG9uZS1kcmF3cy0zMi1yYW5kb20tYnl0ZXMtbm8',
  })
  deviceKey: string;
}

/** The door at which a phone works from now on. */
export class DoorDeviceView {
  @Uuid() linkId: string;
  @Uuid() activityId: string;
  @Text() activityTitle: string;
  @Text({ max: 60 }) name: string;
  @Instant() expiresAt: string;
}

export class DeviceRosterRequest extends PageRequest {
  @Text({ pattern: secretPattern }) deviceKey: string;
  @Text(rosterKey) key: string;
}

export class DeviceCheckIn {
  @Text({ pattern: secretPattern }) deviceKey: string;
  @ListOf(() => CheckInItem, { min: 1, max: 200 }) items: CheckInItem[];
}

export class DeviceUndo {
  @Text({ pattern: secretPattern }) deviceKey: string;
  @Uuid({ description: 'The scan that was a mistake' }) operationId: string;
  @Text({ max: 500, example: '扫错了人' }) reason: string;
}

export const doorLinkContract = {
  create: command('sharing.door-link.create', CreateDoorLink, CreatedDoorLinkView, {
    http: 'POST activities/:activityId/door-links',
    tag: 'check-in',
    summary:
      'Makes a link, `/door/{linkToken}`, with which one phone works at the door of this activity without an account; shown once',
    example: { name: '东门 · 志愿者小李' },
  }),
  list: query('sharing.door-link.list', ListDoorLinks, pageOf(DoorLinkView), {
    http: 'GET activities/:activityId/door-links',
    tag: 'check-in',
    summary: 'Lists the door links of an activity with how much each has scanned, without their addresses',
  }),
  revoke: command('sharing.door-link.revoke', DoorLinkId, Done, {
    http: 'DELETE activities/:activityId/door-links/:linkId',
    tag: 'check-in',
    summary: 'Revokes a door link: its phone can do nothing more, and what it has scanned stays',
  }),
  /** The five that need no sign-in: whoever has the link, and then the phone that is bound to it. */
  open: query('sharing.door-link.open', OpenDoorLink, OpenedDoorLinkView, {
    http: 'GET public/door-links/:linkToken',
    tag: 'check-in',
    summary: 'Which door a link leads to, and whether a phone can still be bound to it',
    public: true,
  }),
  bind: command('sharing.door-link.bind', BindDoorDevice, DoorDeviceView, {
    http: 'POST doors',
    tag: 'check-in',
    summary: 'Binds this phone to a door link; a second phone is refused',
    public: true,
    idempotent: false,
    status: 200,
    example: {
      linkToken: '0Fv3cXJmV1m8kqk3r1T0b2n5wH6y7u8i9o0pAsDfGhJ',
      deviceKey: 'YS1waG9uZS1kcmF3cy0zMi1yYW5kb20tYnl0ZXMtbm8',
    },
  }),
  roster: query('sharing.door-link.roster', DeviceRosterRequest, RosterPage, {
    http: 'GET doors/:deviceKey/roster',
    tag: 'check-in',
    summary: 'Who may come in, for the phone of a door helper: as for staff, until the link ends',
    public: true,
  }),
  checkIn: command('sharing.door-link.checkIn', DeviceCheckIn, CheckInView, {
    http: 'POST doors/:deviceKey/check-ins',
    tag: 'check-in',
    summary: 'Checks people in and out from the phone of a door helper; each scan has an answer of its own',
    public: true,
    idempotent: false,
    status: 200,
    example: {
      items: [
        {
          operationId: '019a0000-0000-7000-8000-0000000000c1',
          code: '7F3K9Q2WZX',
          at: '2026-11-21T09:03:00+08:00',
        },
      ],
    },
  }),
  undo: command('sharing.door-link.undo', DeviceUndo, UndoneCheckInView, {
    http: 'POST doors/:deviceKey/check-ins/:operationId/undo',
    tag: 'check-in',
    summary: 'Undoes a scan of the same phone that was a mistake',
    public: true,
    idempotent: false,
    status: 200,
    example: { reason: '扫错了人' },
  }),
};
