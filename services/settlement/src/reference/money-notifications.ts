import { Injectable } from '@nestjs/common';
import { calledMax, type MoneyCall } from '@gongxiang/contracts/settlement/money-call';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { type ActionRule, toWire } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from './reference.repository.js';

/** The recipients: those who are permitted by the rule at the unions of these paths. */
export interface NotificationAudience {
  readonly rule: ActionRule;
  readonly paths: readonly string[];
}

export interface NotificationDraft extends Pick<
  MoneyCall,
  'kind' | 'aboutId' | 'title' | 'direction' | 'partyName'
> {
  /** The number of the reminder; 1 for a single notification. */
  readonly round?: number;
  /** Fen. */
  readonly amount: bigint | null;
  readonly until: Date | null;
}

/**
 * Notifies those who may act on something about money that has a deadline. Hints reach open pages only; these
 * notifications go to the inboxes that sharing manages.
 */
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
    const personIds = [...people].slice(0, calledMax);
    if (personIds.length === 0) return;
    const { kind, aboutId, title, round = 1, amount, until, direction = null, partyName = null } = draft;
    await recordEvent(tx, settlementEvents.moneyCallMade, aboutId, {
      kind,
      aboutId,
      title,
      round,
      personIds,
      amount: amount === null ? null : toWire(amount),
      direction,
      partyName,
      until: until?.toISOString() ?? null,
    });
  }
}
