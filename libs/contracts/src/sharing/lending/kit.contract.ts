import { command, query } from '../../core/contract.js';
import { ListOf, Text, Uuid, Whole } from '../../core/fields.js';
import { stockMax } from './resource.contract.js';

export const kitContentsMax = 20;

export class KitContentDto {
  @Uuid() resourceId: string;
  @Whole({ min: 1, max: stockMax, description: 'So many of it go with each kit' }) quantity: number;
}

export class SetKitContentsRequest {
  @Uuid({ description: 'The kit' }) resourceId: string;
  @ListOf(() => KitContentDto, {
    max: kitContentsMax,
    description: 'What it is made of from now on; loans that stand keep what they have',
  })
  contents: KitContentDto[];
}

export class KitRequest {
  @Uuid({ description: 'The kit' }) resourceId: string;
}

export class KitContentView {
  @Uuid() resourceId: string;
  @Text() title: string;
  @Whole() quantity: number;
}

/** What goes with a kit: all of it is taken when the kit is borrowed, and nothing of it twice. */
export class KitView {
  @Uuid() resourceId: string;
  @Whole({ description: "The kit's version, for If-Match" }) version: number;
  @ListOf(() => KitContentView, { max: kitContentsMax }) contents: KitContentView[];
}

export const kitContract = {
  set: command('sharing.kit.set', SetKitContentsRequest, KitView, {
    http: 'PUT resources/:resourceId/contents',
    tag: 'resources',
    summary: 'Says what a kit is made of, from now on',
    ifMatch: true,
    example: {
      contents: [
        { resourceId: '019a0000-0000-7000-8000-000000000003', quantity: 1 },
        { resourceId: '019a0000-0000-7000-8000-000000000004', quantity: 20 },
      ],
    },
  }),
  get: query('sharing.kit.get', KitRequest, KitView, {
    http: 'GET resources/:resourceId/contents',
    tag: 'resources',
    summary: 'What a kit is made of',
  }),
};
