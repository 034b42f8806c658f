import { type Locale, locales } from '@gongxiang/domain';
import { query, slow } from '../../core/contract.js';
import { OneOf, Text, Uuid } from '../../core/fields.js';
import { PrintedFileView } from '../../words/printed-file.js';

export const posterSizes = ['a4', 'a3'] as const;
export type PosterSize = (typeof posterSizes)[number];

/** How a poster is asked for over REST. */
export class DownloadPosterRequest {
  @Uuid() activityId: string;
  @OneOf(posterSizes, { optional: true, name: 'PosterSize', description: 'A4 where absent' })
  size?: PosterSize;
  @OneOf(locales, { optional: true, name: 'PosterLanguage', description: "The reader's own where absent" })
  lang?: Locale;
}

export class RenderPosterRequest extends DownloadPosterRequest {
  @Text({ max: 300, description: 'Where the platform is reached, such as https://union.example' })
  origin: string;
}

export const posterContract = {
  render: slow(
    query('sharing.poster.render', RenderPosterRequest, PrintedFileView, {
      http: 'GET activities/:activityId/poster',
      tag: 'activities',
      summary: 'A poster to be hung up, A4 or A3, with a code that leads to the page of the activity',
      files: ['application/pdf'],
      isFileOnly: true,
    }),
  ),
};
