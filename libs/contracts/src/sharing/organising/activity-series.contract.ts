import { type HolidayName, holidayNames } from '@gongxiang/domain/holidays';
import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { NamedPartyView } from '../activities/activity-parts.js';
import { type MoveReason, moveReasons } from './draft.contract.js';
import { DayList, WholeList } from '../lending/series-fields.js';
import { type ActivityState, activityStates } from '../sharing-events.js';
import { ruleWeekdays, type RuleWeekday } from '../lending/series-fields.js';

/** A series has an end, and is no longer than a person can oversee. */
export const occurrencesMax = 200;
export const seriesYearsMax = 5;
/** Beside the days themselves, each month of those years may lack the day that the rule names. */
const skippedMax = occurrencesMax + seriesYearsMax * 12 + 1;

export const seriesFrequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type SeriesFrequency = (typeof seriesFrequencies)[number];

/** What becomes of a day that is a public holiday, or a day of a weekend that is worked. */
export const holidayPolicies = ['keep', 'skip', 'move'] as const;
export type HolidayPolicy = (typeof holidayPolicies)[number];

export const seriesSkipReasons = [
  'EXCEPTED',
  'HOLIDAY',
  'NO_SUCH_DAY',
  'NO_SUCH_TIME',
  'OVERLAPS_ITSELF',
  'PAST',
] as const;
export type SeriesSkipReason = (typeof seriesSkipReasons)[number];

/** What "this and following" may change. */
export const seriesFields = ['title', 'description', 'venue', 'companionsMax', 'startTime'] as const;
export type SeriesField = (typeof seriesFields)[number];

export class PreviewSeriesRequest {
  @Uuid({
    description: 'The draft or published activity that is the pattern: each occurrence is a copy of it',
  })
  activityId: string;

  @Text({
    max: 300,
    example: 'FREQ=WEEKLY;BYDAY=TU;COUNT=10',
    description:
      'RRULE of RFC 5545, without DTSTART: that is the start of the pattern, on the clock of its zone. With COUNT or UNTIL, at most 200 days within 5 years. Known are FREQ from DAILY to YEARLY, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS (of weekdays of a month), WKST',
  })
  rule: string;

  @DayList({ optional: true, max: occurrencesMax, description: 'Days of the rule that are left out' })
  except?: string[] | null;

  @OneOf(holidayPolicies, {
    optional: true,
    name: 'HolidayPolicy',
    description:
      'Days that are a public holiday of China, or a weekend that is worked: kept (where absent), left out, or moved to the nearest day that suits. The pattern itself stays where it is',
  })
  holidays?: HolidayPolicy | null;
}

export class CreateSeriesRequest extends PreviewSeriesRequest {}

export class SeriesWeekdayView {
  @OneOf(ruleWeekdays, { name: 'RuleWeekday' }) weekday: RuleWeekday;
  @Whole({ nullable: true, min: -5, max: 5, description: 'Which of its month; from the end where negative' })
  ordinal: number | null;
}

/** The rule in parts, for whoever says it in words. */
export class SeriesRuleView {
  @OneOf(seriesFrequencies, { name: 'SeriesFrequency' }) frequency: SeriesFrequency;
  @Whole({ min: 1, description: 'Every so many days, weeks, months or years' }) interval: number;
  @ListOf(() => SeriesWeekdayView, { max: 77 }) weekdays: SeriesWeekdayView[];
  @WholeList({ max: 62, description: 'Days of the month; from its end where negative' }) monthDays: number[];
  @WholeList({ max: 12 }) months: number[];
  @WholeList({ max: 62, description: 'Which of the weekdays of a month; from its end where negative' })
  positions: number[];
  @OneOf(ruleWeekdays, { name: 'RuleWeekday', description: 'On which day a week begins' })
  weekStart: RuleWeekday;
  @Whole({ nullable: true, max: occurrencesMax }) count: number | null;
  @CalendarDate({ nullable: true, description: 'The last day that may be one' }) until: string | null;
}

/** A day of the rule on which there is no occurrence, with the reason. */
export class SeriesSkipView {
  @Text({
    max: 10,
    pattern: /^\d{4}-\d\d(-\d\d)?$/,
    example: '2027-02-16',
    description: 'The day; or the month that has no such day (`NO_SUCH_DAY`)',
  })
  date: string;

  @OneOf(seriesSkipReasons, {
    name: 'SeriesSkipReason',
    description:
      'Left out by the request; a public holiday or a weekend that is worked; the month has no such day; its times do not exist on that day in the zone; it would overlap an occurrence before it; it has passed',
  })
  reason: SeriesSkipReason;

  @OneOf(holidayNames, { nullable: true, name: 'HolidayName' }) holiday: HolidayName | null;
}

