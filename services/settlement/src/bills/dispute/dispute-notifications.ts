import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { MoneyNotifications } from '../../reference/money-notifications.js';
import type { DisputeContext } from './dispute.view.js';

/** Sends the notifications of a dispute. */
@Injectable()
export class DisputeNotifications {
  constructor(private readonly notifications: MoneyNotifications) {}

  /**
   * Notifies the other sides, who have until the end of the talk. A dispute opened by silence goes straight to the
   * union above.
   */
  async opened(tx: Transaction, context: DisputeContext): Promise<void> {
    const { row, about, sides } = context;
    if (row.referredAt !== null) return this.referred(tx, context);
    const paths = sides.filter(({ unionId }) => unionId !== about.unionId).map(({ path }) => path);
    const notification = { ...draftOf(context), kind: 'disputeOpened', until: row.talkUntil } as const;
    await this.notifications.notify(tx, notification, { rule: actions.speakInDispute, paths });
  }

  /** Notifies those who decide disputes at the union above both sides. */
  async referred(tx: Transaction, context: DisputeContext): Promise<void> {
    const notification = { ...draftOf(context), kind: 'disputeReferred', until: null } as const;
    await this.notifications.notify(tx, notification, {
      rule: actions.decideDispute,
      paths: [context.decidingPath],
    });
  }
}

/** The amount is what the disputing party owes by the entry, or what it is owed if it owes nothing. */
function draftOf({ row: { id: aboutId, title }, about: { owesFen, owedFen } }: DisputeContext) {
  return { aboutId, title, amount: owesFen > 0n ? owesFen : owedFen };
}
