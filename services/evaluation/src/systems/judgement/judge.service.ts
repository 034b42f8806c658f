import { Injectable } from '@nestjs/common';
import {
  type InvitedJudgeView,
  type InviteJudgeRequest,
  judgementRoundContract,
  type JudgeIdRequest,
  judgesMax,
  type JudgeView,
} from '@gongxiang/contracts/evaluation/systems/judgement-round.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { hashOfSecret, newLinkSecret, type Transaction, Transactions } from '@gongxiang/persistence';
import { JudgeRepository } from './judge.repository.js';
import type { JudgeRow } from './judgement.entity.js';
import { JudgementRoundAccess } from './judgement-round-access.js';
import { judgeView } from './judgement-round.view.js';

/** Manages the judges of a round, who judge by a secret link until it is revoked or the round ends. */
@Injectable()
export class JudgeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly roundAccess: JudgementRoundAccess,
    private readonly judges: JudgeRepository,
  ) {}

  /** @throws DomainError `ROUND_CLOSED`, `JUDGES_TOO_MANY`, `JUDGE_NAMED_ALREADY` */
  @Handles(judgementRoundContract.invite)
  invite(request: InviteJudgeRequest, call: CallContext): Promise<Outcome<InvitedJudgeView>> {
    const work = async (tx: Transaction): Promise<InvitedJudgeView> => {
      const { id: judgementRoundId } = await this.roundAccess.lockOpen(tx, request.judgementRoundId);
      const others = await this.judges.of(tx, [judgementRoundId]);
      if (others.length >= judgesMax)
        throw new DomainError('JUDGES_TOO_MANY', { params: { max: judgesMax } });
      const { name } = request;
      if (others.some((other) => other.name === name))
        throw new DomainError('JUDGE_NAMED_ALREADY', { pointer: '/name', params: { name } });
      const token = newLinkSecret();
      const row: JudgeRow = {
        judgementRoundId,
        id: newId(),
        name,
        tokenHash: hashOfSecret(token),
        judgements: [],
        invitedAt: tx.now,
        savedAt: null,
        revokedAt: null,
      };
      await this.judges.insert(tx, row);
      // Audited without the name: the audit trail is permanent, and judges have no account by which their data could
      // be erased.
      tx.audit({ noun: 'judge', id: row.id, before: null, after: { judgementRoundId } });
      return { ...judgeView(row), address: addressOf(token) };
    };
    return this.transactions.command(call, judgementRoundContract.invite, request, work, {
      keep: withoutAddress,
    });
  }

  /** Invalidates the judge's link and excludes their judgements. @throws DomainError `JUDGE_REVOKED` */
  @Handles(judgementRoundContract.revoke)
  revoke(request: JudgeIdRequest, call: CallContext): Promise<Outcome<JudgeView>> {
    return this.transactions.command(call, judgementRoundContract.revoke, request, async (tx) => {
      const before = await this.lockJudge(tx, request);
      if (before.revokedAt !== null) throw new DomainError('JUDGE_REVOKED');
      const row = { ...before, revokedAt: tx.now };
      await this.judges.updateLink(tx, row);
      tx.audit({ noun: 'judge', id: row.id, before: { revoked: false }, after: { revoked: true } });
      return judgeView(row);
    });
  }

  /** Replaces a link that was lost or revoked by mistake; the judge's judgements count again. */
  @Handles(judgementRoundContract.renew)
  renew(request: JudgeIdRequest, call: CallContext): Promise<Outcome<InvitedJudgeView>> {
    const work = async (tx: Transaction): Promise<InvitedJudgeView> => {
      const before = await this.lockJudge(tx, request);
      const token = newLinkSecret();
      const row = { ...before, tokenHash: hashOfSecret(token), revokedAt: null };
      await this.judges.updateLink(tx, row);
      const revoked = before.revokedAt !== null;
      tx.audit({ noun: 'judge', id: row.id, before: { revoked }, after: { revoked: false, renewed: true } });
      return { ...judgeView(row), address: addressOf(token) };
    };
    return this.transactions.command(call, judgementRoundContract.renew, request, work, {
      keep: withoutAddress,
    });
  }

  private async lockJudge(tx: Transaction, request: JudgeIdRequest): Promise<JudgeRow> {
    const round = await this.roundAccess.lockOpen(tx, request.judgementRoundId);
    const judge = await this.judges.lock(tx, round.id, request.judgeId);
    if (judge === null) throw new DomainError('NOT_FOUND');
    return judge;
  }
}

function addressOf(token: string): string {
  return `/judge/${token}`;
}

function withoutAddress(view: InvitedJudgeView): InvitedJudgeView {
  return { ...view, address: null };
}
