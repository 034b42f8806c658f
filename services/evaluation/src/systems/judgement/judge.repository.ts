import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { JudgeRow } from './judgement.entity.js';

@Injectable()
export class JudgeRepository {
  /** Of these rounds, in the order of their invitation. */
  of(tx: Transaction, roundIds: readonly string[]): Promise<JudgeRow[]> {
    return tx.sql.find(JudgeRow, {
      where: { judgementRoundId: In([...roundIds]) },
      order: { judgementRoundId: 'ASC', id: 'ASC' },
    });
  }

  findByToken(tx: Transaction, tokenHash: string): Promise<JudgeRow | null> {
    return tx.sql.findOneBy(JudgeRow, { tokenHash });
  }

  lock(tx: Transaction, judgementRoundId: string, id: string): Promise<JudgeRow | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.sql.findOne(JudgeRow, { where: { judgementRoundId, id }, lock });
  }

  async insert(tx: Transaction, row: JudgeRow): Promise<void> {
    await tx.sql.insert(JudgeRow, row);
  }

  async updateLink(tx: Transaction, { judgementRoundId, id, tokenHash, revokedAt }: JudgeRow): Promise<void> {
    await tx.sql.update(JudgeRow, { judgementRoundId, id }, { tokenHash, revokedAt });
  }

  async updateJudgements(
    tx: Transaction,
    { judgementRoundId, id, judgements, savedAt }: JudgeRow,
  ): Promise<void> {
    await tx.sql.update(JudgeRow, { judgementRoundId, id }, { judgements, savedAt });
  }
}
