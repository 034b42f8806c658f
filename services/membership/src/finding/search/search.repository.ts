import { Injectable } from '@nestjs/common';
import type { SearchKind, searchKindsOf } from '@gongxiang/contracts/words/search';
import {
  findTitles,
  type FoundTitle,
  type SearchedThings,
  type Transaction,
  type TypedTitle,
} from '@gongxiang/persistence';
import { enterpriseTitles, organisationTitles, unionTitles } from './title-tables.js';

export type NamedKind = Exclude<(typeof searchKindsOf)['membership'][number] & SearchKind, 'member'>;

export interface FoundName extends FoundTitle {
  readonly unionName: string | null;
}

const organisations = (kind: 'organisation' | 'club'): SearchedThings => ({
  titles: organisationTitles,
  table: 'organisation',
  titleId: 'id',
  visible: () => `o.kind = '${kind}' AND o.active`,
  shown: 'o.name AS title, u.name AS "unionName"',
  joined: 'LEFT JOIN labour_union u ON u.id = o.union_id',
});

/** What the lists of each show to everybody: what is in use. */
const things: Readonly<Record<NamedKind, SearchedThings>> = {
  union: {
    titles: unionTitles,
    table: 'labour_union',
    titleId: 'id',
    visible: () => 'o.active',
    shown: 'o.name AS title, u.name AS "unionName"',
    joined: 'LEFT JOIN labour_union u ON u.id = o.parent_id',
  },
  enterprise: {
    titles: enterpriseTitles,
    table: 'enterprise',
    titleId: 'id',
    visible: () => 'true',
    shown: 'o.name AS title, u.name AS "unionName"',
    joined: 'LEFT JOIN labour_union u ON u.enterprise_id = o.id AND u.active',
  },
  organisation: organisations('organisation'),
  club: organisations('club'),
};

@Injectable()
export class SearchRepository {
  /** @returns one more than `limit` if there are more */
  find(tx: Transaction, kind: NamedKind, typed: TypedTitle, limit: number): Promise<FoundName[]> {
    return findTitles<Pick<FoundName, 'unionName'>>(tx, typed, things[kind], limit);
  }
}
