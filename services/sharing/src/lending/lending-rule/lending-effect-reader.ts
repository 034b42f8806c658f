import { Injectable } from '@nestjs/common';
import type { LendingEffectView } from '@gongxiang/contracts/sharing/lending/lending-rule.contract';
import { hourMs, type Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { alwaysOpen, openMs, openTimes } from '../resource/opening-hours.model.js';
import { OpeningHoursRepository } from '../resource/opening-hours.repository.js';
import type { ResourceRow } from '../resource/resource.entity.js';
import { effectOf, effectWindow, type ShareChange, shareStretches } from './lending-effect.model.js';
import type { LendingRuleRow } from './lending-rule.entity.js';
import { LendingRuleRepository } from './lending-rule.repository.js';

/** The effect of a resource's rule in numbers: shown to everybody beside the rule itself. */
@Injectable()
export class LendingEffectReader {
  constructor(
    private readonly hours: OpeningHoursRepository,
    private readonly rules: LendingRuleRepository,
  ) {}

  async of(tx: Transaction, resource: ResourceRow, rule: LendingRuleRow): Promise<LendingEffectView> {
    const window = effectWindow(tx.now);
    const { share, times } = await this.shareOf(tx, resource, { rule, window });
    const had = await this.rules.hadWithin(tx, resource, [openTimes(alwaysOpen, window), ...times], window);
    return effectOf(window, share, had);
  }

  /** The share and the open times of its weeks or months, by the current hours. */
  private async shareOf(
    tx: Transaction,
    resource: ResourceRow,
    { rule: { reserved, changedAt }, window }: { readonly rule: LendingRuleRow; readonly window: Period },
  ): Promise<{ readonly share: ShareChange | null; readonly times: readonly string[] }> {
    if (reserved === null) return { share: null, times: [] };
    const reservedStretches = shareStretches(reserved.per, window, changedAt);
    const hours = await this.hours.of(tx, resource);
    const stretches = reservedStretches.map((one) => ({ ...one, openHours: openMs(hours, one) / hourMs }));
    return {
      share: { percent: reserved.percent, stretches },
      times: reservedStretches.map((one) => openTimes(hours, one)),
    };
  }
}
