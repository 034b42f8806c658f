import { Injectable } from '@nestjs/common';
import type { searchKindsOf } from '@gongxiang/contracts/words/search';
import { shanghaiDate } from '@gongxiang/domain';
import {
  findTitles,
  type FoundTitle,
  reachCondition,
  type SearchedThings,
  subtreesOf,
  type Transaction,
  type TypedTitle,
} from '@gongxiang/persistence';
import {
  benefitTitles,
  bulletinTitles,
  circleTitles,
  courseTitles,
  serviceTitles,
  vacancyTitles,
  worksCallTitles,
} from './title-tables.js';

export type AffairsKind = (typeof searchKindsOf)['affairs'][number];

export interface FoundThing extends FoundTitle {
  readonly unionName: string | null;
  readonly state: string;
}

export interface Reader {
  readonly personId: string;
  /** The audiences to which they belong, as `audience_key` has them. */
  readonly audiences: readonly string[];
  /** Their union and those above it. */
  readonly upwards: readonly string[];
  /** The subtrees in which they see what is not shown to others, such as drafts. */
  readonly tended: (kind: AffairsKind) => readonly string[];
}

type Bind = (value: unknown) => string;

interface Searched extends Pick<SearchedThings, 'titles' | 'table'> {
  readonly title: 'name' | 'title';
  /** SQL of the condition by which everybody for whom the thing `o` is sees it. */
  readonly shown: (bind: Bind, reader: Reader, now: Date) => string;
}

const isForReader = (bind: Bind, { audiences }: Reader): string =>
  `o.audience_key = ANY(${bind([...audiences])}::text[])`;

const isListed = (bind: Bind, reader: Reader, now: Date): string =>
  `o.state = 'published' AND o.until >= ${bind(shanghaiDate(now))}::date AND ${isForReader(bind, reader)}`;

/** What the list of each shows where no filter asks for more, see the repositories of the seven. */
const things: Readonly<Record<AffairsKind, Searched>> = {
  serviceItem: {
    titles: serviceTitles,
    table: 'service_item',
    title: 'name',
    shown: () => `o.state = 'open'`,
  },
  bulletin: {
    titles: bulletinTitles,
    table: 'bulletin',
    title: 'title',
    shown: (bind, reader, now) => {
      const at = bind(now);
      return `o.state = 'published' AND o.shown_from <= ${at}
        AND (o.shown_until IS NULL OR o.shown_until > ${at}) AND ${isForReader(bind, reader)}`;
    },
  },
  vacancy: { titles: vacancyTitles, table: 'vacancy', title: 'title', shown: isListed },
  benefit: { titles: benefitTitles, table: 'benefit', title: 'title', shown: isListed },
  circle: {
    titles: circleTitles,
    table: 'circle',
    title: 'name',
    // Whoever has moved to another union is still in the circles of their former one.
    shown: (bind, { upwards, personId }) => `(o.union_id = ANY(${bind([...upwards])}::uuid[])
      OR o.id = ANY(ARRAY(SELECT m.circle_id FROM circle_member m
        WHERE m.person_id = ANY(person_ids(${bind(personId)})) AND m.state = 'member')))`,
  },
  worksCall: {
    titles: worksCallTitles,
    table: 'works_call',
    title: 'title',
    shown: (bind, reader) => `o.state NOT IN ('draft', 'cancelled') AND ${isForReader(bind, reader)}`,
  },
  course: {
    titles: courseTitles,
    table: 'course',
    title: 'title',
    shown: (bind, reader) => `o.state = 'published' AND ${isForReader(bind, reader)}`,
  },
};

@Injectable()
export class SearchRepository {
  /** @returns one more than `limit` if there are more */
  find(
    tx: Transaction,
    kind: AffairsKind,
    { typed, reader, limit }: { readonly typed: TypedTitle; readonly reader: Reader; readonly limit: number },
  ): Promise<FoundThing[]> {
    const { titles, table, title, shown } = things[kind];
    return findTitles<Omit<FoundThing, keyof FoundTitle>>(
      tx,
      typed,
      {
        titles,
        table,
        titleId: 'id',
        visible: async (bind) => {
          const isTended = await reachCondition(tx, subtreesOf(reader.tended(kind)), bind);
          return `((${shown(bind, reader, tx.now)}) OR ${isTended('o.union_id')})`;
        },
        shown: `o.${title} AS title, u.name AS "unionName", o.state`,
        joined: 'LEFT JOIN union_ref u ON u.id = o.union_id',
      },
      limit,
    );
  }
}
