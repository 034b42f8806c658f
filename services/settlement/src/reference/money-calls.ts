import { Injectable } from '@nestjs/common';
import { calledMax, type MoneyCall } from '@gongxiang/contracts/settlement/money-call';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { type ActionRule, toWire } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from './reference.repository.js';

/** Who is to act: whoever may do this at the unions of these paths. */
export interface Callees {
  readonly rule: ActionRule;
  readonly paths: readonly string[];
}

export interface CallDraft extends Pick<MoneyCall, 'kind' | 'aboutId' | 'title' | 'direction' | 'partyName'> {
  /** Which time; 1 where it is told only once. */
  readonly round?: number;
  /** Fen. */
  readonly amount: bigint | null;
  readonly until: Date | null;
}

/**
 * Calls those who may act when the time for something about money runs out. Hints reach open pages alone; what is told here
 * comes to stand in their inboxes, which sharing keeps.
 */
@Injectable()
export class MoneyCalls {
  constructor(private readonly references: ReferenceRepository) {}

  /** To those at each union itself; where nobody there may act, at the nearest one above where somebody may. */
  async make(tx: Transaction, draft: CallDraft, ...callees: readonly Callees[]): Promise<void> {
    const people = new Set<string>();
    for (const { rule, paths } of callees)
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
