import { Injectable } from '@nestjs/common';
import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import { dayMs, type Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { checkOpen, type OpeningHours } from '../resource/opening-hours.model.js';
import { OpeningHoursRepository } from '../resource/opening-hours.repository.js';
import type { ResourceRow } from '../resource/resource.entity.js';
import {
  checkAhead,
  checkFairUse,
  checkReserved,
  isSmall,
  type LendingRule,
  stretchesOf,
} from './lending-rule.model.js';
import { LendingRuleRepository } from './lending-rule.repository.js';

/** A requested time, for a union. */
export interface AskedTime {
  readonly resource: ResourceRow;
  readonly borrower: { readonly unionId: string; readonly sizeClass: SizeClassName | null };
  readonly period: Period;
  /** The loan that would get this time instead of its own; null for a new one. */
  readonly loanId: string | null;
  /** False if the start stays: then notice periods do not apply. */
  readonly isNewStart: boolean;
}

/**
 * The one guard of times, for every way of requesting one (E51): a request, an extension, a move, a day of a series,
 * an imported row, an offer. The owner is bound only by the opening hours.
 */
@Injectable()
export class TimeRules {
  constructor(
    private readonly hours: OpeningHoursRepository,
    private readonly rules: LendingRuleRepository,
  ) {}

  /**
   * The caller holds the lock of the resource.
   * @throws DomainError `OUTSIDE_OPENING_HOURS`, `OPENING_HOURS_TOO_SHORT`, `TOO_EARLY_FOR_YOU`, `TOO_SHORT_NOTICE`,
   *   `RESERVED_FOR_SMALL`, `FAIR_USE`, `FAIR_USE_LOAN_TOO_LONG`
   */
  async check(tx: Transaction, asked: AskedTime): Promise<void> {
    const { resource, borrower, period } = asked;
    const hours = await this.hoursOf(tx, resource);
    checkOpen(hours, period);
    if (borrower.unionId === resource.ownerUnionId) return;
    const rule = await this.ruleOf(tx, resource);
    const small = isSmall(borrower.sizeClass);
    if (asked.isNewStart) checkAhead(rule, period.start, small, tx.now);
    if (small) return;
    await this.checkShare(tx, asked, { rule, hours });
    await this.checkUse(tx, asked, rule);
  }

  /** Reads the rules of a resource. @returns whether loans of others affect the next request */
  async readAhead(tx: Transaction, resource: ResourceRow): Promise<boolean> {
    const [{ reserved, fairUse }] = await Promise.all([
      this.ruleOf(tx, resource),
      this.hoursOf(tx, resource),
    ]);
    return reserved !== null || fairUse !== null;
  }

  private hoursOf(tx: Transaction, resource: ResourceRow): Promise<OpeningHours> {
    return tx.once(`opening hours of ${resource.id}`, () => this.hours.of(tx, resource));
  }

  private ruleOf(tx: Transaction, resource: ResourceRow): Promise<LendingRule> {
    return tx.once(`lending rule of ${resource.id}`, () => this.rules.of(tx, resource));
  }

  private async checkShare(
    tx: Transaction,
    { resource, period, loanId }: AskedTime,
    { rule: { reserved }, hours }: { readonly rule: LendingRule; readonly hours: OpeningHours },
  ): Promise<void> {
    if (reserved === null) return;
    const stretches = stretchesOf(period, reserved.per);
    const window = { start: stretches[0]?.start ?? period.start, end: stretches.at(-1)?.end ?? period.end };
    const taken = await this.rules.takenByLarge(tx, resource, { window, exceptLoanId: loanId });
    checkReserved(reserved, { period, taken, now: tx.now }, hours);
  }

  private async checkUse(
    tx: Transaction,
    { resource, borrower, period, loanId }: AskedTime,
    { fairUse }: LendingRule,
  ): Promise<void> {
    if (fairUse === null) return;
    // Everything that shares a window of the rule, or a gap, with the period.
    const aroundMs = fairUse.periodDays * dayMs + (fairUse.gapHours ?? 0) * 3_600_000;
    const window = {
      start: new Date(period.start.getTime() - aroundMs),
      end: new Date(period.end.getTime() + aroundMs),
    };
    const of = { resourceId: resource.id, borrowerUnionId: borrower.unionId };
    const others = await this.rules.loansOf(tx, of, { window, exceptLoanId: loanId });
    checkFairUse(fairUse, period, others);
  }
}
