import { query } from '../core/contract.js';
import { Flag, Instant, ListOf, OneOf, SomeOf, Text, Uuid, Whole } from '../core/fields.js';

/** What each service finds, in the order in which it is shown. */
export const searchKindsOf = {
  sharing: ['activity', 'resource', 'need', 'brand'],
  membership: ['union', 'enterprise', 'organisation', 'club', 'member'],
  settlement: ['costPool'],
  evaluation: ['survey', 'vote', 'ranking', 'indicatorSystem'],
  affairs: ['serviceItem', 'bulletin', 'circle', 'worksCall', 'course', 'vacancy', 'benefit'],
} as const;

export type SearchService = keyof typeof searchKindsOf;
export type SearchKind = (typeof searchKindsOf)[SearchService][number];

export const searchServices = Object.keys(searchKindsOf) as SearchService[];
export const searchKinds: readonly SearchKind[] = searchServices.flatMap((service) => searchKindsOf[service]);

/** How the title has what was typed, the closest first. */
export const searchMatches = ['exact', 'prefix', 'contains'] as const;
export type SearchMatch = (typeof searchMatches)[number];

/** Items of a kind, where nothing else is asked for. */
export const searchLimitDefault = 5;
const searchLimitMax = 10;

export class SearchRequest {
  @Text({
    max: 60,
    description:
      'Part of a title or a name, however wide it was typed; or its pinyin, in full or by initials. People are found by their whole name, number or phone',
    example: '羽毛球',
  })
  q: string;

  @OneOf(searchKinds, { optional: true, name: 'SearchKind', description: 'Only things of this kind' })
  kind?: SearchKind;

  @Whole({ min: 1, max: searchLimitMax, optional: true, description: 'Items of a kind, 5 where absent' })
  limit?: number;
}

export class SearchItemView {
  @Uuid({ description: 'Of the thing; of a member that of the membership' }) id: string;
  @Text({ description: 'Its title or name; that of a person is masked as in lists' }) title: string;
  @OneOf(searchMatches, {
    name: 'SearchMatch',
    description: 'prefix: its beginning, or its pinyin',
  })
  match: SearchMatch;
  @Text({ nullable: true, description: 'The union to which it belongs; of a union, the one above' })
  unionName: string | null;
  @Text({ nullable: true, description: 'Its state, in the words of its own list; null where it has none' })
  state: string | null;
  @Instant({
    nullable: true,
    description: 'When an activity begins, a need expires, or a survey or a vote closes; null for all else',
  })
  at: string | null;
}

/** What was found of one kind: the closest matches first, and among equal ones the newest. */
export class SearchGroupView {
  @OneOf(searchKinds, { name: 'SearchKind' }) kind: SearchKind;
  @ListOf(() => SearchItemView, { min: 1, max: searchLimitMax }) items: SearchItemView[];
  @Flag({ description: 'There are more; the list of the kind has them' }) hasMore: boolean;
}

export class FoundView {
  @ListOf(() => SearchGroupView, { max: searchKinds.length }) groups: SearchGroupView[];
}

/** What all services found together; the gateway puts it together. */
export class SearchView extends FoundView {
  @SomeOf(searchServices, { description: 'Services that did not answer in time: what they have is missing' })
  unanswered: SearchService[];
}

/** What one service finds; only the gateway asks it, see `GET /search`. */
export function searchContract(service: SearchService) {
  return { find: query(`${service}.search.find`, SearchRequest, FoundView) };
}
