import { Injectable } from '@nestjs/common';
import type { MoneyCallKind, MoneyDirection } from '@gongxiang/contracts/settlement/money-call';
import type { ActionRule } from '@gongxiang/domain';
import { raiseNotices } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from './reference.repository.js';

/** The recipients: those who are permitted by the rule at the unions of these paths. */
export interface NotificationAudience {
  readonly rule: ActionRule;
  readonly paths: readonly string[];
}

export interface NotificationDraft {
  readonly kind: MoneyCallKind;
  /** The confirmation, dispute, payment or subsidy; of a disclosure its union. */
  readonly aboutId: string;
  readonly title: string;
  /** Whose amount it is, and whether that party owes it or is owed it. */
  readonly direction?: MoneyDirection | null;
  readonly partyName?: string | null;
  /** The number of the reminder; 1 for a single notification. */
  readonly round?: number;
  /** Fen. */
  readonly amount: bigint | null;
  readonly until: Date | null;
}

/** Notifies those who may act on something about money that has a deadline. Hints reach open pages only. */
@Injectable()
export class MoneyNotifications {
  constructor(private readonly references: ReferenceRepository) {}

  /** Notifies those at each union, or at the nearest union above where somebody may act if nobody there may. */
  async notify(
    tx: Transaction,
    draft: NotificationDraft,
    ...audiences: readonly NotificationAudience[]
  ): Promise<void> {
    const people = new Set<string>();
    for (const { rule, paths } of audiences)
      for (const personId of await this.references.nearestHolders(tx, rule, paths)) people.add(personId);
    const { kind, aboutId, title, round = 1, amount, until, direction, partyName } = draft;
    await raiseNotices(tx, 'settlement', [
      {
        personIds: [...people],
        kind,
        why: 'dealsWithMoney',
        about: { moneyId: aboutId },
        title,
        // Nobody is notified twice of the same round.
        cause: `${kind}/${aboutId}/${round}`,
        values: {
          ...(amount === null ? {} : { fen: String(amount) }),
          ...(until === null ? {} : { at: until.toISOString() }),
          ...(direction ? { direction } : {}),
          ...(partyName ? { partyName } : {}),
        },
      },
    ]);
  }
}