/** An occurrence that takes place on another day than the rule says. */
export class SeriesMoveView {
  @CalendarDate({ description: 'The day of the rule' }) date: string;
  @CalendarDate() to: string;
  @OneOf(moveReasons, { name: 'MoveReason' }) reason: MoveReason;
  @OneOf(holidayNames, { nullable: true, name: 'HolidayName' }) holiday: HolidayName | null;
}

/** What whoever makes a series must know beyond its occurrences. */
export abstract class SeriesNotes {
  @ListOf(() => SeriesSkipView, { max: skippedMax }) skipped: SeriesSkipView[];
  @ListOf(() => SeriesMoveView, { max: occurrencesMax }) moved: SeriesMoveView[];

  @WholeList({
    max: seriesYearsMax + 2,
    description:
      'The years whose public holidays are not known yet, where they were asked for: no day of theirs was looked at',
  })
  holidaysUnknown: number[];

  @DayList({ max: occurrencesMax, description: 'Days that were to be left out and are none of the rule' })
  exceptUnmatched: string[];
}

export class SeriesDayView {
  @CalendarDate({ description: 'The day of the rule' }) date: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Flag({ description: 'The pattern itself, which is there already: it is one where its day fits the rule' })
  isPattern: boolean;
}

export class SeriesMadeView extends SeriesDayView {
  @Uuid() activityId: string;
  @Whole({ min: 1, description: 'Its number in the series' }) number: number;
}

/** What a series would be; nothing is saved. */
export class SeriesPreviewView extends SeriesNotes {
  @Nested(() => SeriesRuleView) rule: SeriesRuleView;
  @Text({ description: 'IANA zone in which its times are read aloud' }) timeZone: string;
  @ListOf(() => SeriesDayView, { max: occurrencesMax }) created: SeriesDayView[];
}

/** The series that was made. */
export class CreatedSeriesView extends SeriesNotes {
  @Uuid() id: string;
  @Whole() version: number;
  @ListOf(() => SeriesMadeView, { max: occurrencesMax, description: 'In the order of their start' })
  created: SeriesMadeView[];
}

export class ListSeriesRequest extends PageRequest {
  @Text({ optional: true, description: 'Only those whose title contains this' }) q?: string;
}

/** One line of the list. */
export class SeriesLineView {
  @Uuid() id: string;
  @Text() title: string;
  @Nested(() => NamedPartyView) organiser: NamedPartyView;
  @Nested(() => SeriesRuleView) rule: SeriesRuleView;
  @Text() timeZone: string;
  @Whole({ description: 'Occurrences, with those that were cancelled' }) size: number;
  @Whole({ description: 'Occurrences that are drafts' }) drafts: number;
  @Instant({ nullable: true, description: 'The next occurrence that is not cancelled' })
  nextStartsAt: string | null;
}

export class SeriesIdRequest {
  @Uuid() seriesId: string;
}

export class SeriesOccurrenceView {
  @Uuid() activityId: string;
  @Whole() number: number;
  @CalendarDate({ description: 'The day of the rule' }) date: string;
  @Text() title: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @OneOf(activityStates, { name: 'ActivityState' }) state: ActivityState;
  @Whole({ description: 'Of all pools together' }) seats: number;
  @Whole({ description: 'Heads with a seat' }) confirmed: number;
  @SomeOf(seriesFields, {
    description: 'Changed for this one alone: "this and following" leaves it as it is',
  })
  ownFields: SeriesField[];
}

/** A series with those of its occurrences that the caller may see. */
export class ActivitySeriesView {
  @Uuid() id: string;
  @Whole() version: number;
  @Text() title: string;
  @Nested(() => NamedPartyView) organiser: NamedPartyView;
  @Uuid({ description: 'The union behind the organiser' }) unionId: string;
  @Text({ max: 300, description: 'RRULE of RFC 5545' }) ruleText: string;
  @Nested(() => SeriesRuleView) rule: SeriesRuleView;
  @Text() timeZone: string;
  @Whole({ description: 'Occurrences, with those that were cancelled' }) size: number;
  @OneOf(holidayPolicies, { name: 'HolidayPolicy' }) holidays: HolidayPolicy;
  @ListOf(() => SeriesOccurrenceView, { max: occurrencesMax, description: 'In the order of their numbers' })
  occurrences: SeriesOccurrenceView[];
  @ListOf(() => SeriesSkipView, { max: skippedMax }) skipped: SeriesSkipView[];
  @ListOf(() => SeriesMoveView, { max: occurrencesMax }) moved: SeriesMoveView[];
  @WholeList({ max: seriesYearsMax + 2 }) holidaysUnknown: number[];
  @Instant() createdAt: string;
}

/** Every field that is absent stays as it is. */
export class SeriesChanges {
  @Text({ optional: true, max: 200 }) title?: string | null;
  @Text({ optional: true, max: 5_000 }) description?: string | null;
  @Text({ optional: true }) venue?: string | null;
  @Whole({ optional: true, max: 20 }) companionsMax?: number | null;

