import { Injectable } from '@nestjs/common';
import type {
  ListSurveysRequest,
  SurveyState,
} from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { DomainError } from '@gongxiang/domain';
import {
  decodeCursor,
  newestWithin,
  rowsFor,
  subtreesOf,
  titlePatternsOf,
  type Transaction,
} from '@gongxiang/persistence';
import { type Admitted, isSingleSource } from './sources.model.js';
import { thresholdDefault } from './suppression.model.js';
import { wholeDimension } from './survey-results.model.js';
import {
  SurveyMomentRow,
  SurveyResultRow,
  SurveyRow,
  SurveyTextResultRow,
  TokenGrantRow,
} from './survey.entity.js';

/** A survey that a person may answer now. */
interface AnswerableSurvey {
  readonly id: string;
  readonly activityId: string;
  readonly activityTitle: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly tokenIssued: boolean;
}

/** A batch of the texts of a question, and their total number. */
export interface TextBatch {
  readonly questionKey: string;
  readonly total: number;
  readonly texts: string[];
}

/** Null if too few answered for anything to be published. */
export type Participation = Pick<SurveyRow, 'cameCount' | 'tokenCount' | 'singleSource'>;

/** SQL condition: the person attended the activity of the survey `s`. @param person SQL of the person's id */
const cameSql = (person: string): string => `EXISTS (SELECT 1 FROM attendance_ref a
  WHERE a.activity_id = s.activity_id AND a.person_id = ANY(person_ids(${person})) AND a.heads > 0)`;

/** The SQL equivalent of `surveyState`. */
const stateConditions: Readonly<Record<SurveyState, string>> = {
  scheduled: `s.state = 'open' AND s.opensAt > :now`,
  open: `s.state = 'open' AND s.opensAt <= :now`,
  closing: `s.state = 'closing'`,
  closed: `s.state = 'closed'`,
  void: `s.state = 'void'`,
};

