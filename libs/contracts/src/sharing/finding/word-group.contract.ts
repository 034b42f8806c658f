import { command, NoRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Text, TextList, Whole } from '../../core/fields.js';
import { OfferView } from './offer.contract.js';

/** What sort of thing a group names; a topic says nothing of it. */
export const wordKinds = [
  'venue',
  'equipment',
  'vehicle',
  'teacher',
  'helper',
  'service',
  'document',
  'topic',
] as const;
export type WordKind = (typeof wordKinds)[number];

/** shipped: as it comes; changed, added, removed: by the federation; absent: no group has this name. */
export const wordGroupOrigins = ['shipped', 'changed', 'added', 'removed', 'absent'] as const;
export type WordGroupOrigin = (typeof wordGroupOrigins)[number];

export const wordLengthMax = 20;
export const wordsOfGroupMax = 60;
export const wordGroupsMax = 500;

export class WordGroupRequest {
  @Text({ min: 2, max: wordLengthMax, description: 'The name of the group', example: '大巴' }) word: string;
}

class GroupWords extends WordGroupRequest {
  @TextList({ max: wordsOfGroupMax, length: wordLengthMax, description: 'The same in other words' })
  same: string[];
  @TextList({
    max: wordsOfGroupMax,
    length: wordLengthMax,
    description: 'What people write instead of naming it: 接送 for a coach',
  })
  hints: string[];
  @Text({
    min: 2,
    max: wordLengthMax,
    nullable: true,
    description: 'The name of the group of which it is a kind',
  })
  wider: string | null;
  @OneOf(wordKinds) kind: WordKind;
}

export class SetWordGroupRequest extends GroupWords {
  @Text({ max: 200 }) reason: string;
}

export class ReasonedWordGroupRequest extends WordGroupRequest {
  @Text({ max: 200 }) reason: string;
}

export class TryWordsRequest extends GroupWords {
  @Text({ max: 50, description: 'What somebody might look for', example: '租个大巴' }) query: string;
  @Flag({ description: 'Without the group at all' }) isRemoved: boolean;
}

export class WordGroupView extends GroupWords {
  @Whole({ description: 'Of its changes; 0 as long as there is none' }) version: number;
  @OneOf(wordGroupOrigins) origin: WordGroupOrigin;
  @Text({ nullable: true, description: 'Why it was changed last' }) reason: string | null;
  @Instant({ nullable: true }) changedAt: string | null;
}

export class WordGroupsView {
  @Flag({ description: 'Whether the reader may change them' }) mayChange: boolean;
  @ListOf(() => WordGroupView, { max: 1_000 }) groups: WordGroupView[];
}

export class WordTrialView {
  @ListOf(() => OfferView, { max: 10, description: 'What the search finds now' }) now: OfferView[];
  @ListOf(() => OfferView, { max: 10, description: 'What it would find with the change' }) then: OfferView[];
}

const shown = query('sharing.word-group.get', WordGroupRequest, WordGroupView, {
  http: 'GET word-groups/:word',
  tag: 'search',
  summary: 'Shows the words of one meaning, also where no group has the name yet',
});

export const wordGroupContract = {
  list: query('sharing.word-group.list', NoRequest, WordGroupsView, {
    http: 'GET word-groups',
    tag: 'search',
    summary: 'Lists the words that mean the same to search and matching',
  }),
  get: shown,
  set: versioned(
    command('sharing.word-group.set', SetWordGroupRequest, WordGroupView, {
      http: 'PUT word-groups/:word',
      tag: 'search',
      summary: 'Adds a group of words, or changes one; for the whole network, by the federation',
      example: {
        same: ['摆渡车', '穿梭车'],
        hints: ['园区内接驳'],
        wider: '车辆',
        kind: 'vehicle',
        reason: '园区都这样叫',
      },
    }),
    shown,
  ),
  remove: versioned(
    command('sharing.word-group.remove', ReasonedWordGroupRequest, WordGroupView, {
      http: 'POST word-groups/:word/remove',
      tag: 'search',
      summary: 'Takes a group out, also one that was shipped',
      status: 200,
      example: { reason: '这里没有人这样说' },
    }),
    shown,
  ),
  undo: versioned(
    command('sharing.word-group.undo', ReasonedWordGroupRequest, WordGroupView, {
      http: 'POST word-groups/:word/undo',
      tag: 'search',
      summary: 'Undoes the last change of a group',
      status: 200,
      example: { reason: '改错了' },
    }),
    shown,
  ),
  try: query('sharing.word-group.try', TryWordsRequest, WordTrialView, {
    http: 'POST word-groups/:word/try',
    tag: 'search',
    summary: 'Shows what a search finds now, and with a change of a group; nothing is saved',
    example: {
      query: '租个摆渡车',
      same: ['摆渡车'],
      hints: [],
      wider: '车辆',
      kind: 'vehicle',
      isRemoved: false,
    },
  }),
};
