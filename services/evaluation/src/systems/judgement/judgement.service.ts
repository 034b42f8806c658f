import { Injectable } from '@nestjs/common';
import {
  judgementContract,
  type JudgementSheetView,
  type OpenJudgementsRequest,
  type SaveJudgementsRequest,
} from '@gongxiang/contracts/evaluation/systems/judgement.contract';
import { type CallContext, dayMs, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { hashOfSecret, type Transaction, Transactions } from '@gongxiang/persistence';
import { IndicatorSystemRepository } from '../indicator-system/indicator-system.repository.js';
import { JudgeRepository } from './judge.repository.js';
import type { JudgementRoundRow, JudgeRow } from './judgement.entity.js';
import { JudgementRoundRepository } from './judgement-round.repository.js';
import { sheetView } from './judgement-sheet.view.js';
import { mergeJudgements } from './judging.model.js';

/** The time after the end of a round during which a link still shows that it is over. */
const linkValidMs = 30 * dayMs;

/** The acts of a judge. Nobody is signed in; the secret link is the only credential. */
@Injectable()
export class JudgementService {
  constructor(
    private readonly transactions: Transactions,
    private readonly rounds: JudgementRoundRepository,
    private readonly judges: JudgeRepository,
    private readonly systems: IndicatorSystemRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND` if the link never existed, was revoked or replaced, or has expired */
  @Handles(judgementContract.open)
  open(request: OpenJudgementsRequest, call: CallContext): Promise<JudgementSheetView> {
    return this.transactions.read(call, async (tx) => {
      const judge = requireLinked(await this.judges.findByToken(tx, hashOfSecret(request.judgeToken)));
      const round = await this.rounds.find(tx, judge.judgementRoundId);
      if (round.closedAt !== null && tx.now.getTime() - round.closedAt.getTime() > linkValidMs)
        throw new DomainError('NOT_FOUND');
      return this.view(tx, round, judge);
    });
  }

  /** @throws DomainError `NOT_FOUND`, `ROUND_CLOSED`, and what {@link mergeJudgements} throws */
  @Handles(judgementContract.save)
  save(request: SaveJudgementsRequest, call: CallContext): Promise<Outcome<JudgementSheetView>> {
    return this.transactions.command(call, judgementContract.save, request, async (tx) => {
      const found = requireLinked(await this.judges.findByToken(tx, hashOfSecret(request.judgeToken)));
      // Locks the round before the judge, as everywhere.
      const round = await this.rounds.share(tx, found.judgementRoundId);
      const before = requireLinked(await this.judges.lock(tx, round.id, found.id));
      // The link was renewed concurrently, so the one of this request is no longer valid.
      if (before.tokenHash !== found.tokenHash) throw new DomainError('NOT_FOUND');
      if (round.state !== 'open' || round.closesAt <= tx.now) throw new DomainError('ROUND_CLOSED');
      const judgements = mergeJudgements(round.groups, before.judgements, request.groups);
      const row = { ...before, judgements, savedAt: tx.now };
      await this.judges.updateJudgements(tx, row);
      tx.audit({
        noun: 'judge',
        id: row.id,
        before: { judgements: before.judgements },
        after: { judgements },
      });
      return this.view(tx, round, row);
    });
  }

  private async view(
    tx: Transaction,
    round: JudgementRoundRow,
    judge: JudgeRow,
  ): Promise<JudgementSheetView> {
    return sheetView(round, judge, await this.systems.find(tx, round.indicatorSystemId));
  }
}

function requireLinked(judge: JudgeRow | null): JudgeRow {
  if (judge === null || judge.revokedAt !== null) throw new DomainError('NOT_FOUND');
  return judge;
}
