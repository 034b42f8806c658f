import { Injectable } from '@nestjs/common';
import {
  type MatterByCode,
  matterContract,
  type MatterEvent,
  type MatterId,
  type MatterStatusView,
  type MatterView,
  type RateByCode,
  type RateMatter,
  type ReopenByCode,
  type ReopenMatter,
  type ReplyByCode,
  type WriteToMatter,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { ServiceItemRepository } from '../service-item/service-item.repository.js';
import { nothingToFollow } from './follow-up.model.js';
import type { MatterRow } from './matter.entity.js';
import { deadlinesFrom, requireReopenable, requireState, resumed } from './matter.model.js';
import { isSameCode } from './matter-number.js';
import { MatterPresenter } from './matter-presenter.js';
import { MatterRepository } from './matter.repository.js';
import { MatterSeal } from './matter-seal.js';
import { MatterWriter } from './matter-writer.js';

/** What whoever brought a matter does with it: signed in, or by the number and code of their receipt. */
@Injectable()
export class MatterPersonService {
  constructor(
    private readonly transactions: Transactions,
    private readonly matters: MatterRepository,
    private readonly services: ServiceItemRepository,
    private readonly presenter: MatterPresenter,
    private readonly seal: MatterSeal,
    private readonly writer: MatterWriter,
  ) {}

  @Handles(matterContract.reply)
  reply(request: WriteToMatter, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterContract.reply, request, async (tx) => {
      const before = await this.writer.lock(tx, request.matterId, 'reply');
      await this.replied(tx, before, request.text);
      return this.writer.view(tx, before.id);
    });
  }

  @Handles(matterContract.rate)
  rate(request: RateMatter, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterContract.rate, request, async (tx) => {
      const before = await this.writer.lock(tx, request.matterId, 'rate');
      await this.rated(tx, before, request);
      return this.writer.view(tx, before.id);
    });
  }

  @Handles(matterContract.reopen)
  reopen(request: ReopenMatter, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterContract.reopen, request, async (tx) => {
      const before = await this.writer.lock(tx, request.matterId, 'reopen');
      await this.reopened(tx, before, request.reason);
      return this.writer.view(tx, before.id);
    });
  }

  @Handles(matterContract.withdraw)
  withdraw(request: MatterId, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterContract.withdraw, request, async (tx) => {
      const before = await this.writer.lock(tx, request.matterId, 'withdraw');
      const changes = { state: 'withdrawn', endedAt: tx.now, pausedOn: null, heldUntil: null } as const;
      await this.writer.save(tx, before, changes, { event: 'withdrawn' });
      return this.writer.view(tx, before.id);
    });
  }

  @Handles(matterContract.status)
  status(request: MatterByCode, call: CallContext): Promise<Outcome<MatterStatusView>> {
    return this.byCode(call, request, async () => undefined);
  }

  @Handles(matterContract.replyByCode)
  replyByCode(request: ReplyByCode, call: CallContext): Promise<Outcome<MatterStatusView>> {
    return this.byCode(call, request, async (tx, before) => {
      if (await this.isRepeated(tx, before, 'replied', request.text)) return;
      requireState(before, 'reply');
      await this.replied(tx, before, request.text);
    });
  }

  @Handles(matterContract.rateByCode)
  rateByCode(request: RateByCode, call: CallContext): Promise<Outcome<MatterStatusView>> {
    return this.byCode(call, request, async (tx, before) => {
      if (before.stars === request.stars) return;
      if (before.stars !== null) throw new DomainError('MATTER_RATED');
      requireState(before, 'rate');
      await this.rated(tx, before, request);
    });
  }

  @Handles(matterContract.reopenByCode)
  reopenByCode(request: ReopenByCode, call: CallContext): Promise<Outcome<MatterStatusView>> {
    return this.byCode(call, request, async (tx, before) => {
      if (await this.isRepeated(tx, before, 'reopened', request.reason)) return;
      await this.reopened(tx, before, request.reason);
    });
  }

  /** Without a key a repetition has to be harmless: what was said last is not said again. */
  private async byCode(
    call: CallContext,
    { number, code }: MatterByCode,
    work: (tx: Transaction, before: MatterRow) => Promise<void>,
  ): Promise<Outcome<MatterStatusView>> {
    return this.transactions.untraced(call, async (tx) => {
      const row = await this.matters.lockByNumber(tx, number);
      const known = row && this.seal.open('code', row.id, row.sealedCode);
      if (row === null || known === null || !isSameCode(known, code))
        throw new DomainError('MATTER_NOT_FOUND_BY_CODE');
      await work(tx, row);
      const record = await this.matters.find(tx, row.id);
      if (record === null) throw new DomainError('MATTER_NOT_FOUND_BY_CODE');
      return this.presenter.status(record, await this.writer.content(tx, record), tx.now);
    });
  }

  private async isRepeated(
    tx: Transaction,
    { id }: MatterRow,
    event: MatterEvent,
    text: string,
  ): Promise<boolean> {
    const last = await this.matters.lastEntry(tx, id);
    return last?.event === event && this.seal.openEntry(id, last.sequence, last.sealedText) === text;
  }

  /** An answer to a question lets the time go on; anything else is added. */
  private async replied(tx: Transaction, before: MatterRow, text: string): Promise<void> {
    const changes = before.state === 'asked' ? resumed(before, tx.now) : {};
    await this.writer.save(tx, before, changes, { event: 'replied', text });
  }

  private async rated(
    tx: Transaction,
    before: MatterRow,
    { stars, text }: Pick<RateMatter, 'stars' | 'text'>,
  ): Promise<void> {
    const sealedRating = text ? this.seal.seal('rating', before.id, text) : null;
    const changes = { state: 'closed', stars, sealedRating, endedAt: tx.now } as const;
    await this.writer.save(tx, before, changes, { event: 'rated', text: text ?? null });
  }

  /** It goes back to whoever decided it, with its terms from today; if they hold the office no more, their union gives it anew. */
  private async reopened(tx: Transaction, before: MatterRow, reason: string): Promise<void> {
    requireReopenable(before, tx.now);
    const definition = await this.services.edition(tx, before.serviceId, before.edition);
    const deadlines = deadlinesFrom(tx.now, definition);
    const undecided = {
      outcome: null,
      proposedBy: null,
      sealedReasons: null,
      decidedAt: null,
      endedAt: null,
    };
    const again = { isReopened: true, stars: null, sealedRating: null };
    const inHand = (await this.writer.hasHandler(tx, before))
      ? ({ state: 'inWork', dueAt: deadlines.decideBy } as const)
      : ({ state: 'sent', handlerId: null } as const);
    const changes = { ...deadlines, ...undecided, ...nothingToFollow, ...again, ...inHand };
    await this.writer.save(tx, before, changes, { event: 'reopened', text: reason });
  }
}
