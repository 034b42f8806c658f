import { Injectable } from '@nestjs/common';
import {
  lendingRuleContract,
  type LendingRuleRequest,
  type LendingRuleView,
  type SetLendingRuleRequest,
} from '@gongxiang/contracts/sharing/lending/lending-rule.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { authoriseMatter } from '../../reference/delegation/delegated.js';
import { actions } from '../actions.js';
import { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { BookingService } from '../resource/booking.service.js';
import type { ResourceRow } from '../resource/resource.entity.js';
import { managedBy } from '../resource/resource.model.js';
import { timeFreed } from '../resource/time-freed.js';
import { LendingEffectReader } from './lending-effect-reader.js';
import type { LendingRuleRow } from './lending-rule.entity.js';
import {
  bookableFrom,
  bookableUntil,
  checkRule,
  isSmall,
  type LendingRule,
  noRule,
} from './lending-rule.model.js';
import { LendingRuleRepository } from './lending-rule.repository.js';

/**
 * Who may request when, and how much: shown to everybody with its effect, and enforced for every way of requesting a
 * time.
 */
@Injectable()
export class LendingRuleService {
  constructor(
    private readonly transactions: Transactions,
    private readonly booking: BookingService,
    private readonly rules: LendingRuleRepository,
    private readonly references: ReferenceRepository,
    private readonly effects: LendingEffectReader,
  ) {}

  @Handles(lendingRuleContract.get)
  get(request: LendingRuleRequest, call: CallContext): Promise<LendingRuleView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeResource, {});
      const resource = await this.booking.find(tx, request.resourceId);
      if (resource === null) throw new DomainError('NOT_FOUND');
      return this.view(tx, resource, await this.rules.find(tx, resource));
    });
  }

  /** New rules apply to requests, extensions and moves from then on. */
  @Handles(lendingRuleContract.set)
  set(request: SetLendingRuleRequest, call: CallContext): Promise<Outcome<LendingRuleView>> {
    return this.transactions.command(call, lendingRuleContract.set, request, async (tx) => {
      const { resource } = await this.booking.lock(tx, request.resourceId);
      const owner = await this.references.union(tx, resource.ownerUnionId);
      await authoriseMatter(tx, actions.manageResource, managedBy(resource, owner.path));
      const before = await this.rules.find(tx, { id: resource.id, partOfId: null });
      const version = before?.version ?? 0;
      requireVersion(tx, version);
      const rule = ruleOf(request);
      checkRule(rule);
      const changed = { changedBy: tx.personId, changedAt: tx.now };
      const row: LendingRuleRow = { resourceId: resource.id, version: version + 1, ...rule, ...changed };
      await this.rules.save(tx, row);
      await timeFreed(tx, resource);
      tx.audit({
        noun: 'lendingRule',
        id: resource.id,
        before: before && { ...partsOf(before) },
        after: { ...rule },
      });
      return this.view(tx, resource, row);
    });
  }

  private async view(
    tx: Transaction,
    resource: ResourceRow,
    row: LendingRuleRow | null,
  ): Promise<LendingRuleView> {
    const rule = partsOf(row ?? noRule);
    const isOwn = row?.resourceId === resource.id;
    return {
      resourceId: resource.id,
      version: isOwn ? row.version : 0,
      ofWholeId: row === null || isOwn ? null : row.resourceId,
      ...rule,
      reserved: rule.reserved && { ...rule.reserved },
      fairUse: rule.fairUse && { ...rule.fairUse },
      mine: await this.mine(tx, rule),
      effect: row && (await this.effects.of(tx, resource, row)),
    };
  }

  private async mine(tx: Transaction, rule: LendingRule): Promise<LendingRuleView['mine']> {
    const unionId = tx.call.actor?.unionId ?? null;
    const union = unionId === null ? null : await tx.sql.findOneBy(UnionRef, { id: unionId });
    if (union === null) return null;
    const small = isSmall(union.sizeClass);
    return {
      isSmall: small,
      bookableFrom: bookableFrom(rule, tx.now).toISOString(),
      bookableUntil: bookableUntil(rule, tx.now, small)?.toISOString() ?? null,
    };
  }
}

function ruleOf(request: SetLendingRuleRequest): LendingRule {
  const { bookableDaysAhead, noticeHours, smallEarlierDays, reserved, fairUse } = request;
  return {
    bookableDaysAhead: bookableDaysAhead ?? null,
    noticeHours,
    smallEarlierDays,
    reserved: reserved
      ? { percent: reserved.percent, per: reserved.per, releasedDaysBefore: reserved.releasedDaysBefore }
      : null,
    fairUse: fairUse
      ? {
          periodDays: fairUse.periodDays,
          loansMax: fairUse.loansMax ?? null,
          hoursMax: fairUse.hoursMax ?? null,
          gapHours: fairUse.gapHours ?? null,
        }
      : null,
  };
}

function partsOf(rule: LendingRule): LendingRule {
  const { bookableDaysAhead, noticeHours, smallEarlierDays, reserved, fairUse } = rule;
  return { bookableDaysAhead, noticeHours, smallEarlierDays, reserved, fairUse };
}
