import { Injectable } from '@nestjs/common';
import type { searchKindsOf } from '@gongxiang/contracts/words/search';
import {
  findTitles,
  type FoundTitle,
  reachCondition,
  type SearchedThings,
  subtreesOf,
  type Transaction,
  type TypedTitle,
} from '@gongxiang/persistence';
import { rankingTitles, surveyTitles, systemTitles, voteTitles } from './title-tables.js';

export type EvaluationKind = (typeof searchKindsOf)['evaluation'][number];

export interface FoundThing extends FoundTitle {
  readonly unionName: string | null;
  readonly state: string;
  /** Of a survey or a vote. */
  readonly opensAt: Date | null;
  readonly at: Date | null;
}

/** The subtrees in which the reader sees surveys, votes, and drafts of rankings and indicator systems. */
export interface Reader {
  readonly personId: string;
  /** Their union and those above it, as paths. */
  readonly upwards: readonly string[];
  readonly surveys: readonly string[];
  readonly votes: readonly string[];
  readonly drafts: readonly string[];
}

const ofUnion = 'LEFT JOIN union_ref u ON u.id = o.union_id';
/** The path of a union is read for drafts alone, which are few. */
const isDraftWithin = (paths: string): string =>
  `(SELECT d.path FROM union_ref d WHERE d.id = o.union_id) ^@ ANY(${paths}::text[])`;

/** What the list of each shows where no filter asks for more, see the repositories of the three. */
const things: Readonly<Record<EvaluationKind, (tx: Transaction, reader: Reader) => SearchedThings>> = {
  survey: (tx, { personId, surveys }) => ({
    titles: surveyTitles,
    table: 'survey',
    titleId: 'id',
    visible: async (bind) => {
      const isWithin = await reachCondition(tx, subtreesOf(surveys), bind);
      // Looked up once, as few as a person has come to.
      const came = `ARRAY(SELECT c.activity_id FROM attendance_ref c
        WHERE c.person_id = ANY(person_ids(${bind(personId)})) AND c.heads > 0)`;
      return `(${isWithin('o.union_id')} OR o.activity_id = ANY(${came}))`;
    },
    shown: `o.activity_title AS title, u.name AS "unionName", o.state, o.opens_at AS "opensAt", o.closes_at AS "at"`,
    joined: ofUnion,
  }),
  vote: (tx, { personId, upwards, votes }) => ({
    titles: voteTitles,
    table: 'vote',
    titleId: 'id',
    visible: async (bind) => {
      const isWithin = await reachCondition(tx, subtreesOf(votes), bind);
      const onRoll = `ARRAY(SELECT r.vote_id FROM vote_voter r WHERE r.person_id = ANY(person_ids(${bind(personId)})))`;
      const above = `ARRAY(SELECT a.id FROM union_ref a WHERE a.path = ANY(${bind([...upwards])}::text[]))`;
      return `(${isWithin('o.union_id')} OR o.id = ANY(${onRoll})
        OR (o.state = 'closed' AND o.show_to = 'members' AND o.union_id = ANY(${above})))`;
    },
    shown: `o.title, u.name AS "unionName", o.state, o.opens_at AS "opensAt", o.closes_at AS "at"`,
    joined: ofUnion,
  }),
  ranking: (_tx, { drafts }) => ({
    titles: rankingTitles,
    table: 'ranking',
    titleId: 'id',
    visible: (bind) => `(o.state <> 'draft' OR ${isDraftWithin(bind(drafts))})`,
    shown: 'o.title, u.name AS "unionName", o.state, NULL AS "opensAt", NULL AS "at"',
    joined: ofUnion,
  }),
  indicatorSystem: (_tx, { drafts }) => ({
    titles: systemTitles,
    table: 'indicator_system',
    titleId: 'id',
    visible: (bind) => `(o.state IN ('published', 'retired') OR ${isDraftWithin(bind(drafts))})`,
    shown: 'o.name AS title, u.name AS "unionName", o.state, NULL AS "opensAt", NULL AS "at"',
    joined: ofUnion,
  }),
};

@Injectable()
export class SearchRepository {
  /** @returns one more than `limit` if there are more */
  find(
    tx: Transaction,
    kind: EvaluationKind,
    { typed, reader, limit }: { readonly typed: TypedTitle; readonly reader: Reader; readonly limit: number },
  ): Promise<FoundThing[]> {
    return findTitles<Omit<FoundThing, keyof FoundTitle>>(tx, typed, things[kind](tx, reader), limit);
  }
}
