import { Injectable } from '@nestjs/common';
import type { searchKindsOf } from '@gongxiang/contracts/words/search';
import {
  findTitles,
  type FoundTitle,
  type SearchedThings,
  type Transaction,
  type TypedTitle,
} from '@gongxiang/persistence';
import { type Onlooker, seenSql } from '../../activities/activity/activity.repository.js';
import { activityTitles, brandTitles, needTitles, resourceTitles } from './title-tables.js';

export type SharedKind = (typeof searchKindsOf)['sharing'][number];

export interface FoundThing extends FoundTitle {
  readonly unionName: string | null;
  readonly state: string | null;
  readonly at: Date | null;
}

/** Who searches. */
export interface Searcher extends Onlooker {
  /** The subtrees whose brands they manage, in any state. */
  readonly brandPaths: readonly string[];
}

type Shown = Omit<FoundThing, keyof FoundTitle>;

/** What the list of each shows, of brands that of one’s own as well, see the repositories of the four. */
const things: Readonly<Record<SharedKind, (searcher: Searcher) => SearchedThings>> = {
  activity: ({ personId, rolePaths }) => ({
    titles: activityTitles,
    table: 'activity',
    titleId: 'id',
    visible: (bind) =>
      `o.archived_at IS NULL AND ${seenSql('o', { personId: bind(personId), rolePaths: bind(rolePaths) })}`,
    shown: 'o.title, u.name AS "unionName", o.state, o.starts_at AS "at"',
    joined: 'LEFT JOIN union_ref u ON u.id = o.union_id',
  }),
  resource: () => ({
    titles: resourceTitles,
    table: 'resource',
    titleId: 'id',
    visible: () => 'o.active',
    shown: 'o.title, u.name AS "unionName", NULL AS state, NULL AS "at"',
    joined: 'LEFT JOIN union_ref u ON u.id = o.owner_union_id',
  }),
  need: () => ({
    titles: needTitles,
    table: 'need',
    titleId: 'id',
    visible: () => `o.state = 'open'`,
    shown: 'o.title, u.name AS "unionName", o.state, o.expires_at AS "at"',
    joined: 'LEFT JOIN union_ref u ON u.id = o.union_id',
  }),
  brand: ({ brandPaths }) => ({
    titles: brandTitles,
    table: 'brand',
    titleId: 'id',
    visible: (bind) =>
      `(o.state = 'published' OR EXISTS (SELECT 1 FROM union_ref f, unnest(${bind(brandPaths)}::text[]) AS r(path)
        WHERE f.id = o.founder_union_id AND starts_with(f.path, r.path)))`,
    shown: 'o.name AS title, u.name AS "unionName", o.state, NULL AS "at"',
    joined: 'LEFT JOIN union_ref u ON u.id = o.founder_union_id',
  }),
};

@Injectable()
export class SearchRepository {
  /** @returns one more than `limit` if there are more */
  find(
    tx: Transaction,
    kind: SharedKind,
    {
      typed,
      searcher,
      limit,
    }: { readonly typed: TypedTitle; readonly searcher: Searcher; readonly limit: number },
  ): Promise<FoundThing[]> {
    return findTitles<Shown>(tx, typed, things[kind](searcher), limit);
  }
}