  @Text({
    optional: true,
    max: 5,
    pattern: /^([01]\d|2[0-3]):[0-5]\d$/,
    example: '18:30',
    description:
      'When each begins on the clock of its zone; its end and the close of its sign-up move with it',
  })
  startTime?: string | null;
}

export class EditSeriesRequest {
  @Uuid() seriesId: string;
  @Uuid({ description: 'This occurrence, and those after it' }) fromActivityId: string;
  @Nested(() => SeriesChanges) changes: SeriesChanges;
}

export class PublishSeriesRequest {
  @Uuid() seriesId: string;
  @Uuid({ optional: true, description: 'This occurrence, and those after it; all where absent' })
  fromActivityId?: string | null;
}

export class CancelSeriesRequest {
  @Uuid() seriesId: string;
  @Uuid({ description: 'This occurrence, and those after it' }) fromActivityId: string;
  @Text({ max: 500, example: '场地停用' }) reason: string;
}

/** An occurrence of which something was done. */
export class SeriesActedView {
  @Uuid() activityId: string;
  @Whole() number: number;
  @Instant() startsAt: string;
}

/** An occurrence that was left as it is. */
export class SeriesRefusalView extends SeriesActedView {
  @Text({ max: 60, description: 'The code with which the same is refused for a single activity' })
  code: string;
}

/** An occurrence that keeps what was changed for it alone. */
export class SeriesKeptView extends SeriesActedView {
  @SomeOf(seriesFields) fields: SeriesField[];
}

export class EditedSeriesView {
  @Uuid() id: string;
  @Whole() version: number;
  @ListOf(() => SeriesActedView, { max: occurrencesMax }) changed: SeriesActedView[];
  @ListOf(() => SeriesKeptView, { max: occurrencesMax }) kept: SeriesKeptView[];
  @ListOf(() => SeriesRefusalView, { max: occurrencesMax }) refused: SeriesRefusalView[];
}

export class PublishedSeriesView {
  @ListOf(() => SeriesActedView, { max: occurrencesMax }) published: SeriesActedView[];
  @ListOf(() => SeriesRefusalView, { max: occurrencesMax }) refused: SeriesRefusalView[];
}

export class CancelledSeriesView {
  @ListOf(() => SeriesActedView, { max: occurrencesMax }) cancelled: SeriesActedView[];
  @ListOf(() => SeriesRefusalView, { max: occurrencesMax }) refused: SeriesRefusalView[];
}

const shown = query('sharing.activity-series.get', SeriesIdRequest, ActivitySeriesView, {
  http: 'GET activity-series/:seriesId',
  tag: 'activities',
  summary: 'Shows a series with those of its occurrences that the caller may see, and their seats',
});

const example = {
  activityId: '019a0000-0000-7000-8000-000000000001',
  rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=10',
  except: ['2027-02-16'],
  holidays: 'skip',
};

export const activitySeriesContract = {
  preview: query('sharing.activity-series.preview', PreviewSeriesRequest, SeriesPreviewView, {
    http: 'POST activity-series/preview',
    tag: 'activities',
    summary:
      'Shows which occurrences a series would have, and which days it would skip or move, with the reasons',
    example: example,
  }),
  create: command('sharing.activity-series.create', CreateSeriesRequest, CreatedSeriesView, {
    http: 'POST activity-series',
    tag: 'activities',
    summary: 'Drafts an activity again on each day of a rule; says which days were skipped or moved, and why',
    example: example,
  }),
  list: query('sharing.activity-series.list', ListSeriesRequest, pageOf(SeriesLineView), {
    http: 'GET activity-series',
    tag: 'activities',
    summary: 'Lists the series that the caller prepares, the newest first',
  }),
  get: shown,
  edit: command('sharing.activity-series.edit', EditSeriesRequest, EditedSeriesView, {
    http: 'PATCH activity-series/:seriesId',
    tag: 'activities',
    summary:
      'Changes this and the following occurrences; each keeps what was changed for it alone, which is said',
    ifMatch: true,
    example: { fromActivityId: example.activityId, changes: { venue: '职工之家三楼', startTime: '18:30' } },
  }),
  publish: versioned(
    command('sharing.activity-series.publish', PublishSeriesRequest, PublishedSeriesView, {
      http: 'POST activity-series/:seriesId/publish',
      tag: 'activities',
      summary: 'Publishes the drafts that lack nothing required; says which could not be, and why',
      status: 200,
      example: {},
    }),
    shown,
  ),
  cancel: versioned(
    command('sharing.activity-series.cancel', CancelSeriesRequest, CancelledSeriesView, {
      http: 'POST activity-series/:seriesId/cancel',
      tag: 'activities',
      summary: 'Cancels this and the following occurrences, with the reason',
      status: 200,
      example: { fromActivityId: example.activityId, reason: '场地停用' },
    }),
    shown,
  ),
};
