import { query } from '../../core/contract.js';
import { Flag, Instant, ListOf, Text, Uuid, Whole } from '../../core/fields.js';

/** Activities in one answer: what lies ahead of a group is soon over. */
export const groupSignUpsMax = 50;

export class GroupSignUpsOf {
  @Uuid() groupId: string;
}

export class GroupSignUpView {
  @Uuid() activityId: string;
  @Text() activityTitle: string;
  @Instant() startsAt: string;
  @Text() timeZone: string;
  @Whole({ description: 'How many of the group have signed up, also on the waitlist; never who' })
  signedUp: number;
}

export class GroupSignUpsView {
  @Uuid() groupId: string;
  @Whole({ description: 'Members who are in the group now' }) people: number;
  @Flag({ description: 'False where the group has fewer than five people: a figure would say who' })
  isCounted: boolean;
  @ListOf(() => GroupSignUpView, {
    max: groupSignUpsMax,
    description:
      'Published activities that have not begun and for which somebody has signed up, the next first',
  })
  activities: GroupSignUpView[];
}

export const groupSignUpContract = {
  get: query('sharing.group-sign-up.get', GroupSignUpsOf, GroupSignUpsView, {
    http: 'GET groups/:groupId/sign-ups',
    tag: 'registrations',
    summary:
      'Counts, for the leader of a group and its union, how many of it have signed up for what lies ahead',
  }),
};
