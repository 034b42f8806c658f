import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { evaluationEvents } from '@gongxiang/contracts/evaluation/evaluation-events';
import {
  type GrantedRecognitionsView,
  type GrantRecognitionsRequest,
  recognitionContract,
  type RecognitionView,
  type RevokeRecognitionRequest,
} from '@gongxiang/contracts/evaluation/rankings/recognition.contract';
import type { RecognitionState } from '@gongxiang/contracts/evaluation/recognition-events';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { recordEvent, recordEvents, Republishes } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../systems/actions.js';
import { RankingAccess } from '../ranking/ranking-access.js';
import type { RankingRow } from '../ranking/ranking.entity.js';
import { RankingRepository } from '../ranking/ranking.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { RecognitionRow } from './recognition.entity.js';
import { codeLength, codeOf, type Recognised, recognisedBy } from './recognition.model.js';
import { RecognitionRepository } from './recognition.repository.js';
import { recognitionView } from './recognition-view.js';

/** Grants recognitions by a final ranking, and revokes wrong ones. */
@Injectable()
export class RecognitionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly recognitions: RecognitionRepository,
    private readonly rankings: RankingRepository,
    private readonly rankingAccess: RankingAccess,
    private readonly references: ReferenceRepository,
  ) {}

  /** @throws DomainError `RANKING_NOT_FINAL`, `RECOGNITION_GROUPS`, `RECOGNITION_TWICE`, and as `recognisedBy` does */
  @Handles(recognitionContract.grant)
  grant(request: GrantRecognitionsRequest, call: CallContext): Promise<Outcome<GrantedRecognitionsView>> {
    return this.transactions.command(call, recognitionContract.grant, request, async (tx) => {
      const ranking = await this.rankingAccess.lock(tx, request.rankingId);
      const { title, levels, withinGroups = false } = request;
      if (ranking.state !== 'final') throw new DomainError('RANKING_NOT_FINAL');
      if (withinGroups && ranking.groupBy === 'none')
        throw new DomainError('RECOGNITION_GROUPS', { pointer: '/withinGroups' });
      if (await this.recognitions.existsOf(tx, ranking.id, title))
        throw new DomainError('RECOGNITION_TWICE', { pointer: '/title' });
      const places = await this.rankings.entries(tx, ranking.id);
      const rows = await this.rowsOf(tx, ranking, request, recognisedBy(places, levels, withinGroups));
      await this.recognitions.insert(tx, rows);
      const events = rows.map((row) => ({ about: row.id, data: stateOf(row) }));
      await recordEvents(tx, evaluationEvents.recognitionGranted, events);
      const counts = levels.map(({ level }) => ({
        level,
        granted: rows.filter((row) => row.level === level).length,
      }));
      const view = { rankingId: ranking.id, granted: rows.length, levels: counts };
      // One audit record for all of them; the recognitions themselves list the recipients.
      tx.audit({ noun: 'recognitions', id: ranking.id, after: { title, ...view } });
      return view;
    });
  }

  /** Revokes a recognition, which stays readable. @throws DomainError `RECOGNITION_REVOKED` */
  @Handles(recognitionContract.revoke)
  revoke(request: RevokeRecognitionRequest, call: CallContext): Promise<Outcome<RecognitionView>> {
    return this.transactions.command(call, recognitionContract.revoke, request, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const before = await this.recognitions.lock(tx, request.recognitionId);
      if (before === null) throw new DomainError('NOT_FOUND');
      const issuer = await this.references.union(tx, before.issuerUnionId);
      tx.authorise(actions.tendIndicators, { paths: [issuer.path], visible: true });
      requireVersion(tx, before.version);
      if (before.revokedAt !== null) throw new DomainError('RECOGNITION_REVOKED');
      const revoked = { revokedBy: tx.personId, revokedAt: tx.now, revokeReason: request.reason };
      const row = { ...before, ...revoked, version: before.version + 1 };
      await this.recognitions.revoke(tx, row);
      tx.audit({ noun: 'recognition', id: row.id, before: { revoked: false }, after: { revoked: true } });
      await recordEvent(tx, evaluationEvents.recognitionRevoked, row.id, stateOf(row));
      return recognitionView(row);
    });
  }

  /** Republishes a page of recognitions in their current state. @returns the last id, or null at the end */
  @Republishes('recognition')
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.recognitions.after(tx, afterId, limit);
    for (const [contract, some] of [
      [evaluationEvents.recognitionGranted, rows.filter(({ revokedAt }) => revokedAt === null)],
      [evaluationEvents.recognitionRevoked, rows.filter(({ revokedAt }) => revokedAt !== null)],
    ] as const) {
      const events = some.map((row) => ({ about: row.id, data: stateOf(row) }));
      await recordEvents(tx, contract, events);
    }
    return rows.at(-1)?.id ?? null;
  }

  private async rowsOf(
    tx: Transaction,
    ranking: RankingRow,
    { title, year }: GrantRecognitionsRequest,
    recognised: readonly Recognised[],
  ): Promise<RecognitionRow[]> {
    const issuer = await this.references.union(tx, ranking.unionId);
    const random = randomBytes(recognised.length * codeLength);
    return recognised.map(({ subject, level, place }, index) => ({
      id: newId(),
      version: 1,
      rankingId: ranking.id,
      subjectKind: ranking.subjectKind,
      subjectId: subject.subjectId,
      subjectName: subject.subjectName,
      issuerUnionId: issuer.id,
      issuerName: issuer.name,
      title,
      level,
      year,
      place,
      code: codeOf(random.subarray(index * codeLength, (index + 1) * codeLength)),
      grantedBy: tx.personId,
      grantedAt: tx.now,
      revokedBy: null,
      revokedAt: null,
      revokeReason: null,
    }));
  }
}

function stateOf(row: RecognitionRow): RecognitionState {
  const { id, version, rankingId, subjectKind, subjectId, title, level, year } = row;
  return {
    id,
    version,
    rankingId,
    subjectKind,
    subjectId,
    title,
    level,
    year,
    grantedAt: row.grantedAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
