import { Injectable } from '@nestjs/common';
import { affairsEvents } from '@gongxiang/contracts/affairs/affairs-events';
import { shanghaiDate } from '@gongxiang/domain';
import { OnDue, recordEvent, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { HouseholdRepository } from '../household/household.repository.js';
import {
  type FollowingMatters,
  handlersChangedDue,
  planFollowing,
} from '../service-handler/service-handler.service.js';
import { ServiceItemRepository } from '../service-item/service-item.repository.js';
import { deadlineAfter, missedFrom } from '../term.model.js';
import { isFollowUpDue } from './follow-up.model.js';
import { closesAt, courseOf, dueOf, escalationsMax, resumed } from './matter.model.js';
import { MatterRepository } from './matter.repository.js';
import { matterDue, MatterWriter } from './matter-writer.js';

/** Matters that follow who is named in one step: a transaction of its own. */
const followedPerStep = 200;

/** What becomes of a matter by itself. Whoever acts at the same moment comes first or after: the row is locked. */
@Injectable()
export class MatterDueWork {
  constructor(
    private readonly matters: MatterRepository,
    private readonly services: ServiceItemRepository,
    private readonly references: ReferenceRepository,
    private readonly writer: MatterWriter,
    private readonly households: HouseholdRepository,
  ) {}

  /** Nobody acted in time: it is brought before the next union above, and again after as long as somebody had to take it. */
  @OnDue(matterDue.missed)
  async missed(tx: Transaction, id: string): Promise<void> {
    const before = await this.matters.lock(tx, id);
    const due = before && dueOf(before);
    if (before === null || due === null || due >= tx.now || before.escalations >= escalationsMax) return;
    const last = await this.references.findUnion(tx, before.escalatedTo ?? before.unionId);
    const above = last && (await this.references.unionAbove(tx, last.path));
    if (above === null) return;
    const { acceptWithin } = await this.services.edition(tx, before.serviceId, before.edition);
    const changes = { escalatedTo: above.id, escalations: before.escalations + 1 };
    await this.writer.save(tx, before, changes, { event: 'escalated', unionId: above.id });
    await schedule(tx, {
      kind: matterDue.missed,
      key: id,
      at: missedFrom(deadlineAfter(tx.now, acceptWithin)),
    });
  }

  /** People were named for a service, or are not any more: what is not over follows, step by step. */
  @OnDue(handlersChangedDue)
  async handlersChanged(tx: Transaction, _key: string, payload: unknown): Promise<void> {
    const { serviceId, unionId, afterId } = payload as FollowingMatters;
    const union = await this.references.findUnion(tx, unionId);
    if (union === null) return;
    const part = { serviceId, path: union.path, afterId, limit: followedPerStep };
    const ids = await this.matters.openOfNamed(tx, part);
    for (const id of ids) await this.writer.follow(tx, id);
    const last = ids.at(-1);
    if (last !== undefined && ids.length === followedPerStep)
      await planFollowing(tx, { serviceId, unionId, afterId: last });
  }

  /**
   * Publishes how it goes, for whoever counts. As due work, because an event names who caused it, and nobody elsewhere is to learn
   * who brought or rated a matter.
   */
  @OnDue(matterDue.course)
  async course(tx: Transaction, id: string): Promise<void> {
    const row = await this.matters.findRow(tx, id);
    if (row !== null) await recordEvent(tx, affairsEvents.matterChanged, id, courseOf(row));
  }

  /** More people are concerned: whoever of them has it in hand, or one that goes by the same plan, has it no more. */
  @OnDue(matterDue.concerned)
  async concerned(tx: Transaction, id: string): Promise<void> {
    const row = await this.matters.findRow(tx, id);
    if (row === null) return;
    const { householdPlanId } = row;
    const ids = householdPlanId === null ? [id] : await this.households.goingBy(tx, householdPlanId);
    for (const one of ids) await this.writer.follow(tx, one);
  }

  @OnDue(matterDue.resume)
  async resume(tx: Transaction, id: string): Promise<void> {
    const before = await this.matters.lock(tx, id);
    if (before?.state !== 'held' || before.heldUntil === null || before.heldUntil > shanghaiDate(tx.now))
      return;
    await this.writer.save(tx, before, resumed(before, tx.now), { event: 'resumed' });
  }

  /** The next one is due: it waits for those who deal with such matters. */
  @OnDue(matterDue.followUp)
  async followUp(tx: Transaction, id: string): Promise<void> {
    const row = await this.matters.lock(tx, id);
    if (row !== null && isFollowUpDue(row, tx.now)) await this.writer.tellAgain(tx, row);
  }

  @OnDue(matterDue.close)
  async close(tx: Transaction, id: string): Promise<void> {
    const before = await this.matters.lock(tx, id);
    if (before?.state !== 'decided' || before.decidedAt === null || closesAt(before.decidedAt) > tx.now)
      return;
    await this.writer.save(tx, before, { state: 'closed', endedAt: tx.now }, { event: 'closed' });
  }
}
