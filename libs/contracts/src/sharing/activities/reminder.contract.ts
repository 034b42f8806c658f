import { command, Done, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

/** What a reminder counts down to. */
export const reminderAnchors = ['start', 'signUpCloses', 'poolOpens'] as const;
export type ReminderAnchor = (typeof reminderAnchors)[number];

export const remindersMax = 5;
/** Thirty days. */
const minutesMax = 43_200;

export class ReminderDto {
  @OneOf(reminderAnchors, {
    name: 'ReminderAnchor',
    description:
      '`start` reaches who has a seat; the other two whoever asked for it and has not signed up yet',
  })
  anchor: ReminderAnchor;

  @Whole({ max: minutesMax, example: 1440 }) minutesBefore: number;
}

export class ActivityRemindersRequest {
  @Uuid() activityId: string;
}

export class SetRemindersRequest {
  @Uuid() activityId: string;
  @ListOf(() => ReminderDto, { max: remindersMax, description: 'In place of all that there are' })
  items: ReminderDto[];
}

export class ReminderView extends ReminderDto {
  @Instant({ nullable: true, description: 'When it goes; null where each pool has a time of its own' })
  at: string | null;
  @Flag({ description: 'Its own moment lies in the night, so that it goes before or after' })
  isMoved: boolean;
  @Whole({ description: 'People whom it has reached' }) sent: number;
}

export class RemindersView {
  @Uuid() activityId: string;
  @Whole() version: number;
  @Flag({ description: 'Nobody has chosen them: a day and two hours before the start' }) isDefault: boolean;
  @ListOf(() => ReminderView, { max: remindersMax }) items: ReminderView[];
}

export class ReminderWishRequest {
  @Uuid() activityId: string;
  @Uuid() poolId: string;
}

/** That somebody wants to be notified when a pool opens for them. */
export class ReminderWishView {
  @Uuid() activityId: string;
  @Uuid() poolId: string;
  @Text({ description: 'The name of the pool' }) poolName: string;
  @Instant({ description: 'When sign-up for it opens' }) opensAt: string;
  @Flag({ description: 'The caller is reminded' }) isAsked: boolean;
}

/** The pool that opens for the caller, and whether they are reminded; none once it is open. */
export class OwnReminderWishesView {
  @ListOf(() => ReminderWishView, { max: 1 }) items: ReminderWishView[];
}

export const reminderContract = {
  get: query('sharing.reminder.get', ActivityRemindersRequest, RemindersView, {
    http: 'GET activities/:activityId/reminders',
    tag: 'notices',
    summary: 'Shows when those who take part are reminded, and how many each reminder has reached',
  }),
  set: command('sharing.reminder.set', SetRemindersRequest, RemindersView, {
    http: 'PUT activities/:activityId/reminders',
    tag: 'notices',
    summary:
      'Sets the reminders of an activity, at most five; from 22:00 to 07:00 they go before or after the night',
    ifMatch: true,
    example: {
      items: [
        { anchor: 'start', minutesBefore: 1440 },
        { anchor: 'start', minutesBefore: 120 },
      ],
    },
  }),
  wishes: query('sharing.reminder.wishes', ActivityRemindersRequest, OwnReminderWishesView, {
    http: 'GET activities/:activityId/remind-me',
    tag: 'notices',
    summary: 'Shows the pool that is yet to open for the caller, and whether they are reminded of it',
  }),
  ask: command('sharing.reminder.ask', ReminderWishRequest, ReminderWishView, {
    http: 'POST activities/:activityId/pools/:poolId/remind-me',
    tag: 'notices',
    summary: 'Asks to be reminded shortly before sign-up for a pool opens',
    example: {},
  }),
  unask: command('sharing.reminder.unask', ReminderWishRequest, Done, {
    http: 'DELETE activities/:activityId/pools/:poolId/remind-me',
    tag: 'notices',
    summary: 'Asks not to be reminded any more',
  }),
};
