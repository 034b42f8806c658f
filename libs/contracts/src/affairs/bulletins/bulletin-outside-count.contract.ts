import { command, query } from '../../core/contract.js';
import { CalendarDate, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

/** Where a bulletin is taken by hand. */
export const outsideChannels = [
  'officialAccount',
  'chatGroup',
  'website',
  'shortVideo',
  'press',
  'other',
] as const;
export type OutsideChannel = (typeof outsideChannels)[number];

/** Counts that one bulletin has at most. */
export const outsideCountsMax = 200;
const figureMax = 999_999_999;

/** What a channel said of a bulletin on a day, from its beginning there until then. */
export class OutsideCountDto {
  @OneOf(outsideChannels, { name: 'OutsideChannel' }) channel: OutsideChannel;
  @Text({
    optional: true,
    max: 60,
    description: 'Which one of them, where there are several',
    example: '江城职工之家',
  })
  name?: string | null;
  @CalendarDate({ description: 'On which it said so; what is entered again for a day replaces it' })
  day: string;
  @Whole({ min: 0, max: figureMax }) readers: number;
  @Whole({ min: 0, max: figureMax, optional: true, description: 'Absent where the channel does not say' })
  likes?: number | null;
  @Whole({ min: 0, max: figureMax, optional: true, description: 'Absent where the channel does not say' })
  shares?: number | null;
}

export class RecordOutsideCount extends OutsideCountDto {
  @Uuid() bulletinId: string;
}

export class OutsideCountId {
  @Uuid() bulletinId: string;
  @Uuid() countId: string;
}

export class OutsideCountsRequest {
  @Uuid() bulletinId: string;
}

export class OutsideCountView {
  @Uuid() id: string;
  @OneOf(outsideChannels, { name: 'OutsideChannel' }) channel: OutsideChannel;
  @Text({ nullable: true, max: 60 }) name: string | null;
  @CalendarDate() day: string;
  @Whole() readers: number;
  @Whole({ nullable: true }) likes: number | null;
  @Whole({ nullable: true }) shares: number | null;
}

/** How far a bulletin has come outside the platform. */
export class OutsideReachView {
  @Whole({ description: 'Of the latest count of each channel, added up' }) readers: number;
  @Whole({ description: 'Likewise, as far as channels say it' }) likes: number;
  @Whole({ description: 'Likewise, as far as channels say it' }) shares: number;
  @ListOf(() => OutsideCountView, { max: outsideCountsMax, description: 'The latest day first' })
  counts: OutsideCountView[];
}

export const bulletinOutsideCountContract = {
  record: command('affairs.bulletin-outside-count.record', RecordOutsideCount, OutsideCountView, {
    http: 'POST bulletins/:bulletinId/outside-counts',
    tag: 'bulletins',
    summary: 'Enters by hand what a channel outside the platform says of a bulletin that is for anybody',
    example: {
      channel: 'officialAccount',
      name: '江城职工之家',
      day: '2026-11-21',
      readers: 1280,
      likes: 46,
      shares: 31,
    },
  }),
  remove: command('affairs.bulletin-outside-count.remove', OutsideCountId, OutsideReachView, {
    http: 'DELETE bulletins/:bulletinId/outside-counts/:countId',
    tag: 'bulletins',
    summary: 'Removes a count that was entered by mistake',
  }),
  list: query('affairs.bulletin-outside-count.list', OutsideCountsRequest, OutsideReachView, {
    http: 'GET bulletins/:bulletinId/outside-counts',
    tag: 'bulletins',
    summary: 'What was entered of each channel, and the sums, for officers of the union and above',
  }),
};
