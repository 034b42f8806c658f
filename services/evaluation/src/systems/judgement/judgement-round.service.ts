import { Injectable } from '@nestjs/common';
import {
  type ChangeJudgementRoundRequest,
  type CreateJudgementRoundRequest,
  judgementRoundContract,
  type JudgementRoundIdRequest,
  type JudgementRoundView,
} from '@gongxiang/contracts/evaluation/systems/judgement-round.contract';
import { type CallContext, dayMs, DomainError, newId } from '@gongxiang/domain';
import { OnDue, schedule, unschedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { systemAwaitsMayChange } from '../indicator-system/system-awaits-due.js';
import { JudgeRepository } from './judge.repository.js';
import type { JudgementRoundRow } from './judgement.entity.js';
import { JudgementRoundAccess } from './judgement-round-access.js';
import { JudgementRoundRepository } from './judgement-round.repository.js';
import { roundView } from './judgement-round.view.js';
import { judgedGroups } from './judging.model.js';

const closeKind = 'judgement-round-close';
const daysMax = 366;

/** Rounds in which judges compare indicators: made, and ended by hand or by the clock. */
@Injectable()
export class JudgementRoundService {
  constructor(
    private readonly transactions: Transactions,
    private readonly roundAccess: JudgementRoundAccess,
    private readonly rounds: JudgementRoundRepository,
    private readonly judges: JudgeRepository,
  ) {}

  /** @throws DomainError `ROUND_ENDS_IN_PAST`, and what {@link judgedGroups} throws */
  @Handles(judgementRoundContract.create)
  create(request: CreateJudgementRoundRequest, call: CallContext): Promise<Outcome<JudgementRoundView>> {
    return this.transactions.command(call, judgementRoundContract.create, request, async (tx) => {
      const system = await this.roundAccess.lockSystem(tx, request.indicatorSystemId);
      const closesAt = endOf(request, tx.now);
      const row: JudgementRoundRow = {
        id: newId(),
        version: 1,
        indicatorSystemId: system.id,
        name: request.name,
        state: 'open',
        groups: judgedGroups(system.nodes, request.nodes ?? undefined),
        closesAt,
        closedAt: null,
        createdAt: tx.now,
      };
      await this.rounds.insert(tx, row);
      await schedule(tx, { kind: closeKind, key: row.id, at: closesAt });
      const view = roundView(row, [], system);
      tx.audit({ noun: 'judgement-round', id: row.id, before: null, after: { ...view } });
      return view;
    });
  }

  /**
   * Gives the judges more time, or less: they see it on their pages, and what they have said stays.
   * @throws DomainError `ROUND_CLOSED`, `ROUND_ENDS_IN_PAST`
   */
  @Handles(judgementRoundContract.change)
  change(request: ChangeJudgementRoundRequest, call: CallContext): Promise<Outcome<JudgementRoundView>> {
    return this.transactions.command(call, judgementRoundContract.change, request, async (tx) => {
      const before = await this.roundAccess.lockOpen(tx, request.judgementRoundId);
      requireVersion(tx, before.version);
      const row = { ...before, closesAt: endOf(request, tx.now), version: before.version + 1 };
      await this.rounds.update(tx, row);
      await schedule(tx, { kind: closeKind, key: row.id, at: row.closesAt });
      const [from, to] = [before, row].map(({ closesAt }) => ({ closesAt: closesAt.toISOString() }));
      tx.audit({ noun: 'judgement-round', id: row.id, before: from, after: to });
      return this.viewOf(tx, row);
    });
  }

  /** @throws DomainError `ROUND_CLOSED` */
  @Handles(judgementRoundContract.close)
  close(request: JudgementRoundIdRequest, call: CallContext): Promise<Outcome<JudgementRoundView>> {
    return this.transactions.command(call, judgementRoundContract.close, request, async (tx) => {
      const before = await this.roundAccess.lockOpen(tx, request.judgementRoundId);
      requireVersion(tx, before.version);
      const row = await this.end(tx, before);
      await unschedule(tx, closeKind, row.id);
      return this.viewOf(tx, row);
    });
  }

  @OnDue(closeKind)
  async closeDue(tx: Transaction, roundId: string): Promise<void> {
    const round = await this.rounds.lock(tx, roundId);
    // Moved meanwhile, its time comes again.
    if (round.state === 'open' && round.closesAt <= tx.now) await this.end(tx, round);
  }

  /** @param before locked, so that no judgement comes after the end */
  private async end(tx: Transaction, before: JudgementRoundRow): Promise<JudgementRoundRow> {
    const row: JudgementRoundRow = {
      ...before,
      state: 'closed',
      closedAt: tx.now,
      version: before.version + 1,
    };
    await this.rounds.update(tx, row);
    tx.audit({ noun: 'judgement-round', id: row.id, before: { state: 'open' }, after: { state: 'closed' } });
    await systemAwaitsMayChange(tx, row.indicatorSystemId);
    return row;
  }

  private async viewOf(tx: Transaction, row: JudgementRoundRow): Promise<JudgementRoundView> {
    const systems = await this.rounds.systemsOf(tx, [row]);
    return roundView(row, await this.judges.of(tx, [row.id]), systems.get(row.indicatorSystemId));
  }
}

/** @throws DomainError `ROUND_ENDS_IN_PAST` */
function endOf(request: { readonly closesAt: string }, now: Date): Date {
  const closesAt = new Date(request.closesAt);
  const awayMs = closesAt.getTime() - now.getTime();
  if (awayMs > 0 && awayMs <= daysMax * dayMs) return closesAt;
  throw new DomainError('ROUND_ENDS_IN_PAST', { pointer: '/closesAt' });
}
