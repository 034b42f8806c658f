import { command, query } from '../../core/contract.js';
import { CalendarDate, Flag, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { type RuleWeekday, ruleWeekdays } from './series-fields.js';
import { WholeList } from './series-fields.js';

const spansADayMax = 4;
const exceptionsMax = 366;

/** What becomes of the public holidays of China. */
export const holidayHours = ['closed', 'asUsual'] as const;
export type HolidayHours = (typeof holidayHours)[number];
/** What becomes of a day of a weekend that is worked to make up for a holiday. */
export const makeUpDayHours = ['asWorkday', 'asUsual'] as const;
export type MakeUpDayHours = (typeof makeUpDayHours)[number];

const fromPattern = /^([01]\d|2[0-3]):[0-5]\d$/;
const toPattern = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const holidayText = 'Public holidays of China: closed, or as on any such weekday';
const makeUpText =
  'Days of a weekend that are worked: with the hours of the first weekday, from Monday to Friday, that has any; or as on any such weekday';
const overnightText =
  'What is borrowed may be kept while it is closed: only the start and the end of a loan lie within the hours. Else the whole loan does';

/** From a time on the clock of China to another; the end is the first moment at which it is closed. */
export class OpenSpanDto {
  @Text({ min: 5, max: 5, pattern: fromPattern, example: '09:00' }) from: string;
  @Text({ min: 5, max: 5, pattern: toPattern, example: '17:30', description: '24:00 is the end of the day' })
  to: string;
}

export class WeekdayHoursDto extends OpenSpanDto {
  @OneOf(ruleWeekdays, { name: 'RuleWeekday' }) weekday: RuleWeekday;
}

/** One day that is not as its weekday. */
export class HoursExceptionDto {
  @CalendarDate({ example: '2026-12-24' }) date: string;
  @ListOf(() => OpenSpanDto, { max: spansADayMax, description: 'None: closed all day' }) spans: OpenSpanDto[];
  @Text({ optional: true, max: 100, example: '设备年检' }) note?: string | null;
}

export class SetOpeningHoursRequest {
  @Uuid() resourceId: string;

  @ListOf(() => WeekdayHoursDto, {
    optional: true,
    max: 7 * spansADayMax,
    description: 'A weekday that is not named is closed; null: open around the clock',
  })
  weekly?: WeekdayHoursDto[] | null;

  @ListOf(() => HoursExceptionDto, {
    max: exceptionsMax,
    description: 'Single days; they go before holidays and weekdays',
  })
  exceptions: HoursExceptionDto[];

  @OneOf(holidayHours, { name: 'HolidayHours', description: holidayText }) holidays: HolidayHours;
  @OneOf(makeUpDayHours, { name: 'MakeUpDayHours', description: makeUpText }) makeUpDays: MakeUpDayHours;
  @Flag({ description: overnightText }) overnight: boolean;
}

export class OpeningHoursRequest {
  @Uuid() resourceId: string;
}

export class OpeningHoursView {
  @Uuid() resourceId: string;
  @Whole({ description: 'For If-Match; 0 where nothing was ever said' }) version: number;

  @Uuid({
    nullable: true,
    description: 'The whole whose hours these are, where a part has none of its own',
  })
  ofWholeId: string | null;

  @ListOf(() => WeekdayHoursDto, {
    nullable: true,
    max: 7 * spansADayMax,
    description: 'Null: open around the clock',
  })
  weekly: WeekdayHoursDto[] | null;

  @ListOf(() => HoursExceptionDto, { max: exceptionsMax, description: 'In order' })
  exceptions: HoursExceptionDto[];

  @OneOf(holidayHours, { name: 'HolidayHours', description: holidayText }) holidays: HolidayHours;
  @OneOf(makeUpDayHours, { name: 'MakeUpDayHours', description: makeUpText }) makeUpDays: MakeUpDayHours;
  @Flag({ description: overnightText }) overnight: boolean;

  @WholeList({
    max: 3,
    description:
      'Of this year and the next, those whose public holidays are not known yet: their days count by weekday',
  })
  holidaysUnknown: number[];
}

export const openingHoursContract = {
  get: query('sharing.opening-hours.get', OpeningHoursRequest, OpeningHoursView, {
    http: 'GET resources/:resourceId/opening-hours',
    tag: 'resources',
    summary: 'When a resource is open, on the clock of China',
  }),
  set: command('sharing.opening-hours.set', SetOpeningHoursRequest, OpeningHoursView, {
    http: 'PUT resources/:resourceId/opening-hours',
    tag: 'resources',
    summary: 'Says when a resource is open from now on; loans that stand are not touched',
    ifMatch: true,
    example: {
      weekly: [
        { weekday: 'MO', from: '09:00', to: '21:00' },
        { weekday: 'SA', from: '09:00', to: '12:00' },
      ],
      exceptions: [{ date: '2026-12-24', spans: [], note: '设备年检' }],
      holidays: 'closed',
      makeUpDays: 'asWorkday',
      overnight: false,
    },
  }),
};
