import { command, Done, query } from '../contract.js';
import { Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../fields.js';

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

/** That somebody wants to hear when a pool opens for him. */
export class ReminderWishView {
  @Uuid() activityId: string;
  @Uuid() poolId: string;
  @Text({ description: 'The name of the pool' }) poolName: string;
  @Instant({ description: 'When sign-up for it opens' }) opensAt: string;
  @Flag({ description: 'The caller is reminded' }) isAsked: boolean;
}

/** The pool that opens for the caller, and whether he is reminded; none once it is open. */
export class OwnReminderWishesView {
  @ListOf(() => ReminderWishView, { max: 1 }) items: ReminderWishView[];
}

export const reminderContract = {
  get: query('sharing.reminder.get', ActivityRemindersRequest, RemindersView),
  set: command('sharing.reminder.set', SetRemindersRequest, RemindersView),
  wishes: query('sharing.reminder.wishes', ActivityRemindersRequest, OwnReminderWishesView),
  ask: command('sharing.reminder.ask', ReminderWishRequest, ReminderWishView),
  unask: command('sharing.reminder.unask', ReminderWishRequest, Done),
};
