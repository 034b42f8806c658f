import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ScoreInput } from '../../scores/score/score.model.js';
import type { RankingEntryRow } from './ranking.entity.js';

/** A place with everything that it rests on. */
export interface RankedInput extends RankingEntryRow {
  readonly unionName: string | null;
  readonly inputs: ScoreInput;
  readonly inputsHash: string;
  /** The value stored with the score. */
  readonly storedScore: number | null;
}

const pageSize = 500;

/** Reads the places of a ranking with what their scores were computed from. */
@Injectable()
export class RankedInputs {
  /** All places, a page at a time, best first. */
  async *pages(tx: Transaction, rankingId: string): AsyncGenerator<readonly RankedInput[]> {
    for (let after = 0, isLast = false; !isLast;) {
      const page: RankedInput[] = await tx.sql.query(
        `SELECT e.ranking_id AS "rankingId", e.place, e.subject_id AS "subjectId", e.subject_name AS "subjectName",
           e.union_id AS "unionId", e.score_id AS "scoreId", e.score_hash AS "scoreHash", e.rank,
           e.group_key AS "groupKey", e.group_rank AS "groupRank", e.score, e.answers, e.why, u.name AS "unionName",
           s.inputs, s.inputs_hash AS "inputsHash", s.score AS "storedScore"
         FROM ranking_entry e JOIN score s ON s.id = e.score_id LEFT JOIN union_ref u ON u.id = e.union_id
         WHERE e.ranking_id = $1 AND e.place > $2 ORDER BY e.place LIMIT $3`,
        [rankingId, after, pageSize],
      );
      yield page;
      after = page.at(-1)?.place ?? after;
      isLast = page.length < pageSize;
    }
  }
}