@Injectable()
export class SurveyRepository {
  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, id: string): Promise<SurveyRow> {
    return (await tx.sql.findOneBy(SurveyRow, { id })) ?? missing();
  }

  /** Waits for answers in flight and blocks further ones. @throws DomainError `NOT_FOUND` */
  async lock(tx: Transaction, id: string): Promise<SurveyRow> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await tx.sql.findOne(SurveyRow, { where: { id }, lock })) ?? missing();
  }

  /** Prevents the survey from ending during this transaction. @throws DomainError `NOT_FOUND` */
  async lockShared(tx: Transaction, id: string): Promise<SurveyRow> {
    const lock = { mode: 'for_key_share' } as const;
    return (await tx.sql.findOne(SurveyRow, { where: { id }, lock })) ?? missing();
  }

  findOf(tx: Transaction, activityId: string, indicatorSystemId: string): Promise<SurveyRow | null> {
    return tx.sql.findOneBy(SurveyRow, { activityId, indicatorSystemId });
  }

  /** @throws DomainError `ALREADY_EXISTS` if the activity has a survey of the same indicators */
  async insert(tx: Transaction, row: SurveyRow): Promise<void> {
    const { raw } = await tx.sql
      .createQueryBuilder()
      .insert()
      .into(SurveyRow)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    if ((raw as unknown[]).length === 0) throw new DomainError('ALREADY_EXISTS');
  }

  async updateState(tx: Transaction, row: SurveyRow): Promise<void> {
    const { id, version, state, closedAt, privateKey, cameCount, tokenCount, singleSource } = row;
    await tx.sql.update(
      SurveyRow,
      { id },
      { version, state, closedAt, privateKey, cameCount, tokenCount, singleSource },
    );
  }

  /** The numbers of attendees and of signed tokens. */
  async participation(tx: Transaction, { id, activityId }: SurveyRow): Promise<Participation> {
    const singleSource = await this.isSingleSource(tx, activityId, id);
    const rows: Omit<Participation, 'singleSource'>[] = await tx.sql.query(
      `SELECT (SELECT count(*)::int FROM attendance_ref WHERE activity_id = $2 AND heads > 0) AS "cameCount",
              (SELECT count(*)::int FROM survey_token_grant WHERE survey_id = $1) AS "tokenCount"`,
      [id, activityId],
    );
    const { cameCount = null, tokenCount = null } = rows[0] ?? {};
    return { cameCount, tokenCount, singleSource };
  }

  /** Everybody who came to an activity, in id order. */
  async attendees(tx: Transaction, activityId: string): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT person_id AS "personId" FROM attendance_ref WHERE activity_id = $1 AND heads > 0 ORDER BY person_id`,
      [activityId],
    );
    return rows.map(({ personId }) => personId);
  }

  /** @param surveyId limits the check to its token holders; null for all attendees */
  async isSingleSource(tx: Transaction, activityId: string, surveyId: string | null): Promise<boolean> {
    const admitted: Admitted[] = await tx.sql.query(
      `SELECT a.union_id AS "unionId", v.admitter, count(*)::int AS people
       FROM attendance_ref a LEFT JOIN member_activation v ON v.person_id = a.person_id
       WHERE a.activity_id = $1 AND a.heads > 0
         AND ($2::uuid IS NULL OR EXISTS (
           SELECT 1 FROM survey_token_grant g WHERE g.survey_id = $2 AND g.person_id = a.person_id))
       GROUP BY a.union_id, v.admitter`,
      [activityId, surveyId],
    );
    return isSingleSource(admitted, thresholdDefault);
  }

  /** Newest first: surveys of the given subtrees, and of activities that the person attended. */
  async list(
    tx: Transaction,
    filter: ListSurveysRequest,
    reader: { readonly personId: string; readonly paths: readonly string[] },
  ): Promise<SurveyRow[]> {
    const query = tx.sql
      .createQueryBuilder(SurveyRow, 's')
      .orderBy('s.id', 'DESC')
      .limit(rowsFor(filter.limit));
    if (filter.activityId !== undefined)
      query.andWhere('s.activityId = :activityId', { activityId: filter.activityId });
    if (filter.state !== undefined) query.andWhere(stateConditions[filter.state], { now: tx.now });
    if (filter.q !== undefined)
      query.andWhere(
        // Row by row: a list of all titles with that pinyin would be made for whoever reads ten surveys.
        `(s.activityTitle ILIKE :contained OR (SELECT t.pinyin FROM survey_title t WHERE t.id = s.id) LIKE :typed)`,
        titlePatternsOf(filter.q),
      );
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('s.id < :id', { id: cursor[0] });
    return newestWithin(tx, query, subtreesOf(reader.paths), (union) => `s.union_id = ${union}`, {
      owners: [reader.personId],
      isOwned: cameSql,
    });
  }

  listAnswerable(
    tx: Transaction,
    personId: string,
    page: { readonly cursor?: string; readonly limit?: number },
  ): Promise<AnswerableSurvey[]> {
    const cursor = decodeCursor(page.cursor, 1);
    return tx.sql.query(
      `SELECT s.id, s.activity_id AS "activityId", s.activity_title AS "activityTitle", s.opens_at AS "opensAt",
              s.closes_at AS "closesAt",
              EXISTS (SELECT 1 FROM survey_token_grant g
                      WHERE g.survey_id = s.id AND g.person_id = ANY(person_ids($1))) AS "tokenIssued"
       FROM (SELECT DISTINCT a.activity_id FROM attendance_ref a
             WHERE a.person_id = ANY(person_ids($1)) AND a.heads > 0) came
       JOIN survey s ON s.activity_id = came.activity_id
       WHERE s.state = 'open' AND s.opens_at <= $2 AND s.closes_at > $2
         AND (NOT EXISTS (SELECT 1 FROM member_ref m WHERE m.person_id = $1)
           OR EXISTS (SELECT 1 FROM member_activation v
                      WHERE v.person_id = ANY(person_ids($1)) AND v.known_at <= greatest(s.opens_at, s.created_at)))
         AND ($3::uuid IS NULL OR s.id < $3::uuid)
       ORDER BY s.id DESC LIMIT $4`,
      [personId, tx.now, cursor?.[0] ?? null, rowsFor(page.limit)],
    );
  }

  /** @returns the new grant, or the existing one */
  async grant(tx: Transaction, row: TokenGrantRow): Promise<{ grant: TokenGrantRow; isNew: boolean }> {
    const inserted: unknown[] = await tx.sql.query(
      // One token per person, also of one whose records were merged.
      `INSERT INTO survey_token_grant (survey_id, person_id, blinded_hash, blind_signature)
       SELECT $1, $2, $3, $4 WHERE NOT EXISTS (
         SELECT 1 FROM survey_token_grant WHERE survey_id = $1 AND person_id = ANY(person_ids($2)))
       ON CONFLICT DO NOTHING RETURNING survey_id`,
      [row.surveyId, row.personId, row.blindedHash, row.blindSignature],
    );
    if (inserted.length > 0) return { grant: row, isNew: true };
    const { surveyId, personId } = row;
    const grant = await tx.sql
      .createQueryBuilder(TokenGrantRow, 'g')
      .where('g.surveyId = :surveyId AND g.personId = ANY(person_ids(:personId))', { surveyId, personId })
      .orderBy('g.personId = :personId', 'DESC')
      .limit(1)
      .getOneOrFail();
    return { grant, isNew: false };
  }

  /** The token holders in id order, which does not reveal when they fetched their tokens. */
  async tokenHolders(tx: Transaction, surveyId: string): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT person_id AS "personId" FROM survey_token_grant WHERE survey_id = $1 ORDER BY person_id`,
      [surveyId],
    );
    return rows.map(({ personId }) => personId);
  }

  async insertResults(
    tx: Transaction,
    frozen: {
      readonly results: readonly SurveyResultRow[];
      readonly texts: readonly SurveyTextResultRow[];
      readonly moment: SurveyMomentRow | null;
    },
  ): Promise<void> {
    const { results, texts, moment } = frozen;
    if (results.length > 0) await tx.sql.insert(SurveyResultRow, [...results]);
    if (texts.length > 0) await tx.sql.insert(SurveyTextResultRow, [...texts]);
    if (moment !== null) await tx.sql.insert(SurveyMomentRow, moment);
  }

  results(tx: Transaction, surveyId: string): Promise<SurveyResultRow[]> {
    return tx.sql.find(SurveyResultRow, { where: { surveyId }, order: { dimension: 'ASC', key: 'ASC' } });
  }

  /** How many answered, as it is published, by survey; absent until it is closed, and for too few. */
  async answered(tx: Transaction, surveyIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows: { surveyId: string; answered: number }[] = await tx.sql.query(
      `SELECT survey_id AS "surveyId", max(answer_count) AS answered FROM survey_result
       WHERE survey_id = ANY($1) AND dimension = $2 AND answer_count IS NOT NULL GROUP BY survey_id`,
      [surveyIds, wholeDimension],
    );
    return new Map(rows.map(({ surveyId, answered }) => [surveyId, answered]));
  }

  /** The first batch of texts of each question. */
  texts(tx: Transaction, surveyId: string, limit: number): Promise<TextBatch[]> {
    return tx.sql.query(
      `SELECT question_key AS "questionKey", jsonb_array_length(texts) AS total,
              jsonb_path_query_array(texts, '$[0 to $last]', jsonb_build_object('last', $2::int - 1)) AS texts
       FROM survey_text_result WHERE survey_id = $1 ORDER BY question_key`,
      [surveyId, limit],
    );
  }

  /** Texts of one question from a place on, in the order in which they were frozen. */
  async textsFrom(
    tx: Transaction,
    question: { readonly surveyId: string; readonly key: string },
    from: number,
    limit: number,
  ): Promise<{ text: string; place: number }[]> {
    return tx.sql.query(
      `SELECT t.text, t.place::int FROM survey_text_result r,
              jsonb_array_elements_text(r.texts) WITH ORDINALITY t(text, place)
       WHERE r.survey_id = $1 AND r.question_key = $2 AND t.place > $3 ORDER BY t.place LIMIT $4`,
      [question.surveyId, question.key, from, limit],
    );
  }
}

function missing(): never {
  throw new DomainError('NOT_FOUND');
}
