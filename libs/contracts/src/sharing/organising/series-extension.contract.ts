import { command, query, versioned } from '../../core/contract.js';
import { CalendarDate, ListOf, Uuid, Whole } from '../../core/fields.js';
import {
  activitySeriesContract,
  occurrencesMax,
  SeriesMadeView,
  SeriesNotes,
  SeriesPreviewView,
  seriesYearsMax,
} from './activity-series.contract.js';
import { DayList } from '../lending/series-fields.js';

/** A later end of a series: either so many days of its rule in all, or the last day that may be one. */
export class ExtendSeriesRequest {
  @Uuid() seriesId: string;

  @Whole({
    optional: true,
    min: 1,
    max: occurrencesMax,
    description: `Days of the rule in all, those before and those that were skipped too; within ${seriesYearsMax} years of the first`,
  })
  count?: number | null;

  @CalendarDate({ optional: true, description: 'The last day that may be one' }) until?: string | null;

  @DayList({
    optional: true,
    max: occurrencesMax,
    description: 'Further days that are left out; those of before stay left out',
  })
  except?: string[] | null;
}

/** What was added to a series. What was there is as it was, but for the size. */
export class ExtendedSeriesView extends SeriesNotes {
  @Uuid() id: string;
  @Whole() version: number;
  @Whole({ description: 'Occurrences, with those that were cancelled' }) size: number;

  @ListOf(() => SeriesMadeView, {
    max: occurrencesMax,
    description: 'The drafts that were added, in the order of their start; their numbers go on from the last',
  })
  created: SeriesMadeView[];
}

export const seriesExtensionContract = {
  previewExtension: query(
    'sharing.activity-series.previewExtension',
    ExtendSeriesRequest,
    SeriesPreviewView,
    {
      http: 'POST activity-series/:seriesId/extend/preview',
      tag: 'activities',
      summary:
        'Shows by which occurrences a series would go on until a later end, and which days it would skip',
      example: { count: 20 },
    },
  ),
  extend: versioned(
    command('sharing.activity-series.extend', ExtendSeriesRequest, ExtendedSeriesView, {
      http: 'POST activity-series/:seriesId/extend',
      tag: 'activities',
      summary: 'Lets a series go on until a later end, by the same rule; what is there stays as it is',
      status: 200,
      example: { until: '2027-06-30' },
    }),
    activitySeriesContract.get,
  ),
};
