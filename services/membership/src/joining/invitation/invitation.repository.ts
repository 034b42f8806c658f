import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  parameterOf,
  reachCondition,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { ApplicationRow } from '../application/application.entity.js';
import { UnionRow } from '../../unions/union/union.entity.js';
import { InvitationRow } from './invitation.entity.js';

export type InvitationOfUnion = InvitationRow & { readonly union: UnionRow };

@Injectable()
export class InvitationRepository {
  async insert(tx: Transaction, row: InvitationRow): Promise<void> {
    await tx.sql.insert(InvitationRow, row);
  }

  async update(tx: Transaction, row: InvitationRow): Promise<void> {
    const { id, version, uses, messages, revokedAt } = row;
    await tx.sql.update(InvitationRow, { id }, { version, uses, messages, revokedAt });
  }

  lockById(tx: Transaction, id: string): Promise<InvitationRow | null> {
    return tx.sql.findOne(InvitationRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async findById(tx: Transaction, id: string): Promise<InvitationOfUnion | null> {
    return (await this.query(tx).where('i.id = :id', { id }).getOne()) as InvitationOfUnion | null;
  }

  async findByToken(tx: Transaction, tokenHash: string): Promise<InvitationOfUnion | null> {
    const query = this.query(tx).where('i.tokenHash = :tokenHash', { tokenHash });
    return (await query.getOne()) as InvitationOfUnion | null;
  }

  /** Newest first, of the unions in these subtrees. */
  async list(
    tx: Transaction,
    filter: { readonly within: readonly string[]; readonly cursor?: string; readonly limit?: number },
  ): Promise<InvitationOfUnion[]> {
    const query = this.query(tx).orderBy('i.id', 'DESC').limit(rowsFor(filter.limit));
    const reach = subtreesOf(filter.within);
    const isWithin = await reachCondition(tx, reach, parameterOf(query), 'labour_union');
    query.where(isWithin('i.union_id'));
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('i.id < :id', { id: cursor[0] });
    return (await query.getMany()) as InvitationOfUnion[];
  }

  /** Revokes those of a union that can still be used: it is closed. @returns how many */
  async revokeAllOf(tx: Transaction, unionId: string): Promise<number> {
    const [, revoked] = (await tx.sql.query(
      `UPDATE join_invitation SET version = version + 1, revoked_at = $2
       WHERE union_id = $1 AND revoked_at IS NULL AND uses < uses_max AND expires_at > $2`,
      [unionId, tx.now],
    )) as [unknown[], number];
    return revoked;
  }

  /** What somebody has already made of this invitation. */
  findApplication(
    tx: Transaction,
    of: Pick<ApplicationRow, 'invitationId' | 'phoneHash' | 'residentNumberHash'>,
  ): Promise<ApplicationRow | null> {
    const { invitationId, phoneHash, residentNumberHash } = of;
    return tx.sql
      .createQueryBuilder(ApplicationRow, 'a')
      .where('a.invitationId = :invitationId AND a.phoneHash = :phoneHash', { invitationId, phoneHash })
      .andWhere('a.residentNumberHash = :residentNumberHash', { residentNumberHash })
      .orderBy('a.id', 'DESC')
      .getOne();
  }

  private query(tx: Transaction) {
    return tx.sql
      .createQueryBuilder(InvitationRow, 'i')
      .innerJoinAndMapOne('i.union', UnionRow, 'u', 'u.id = i.unionId');
  }
}
