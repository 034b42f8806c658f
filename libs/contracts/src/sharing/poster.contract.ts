import { type Locale, locales } from '@gongxiang/domain';
import { query, slow } from '../contract.js';
import { OneOf, Text, Uuid, Whole } from '../fields.js';

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

/** A file that was made for the caller, and is kept for minutes. */
export class PrintedFileView {
  @Uuid({ description: 'Of the file, among those that are kept briefly' }) key: string;
  @Text({ max: 300, example: '亲子工厂一日游 海报.pdf' }) fileName: string;
  @Text() contentType: string;
  @Whole({ description: 'Bytes' }) size: number;
}

export const posterContract = {
  render: slow(query('sharing.poster.render', RenderPosterRequest, PrintedFileView)),
};
