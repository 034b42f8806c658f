import { type HolidayName, holidayNames } from '@gongxiang/domain/holidays';
import { command, query } from '../../core/contract.js';
import { Flag, Instant, Json, ListOf, Nested, OneOf, Text, Whole, Uuid } from '../../core/fields.js';
import { NamedPartyView } from '../activities/activity-parts.js';
import { ActivityIdRequest, ActivityView } from '../activities/activity.contract.js';

export const copiedTimeFields = ['startsAt', 'endsAt', 'signUpOpensAt', 'signUpClosesAt'] as const;
export type CopiedTimeField = (typeof copiedTimeFields)[number];

/** Why a copied time does not stand where the same distance would have put it. */
export const moveReasons = ['publicHoliday', 'makeUpDay', 'dayOff', 'workingDay'] as const;
export type MoveReason = (typeof moveReasons)[number];

export class PlanCopyRequest {
  @Uuid() activityId: string;

  @Instant({
    optional: true,
    description:
      'When the copy begins; where absent about a year later on the same weekday, in the first year that lies ahead',
  })
  startsAt?: string | null;

  @Flag({
    optional: true,
    description: 'On that very day, also where it is a public holiday or a make-up day',
  })
  keepDay?: boolean | null;
}

export class CopyActivityRequest extends PlanCopyRequest {
  @Text({
    optional: true,
    max: 200,
    example: '2027 亲子工厂一日游',
    description: 'That of the original where absent',
  })
  title?: string | null;
}

/** A time that was moved, with all others of the activity, off a day that does not suit. */
export class MovedTimeView {
  @OneOf(copiedTimeFields, { name: 'CopiedTimeField' }) field: CopiedTimeField;
  @Instant({ description: 'Where it would stand without the move' }) from: string;
  @Instant() to: string;

  @OneOf(moveReasons, {
    name: 'MoveReason',
    description:
      'What the day is that it was moved off: a public holiday; a day of a weekend that is worked (调休); a day off, where the original was on a workday; a workday, where the original was on a day off',
  })
  reason: MoveReason;

  @OneOf(holidayNames, {
    nullable: true,
    name: 'HolidayName',
    description: 'The public holiday that the day is part of, or makes up for',
  })
  holiday: HolidayName | null;
}

/** What whoever copies must know beyond the new draft. */
abstract class CopyNotes {
  @ListOf(() => MovedTimeView, { max: copiedTimeFields.length, description: 'Empty where the day suits' })
  moved: MovedTimeView[];

  @Whole({
    nullable: true,
    max: 9_999,
    description:
      'The year of the new day, where its public holidays are not known yet: then nothing was looked at and nothing moved',
  })
  holidaysUnknown: number | null;

  @ListOf(() => NamedPartyView, {
    max: 200,
    description: 'Who hosted the original too: they are to be invited anew',
  })
  invite: NamedPartyView[];
}

/** What a copy would be like; nothing is saved. */
export class CopyPlanView extends CopyNotes {
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Instant() signUpOpensAt: string;
  @Instant() signUpClosesAt: string;
  @Text({ description: 'IANA zone in which its times are read aloud' }) timeZone: string;
}

/** The new draft, and what to know of it. */
export class ActivityCopyView extends CopyNotes {
  @Nested(() => ActivityView) activity: ActivityView;
}

/** One thing to see to before a draft is published. */
export class ChecklistItemView {
  @Text({
    max: 60,
    description: 'What is asked for; with this code publishing refuses where it is required and not done',
  })
  code: string;

  @Flag({ description: 'Is the draft refused without it? Else it is advice' }) required: boolean;
  @Flag() done: boolean;

  @Text({
    max: 60,
    description: 'What it is about: a field of the activity, or what belongs to it, such as `/pools`',
  })
  pointer: string;

  @Json({ description: 'Values that the text of the code names, such as the `party` that has not signed' })
  params: Readonly<Record<string, string | number | boolean>>;
}

export class ChecklistView {
  @ListOf(() => ChecklistItemView, { max: 500 }) items: ChecklistItemView[];
  @Whole({ description: 'How many things are not done, required or not' }) missing: number;
}

export const draftContract = {
  copy: command('sharing.draft.copy', CopyActivityRequest, ActivityCopyView, {
    http: 'POST activities/:activityId/copy',
    tag: 'activities',
    summary: 'Drafts the same activity again: what was planned, with its pools, and nothing that happened',
    example: { startsAt: '2027-04-10T09:00:00+08:00', title: '2027 亲子工厂一日游' },
  }),
  planCopy: query('sharing.draft.planCopy', PlanCopyRequest, CopyPlanView, {
    http: 'GET activities/:activityId/copy',
    tag: 'activities',
    summary:
      'Shows when a copy would take place, what of it would be moved off a holiday, and whom to invite',
  }),
  check: query('sharing.draft.check', ActivityIdRequest, ChecklistView, {
    http: 'GET activities/:activityId/checklist',
    tag: 'activities',
    summary: 'Lists what a draft needs before it is published, and what would be better',
  }),
};
