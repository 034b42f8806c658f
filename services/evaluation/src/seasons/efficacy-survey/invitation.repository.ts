import { Injectable } from '@nestjs/common';
import type {
  EfficacyKind,
  InvitedPartyKind,
  ListEfficacyInvitationsRequest,
  ListMyEfficacyInvitationsRequest,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import { beyondSubtree } from '@gongxiang/domain';
import { decodeCursor, escapeLike, rowsFor, type Transaction } from '@gongxiang/persistence';
import {
  EfficacyInvitationRow,
  EfficacyNamedAnswerRow,
  type EfficacySurveyRow,
  type PublicKeyJwk,
} from './efficacy-survey.entity.js';
import type { PartyAsked } from './answering-party.js';
import { outInSeason } from './season-sql.js';

const rowsAtOnce = 1_000;

/** Who is to be invited, and the place of the union that answers for it. */
export interface Invitee {
  readonly kind: EfficacyKind;
  readonly partyKind: InvitedPartyKind;
  readonly partyId: string;
  readonly partyName: string;
  readonly unionId: string;
  readonly unionName: string;
  readonly path: string;
}

/** An invitation with what its survey is, and by what a pooled answer to it goes. */
export interface OwnInvitation extends Omit<EfficacyInvitationRow, 'blindedHash'> {
  readonly name: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly closesAt: Date;
  readonly sealingKey: Buffer | null;
  readonly poolId: string | null;
  readonly publicKey: PublicKeyJwk | null;
}

type PooledParty = Pick<EfficacyInvitationRow, 'kind' | 'partyKind' | 'partyId'>;

@Injectable()
export class InvitationRepository {
  /**
   * Every party in a subtree as each of its kinds: active unions; enterprises, clubs and organisations behind which
   * one of these stands; unions that lent or borrowed something which was out in the season; and of their members
   * those whose own was: volunteers, by no name.
   */
  invitees(tx: Transaction, path: string, season: { start: Date; end: Date }): Promise<Invitee[]> {
    return tx.sql.query(
      `WITH within AS (SELECT id, name, path FROM union_ref WHERE path >= $1 AND path < $2 AND active),
       lending AS (SELECT owner_union_id, borrower_union_id, owner_person_id FROM loan_ref
         WHERE ${outInSeason('$3', '$4')})
       SELECT 'union' AS kind, 'union' AS "partyKind", id AS "partyId", name AS "partyName",
              id AS "unionId", name AS "unionName", path FROM within
       UNION ALL
       SELECT p.kind, p.kind, p.id, p.name, u.id, u.name, u.path FROM party_ref p JOIN within u ON u.id = p.union_id
       WHERE p.active AND p.kind IN ('enterprise', 'club', 'organisation')
       UNION ALL
       SELECT 'provider', 'union', id, name, id, name, path FROM within
       WHERE id IN (SELECT owner_union_id FROM lending)
       UNION ALL
       SELECT 'borrower', 'union', id, name, id, name, path FROM within
       WHERE id IN (SELECT borrower_union_id FROM lending)
       UNION ALL
       SELECT 'volunteer', 'person', m.person_id, '', w.id, w.name, w.path
       FROM within w JOIN member_ref m ON m.union_id = w.id AND m.state <> 'ended'
       WHERE m.person_id IN (SELECT owner_person_id FROM lending)
       ORDER BY 1, 3`,
      [path, beyondSubtree(path), season.start, season.end],
    );
  }

  async insert(tx: Transaction, rows: readonly EfficacyInvitationRow[]): Promise<void> {
    for (let start = 0; start < rows.length; start += rowsAtOnce)
      await tx.sql.insert(EfficacyInvitationRow, rows.slice(start, start + rowsAtOnce));
  }

  /** In the order of kinds and parties. Whether volunteers have answered is confidential. */
  list(tx: Transaction, filter: ListEfficacyInvitationsRequest): Promise<EfficacyInvitationRow[]> {
    const query = tx.sql
      .createQueryBuilder(EfficacyInvitationRow, 'i')
      .where(`i.surveyId = :id AND i.partyKind <> 'person'`, { id: filter.efficacySurveyId })
      .orderBy({ 'i.kind': 'ASC', 'i.partyKind': 'ASC', 'i.partyId': 'ASC' });
    if (filter.kind !== undefined) query.andWhere('i.kind = :kind', { kind: filter.kind });
    if (filter.answered !== undefined)
      query.andWhere(filter.answered ? 'i.manner IS NOT NULL' : 'i.manner IS NULL');
    if (filter.q !== undefined) query.andWhere('i.partyName ILIKE :q', { q: `%${escapeLike(filter.q)}%` });
    const cursor = decodeCursor(filter.cursor, 3);
    if (cursor !== null) {
      const [kind, partyKind, partyId] = cursor;
      query.andWhere('(i.kind, i.partyKind, i.partyId) > (:afterKind, :afterPartyKind, :afterId)', {
        afterKind: kind,
        afterPartyKind: partyKind,
        afterId: partyId,
      });
    }
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** Invitations that the officers of some unions, or a person, may answer or have answered; newest surveys first. */
  listOf(
    tx: Transaction,
    { unionIds, personId }: { readonly unionIds: readonly string[]; readonly personId: string },
    page: ListMyEfficacyInvitationsRequest,
  ): Promise<OwnInvitation[]> {
    const [surveyId, kind, partyKind, partyId] = decodeCursor(page.cursor, 4) ?? [];
    return tx.sql.query(
      `SELECT i.survey_id AS "surveyId", i.kind, i.party_kind AS "partyKind", i.party_id AS "partyId",
              i.party_name AS "partyName", i.union_id AS "unionId", i.union_name AS "unionName",
              i.pool_path AS "poolPath", i.manner, s.name, s.period_from::text AS "periodFrom",
              s.period_to::text AS "periodTo", s.closes_at AS "closesAt",
              s.sealing_key AS "sealingKey", p.id AS "poolId", p.public_key AS "publicKey"
       FROM efficacy_invitation i JOIN efficacy_survey s ON s.id = i.survey_id
       LEFT JOIN efficacy_pool p ON p.survey_id = i.survey_id AND p.kind = i.kind AND p.path = i.pool_path
       WHERE (i.union_id = ANY($1::uuid[]) AND i.party_kind <> 'person' OR i.party_kind = 'person' AND i.party_id = $8)
         AND s.state = 'open' AND s.closes_at > $2
         AND ($3::uuid IS NULL OR i.survey_id < $3
           OR (i.survey_id = $3 AND (i.kind, i.party_kind, i.party_id) > ($4::text, $5::text, $6::uuid)))
       ORDER BY i.survey_id DESC, i.kind, i.party_kind, i.party_id LIMIT $7`,
      [
        unionIds,
        tx.now,
        surveyId ?? null,
        kind ?? null,
        partyKind ?? null,
        partyId ?? null,
        rowsFor(page.limit),
        personId,
      ],
    );
  }

  /**
   * The unions whose officers answer, and the persons who answer for themselves, each once.
   * @param left only unanswered invitations
   */
  async answerers(
    tx: Transaction,
    surveyId: string,
    left: boolean,
  ): Promise<{ readonly unionIds: readonly string[]; readonly personIds: readonly string[] }> {
    const rows: { unionIds: string[] | null; personIds: string[] | null }[] = await tx.sql.query(
      `SELECT array_agg(DISTINCT union_id) FILTER (WHERE party_kind <> 'person') AS "unionIds",
              array_agg(DISTINCT party_id) FILTER (WHERE party_kind = 'person') AS "personIds"
       FROM efficacy_invitation WHERE survey_id = $1 AND ($2 = false OR manner IS NULL)`,
      [surveyId, left],
    );
    return { unionIds: rows[0]?.unionIds ?? [], personIds: rows[0]?.personIds ?? [] };
  }

  lock(tx: Transaction, request: PartyAsked): Promise<EfficacyInvitationRow | null> {
    const { efficacySurveyId: surveyId, kind, partyKind, partyId } = request;
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.sql.findOne(EfficacyInvitationRow, { where: { surveyId, kind, partyKind, partyId }, lock });
  }

  async saveNamedAnswer(
    tx: Transaction,
    { surveyId, kind, partyKind, partyId }: EfficacyInvitationRow,
    answers: Readonly<Record<string, number>>,
  ): Promise<void> {
    const party = { surveyId, kind, partyKind, partyId };
    await tx.sql.update(EfficacyInvitationRow, party, { manner: 'named' });
    await tx.sql.insert(EfficacyNamedAnswerRow, { ...party, answers });
  }

  /** Records that the party answers pooled, by a token; whether it has answered is not known here. */
  async saveToken(
    tx: Transaction,
    { surveyId, kind, partyKind, partyId }: EfficacyInvitationRow,
    blindedHash: Buffer,
  ): Promise<void> {
    const party = { surveyId, kind, partyKind, partyId };
    await tx.sql.update(EfficacyInvitationRow, party, { manner: 'pooled', blindedHash });
  }

  /** The parties that answer by a token, in the order of kinds and parties, which does not reveal when they took it. */
  async pooled(tx: Transaction, surveyId: string): Promise<PooledParty[]> {
    const rows = await tx.sql.find(EfficacyInvitationRow, {
      where: { surveyId, manner: 'pooled' },
      order: { kind: 'ASC', partyKind: 'ASC', partyId: 'ASC' },
    });
    return rows.map(({ kind, partyKind, partyId }) => ({ kind, partyKind, partyId }));
  }

  all(tx: Transaction, survey: EfficacySurveyRow): Promise<EfficacyInvitationRow[]> {
    return tx.sql.find(EfficacyInvitationRow, {
      where: { surveyId: survey.id },
      order: { kind: 'ASC', partyKind: 'ASC', partyId: 'ASC' },
    });
  }

  namedAnswers(tx: Transaction, surveyId: string): Promise<EfficacyNamedAnswerRow[]> {
    return tx.sql.findBy(EfficacyNamedAnswerRow, { surveyId });
  }
}
