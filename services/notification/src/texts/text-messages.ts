import { Inject, Injectable } from '@nestjs/common';
import { minuteMs } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { AccountTextKind } from './account-text.js';
import { TEXT_CARRIER, type TextCarrier } from './text-carrier.js';
import { TextMessageRepository } from './text-message.repository.js';

/** Due work: messages whose time is over are removed. */
export const textMessageErasureDue = 'text-message-erasure';
const erasurePauseMs = 10 * minuteMs;
const erasedPerStep = 5_000;

/** A message as its event has it. */
interface IssuedText {
  readonly id: string;
  readonly kind: AccountTextKind;
  readonly sealed: string;
  readonly until: string;
}

/** What is to be sent to phones about accounts; a loop of its own sends it. */
@Injectable()
export class TextMessages {
  constructor(
    private readonly messages: TextMessageRepository,
    @Inject(TEXT_CARRIER) private readonly carrier: TextCarrier | null,
  ) {}

  /** Where nobody carries it, it is not kept either. */
  async keep(tx: Transaction, { id, kind, sealed, until }: IssuedText): Promise<void> {
    const end = new Date(until);
    if (this.carrier === null || end <= tx.now) return;
    await this.messages.insertNew(tx, {
      id,
      kind,
      sealed,
      until: end,
      state: 'waiting',
      reason: null,
      createdAt: tx.now,
      sendAt: tx.now,
      leasedUntil: null,
    });
  }

  /** Until then a row says that its event was heard. */
  @OnDue(textMessageErasureDue)
  async erase(tx: Transaction, key: string): Promise<void> {
    const gone = await this.messages.erase(tx, erasedPerStep);
    const at = gone < erasedPerStep ? new Date(tx.now.getTime() + erasurePauseMs) : tx.now;
    await schedule(tx, { kind: textMessageErasureDue, key, at });
  }
}
