import { Injectable } from '@nestjs/common';
import type { AwaitsState, AwaitState } from '@gongxiang/contracts/notification/awaits';
import type { NoticeRule } from '@gongxiang/contracts/notification/kinds/notice-rule';
import { noticeRules } from '@gongxiang/contracts/notification/notice-kinds';
import type { NoticeRaised, NotifyingService } from '@gongxiang/contracts/notification/notice-raised';
import {
  type ListWaiting,
  waitingContract,
  type WaitingPage,
} from '@gongxiang/contracts/notification/waiting.contract';
import { type CallContext, dayMs, newId } from '@gongxiang/domain';
import { type DueWork, OnDue, Push, schedule, scheduleAll } from '@gongxiang/messaging/events';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { NoticeDelivery } from '../../inbox/notice/notice-delivery.js';
import { expectAwaited, newlyAwaitedDue, officesMovedDue } from '../../reference/reference.consumer.js';
import { causeOfAwait } from '../../words/await-cause.js';
import { actions } from '../actions.js';
import { awaitChanges } from './await-changes.model.js';
import type { AwaitingRow } from './awaiting.entity.js';
import { AwaitingRepository, type Thing } from './awaiting.repository.js';
import { waitingCountOf, waitingViewOf } from './awaiting.view.js';
import { type Reminder, remindersOf } from './deadline.model.js';

/** Due work: what is known of things that nothing waits for any more is removed, once a day. */
export const thingErasureDue = 'awaited-thing-erasure';

/** Due work: remind of the deadline of something that waits. Its key is that. */
export const deadlineDue = 'await-deadline';

/** Longer than any event is on its way. */
const thingRetentionDays = 30;
const erasedPerStep = 5_000;

/** What waits for whom: told by the services, read by everybody for themselves. */
@Injectable()
export class AwaitingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly awaiting: AwaitingRepository,
    private readonly delivery: NoticeDelivery,
    private readonly push: Push,
  ) {}

  @Handles(waitingContract.list)
  list(request: ListWaiting, call: CallContext): Promise<WaitingPage> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.readOwnWaiting, {});
      const rows = await this.awaiting.list(tx, tx.personId, request);
      const page = toPage(rows, {
        limit: request.limit,
        cursorOf: ({ dueAt, id }) => [dueAt?.toISOString() ?? 'infinity', id],
      });
      const counts = await this.awaiting.counts(tx, tx.personId);
      return {
        items: page.items.map((line) => waitingViewOf(line, tx)),
        nextCursor: page.nextCursor,
        counts: counts.map((one) => waitingCountOf(one, tx)),
        total: counts.reduce((sum, { count }) => sum + count, 0),
      };
    });
  }

  /** Whom something new waits for is notified; the notice of what is done counts as read. */
  async take(tx: Transaction, service: NotifyingService, state: AwaitsState): Promise<void> {
    const thing: Thing = { service, subject: state.subject, id: state.id };
    await this.awaiting.whilePlacing(tx);
    if (await this.awaiting.isNewer(tx, thing, state.version)) await this.apply(tx, thing, state);
  }

  /** @param thing locked by having got this version, {@link AwaitingRepository.whilePlacing} */
  async apply(
    tx: Transaction,
    thing: Thing,
    { id, version, awaits }: Omit<AwaitsState, 'subject'>,
  ): Promise<void> {
    const { begun, lasting, done } = awaitChanges(await this.awaiting.ofThing(tx, thing), awaits);
    const lastingIds = lasting.map((one) => one.id);
    const before = await this.awaiting.peopleOf(tx, done);
    const beforeOfLasting = new Set(await this.awaiting.peopleOf(tx, lastingIds));
    await this.awaiting.remove(tx, done);
    await this.delivery.settle(tx, done.flatMap(causesOf));
    const fresh = begun.map((one) => ({ ...one, id: newId() }));
    for (const one of [...lasting, ...fresh]) await this.awaiting.store(tx, thing, one);
    for (const one of fresh) await this.notify(tx, one);
    const freshIds = fresh.map((one) => one.id);
    await scheduleAll(
      tx,
      (await this.awaiting.find(tx, [...lastingIds, ...freshIds])).flatMap((row) =>
        nextReminderOf(row, tx.now),
      ),
    );
    const ofLasting = await this.awaiting.peopleOf(tx, lastingIds);
    await expectAwaited(
      tx,
      ofLasting.filter((personId) => !beforeOfLasting.has(personId)),
    );
    const after = [...ofLasting, ...(await this.awaiting.peopleOf(tx, freshIds))];
    this.push.hint(tx, [...new Set([...before, ...beforeOfLasting, ...after])], {
      resource: 'waiting',
      id,
      version,
    });
  }

  private notify(
    tx: Transaction,
    { id, kind, dueAt: _dueAt, slot: _slot, ...notice }: AwaitState & { id: string },
  ): Promise<void> {
    return this.delivery.deliver(tx, { ...notice, kind, cause: causeOfAwait(id), textId: null, until: null });
  }

  /** Reminds whom it waits for now, of what still waits. */
  @OnDue(deadlineDue)
  async remind(tx: Transaction, id: string): Promise<void> {
    const [row] = await this.awaiting.find(tx, [id]);
    if (row === undefined) return;
    const reminder = remindersFor(row).findLast(({ at }) => at <= tx.now);
    await scheduleAll(tx, nextReminderOf(row, tx.now));
    if (reminder === undefined) return;
    const { kind, why, about, title, timeZone } = row;
    await this.delivery.deliver(tx, {
      kind,
      why,
      about,
      title,
      timeZone,
      values: { ...row.values, deadline: reminder.word },
      personIds: await this.awaiting.peopleOf(tx, [id]),
      offices: null,
      cause: causeOfAwait(id, reminder.word),
      textId: null,
      until: null,
    });
  }

  /** Who is nearest may be another now. */
  @OnDue(officesMovedDue)
  async placeOffices(tx: Transaction, unionId: string): Promise<void> {
    await expectAwaited(tx, await this.awaiting.placeOffices(tx, unionId));
  }

  /** One thing is told with its own words; several are one notice, as they are listed where it leads. */
  @OnDue(newlyAwaitedDue)
  async tellUntold(tx: Transaction, personId: string): Promise<void> {
    const rows = await this.awaiting.takeUntold(tx, personId);
    const [first, ...more] = rows.sort((one, other) => (one.id < other.id ? -1 : 1));
    if (first === undefined) return;
    const { kind, why, about, title, values, timeZone } = first;
    const notice: Pick<NoticeRaised, 'kind' | 'why' | 'about' | 'title' | 'values' | 'cause'> =
      more.length === 0
        ? { kind, why, about, title, values, cause: causeOfAwait(first.id) }
        : {
            kind: 'officeWaits',
            why: 'aboutYou',
            about: {},
            title: null,
            values: { count: String(rows.length) },
            cause: `awaits/${first.id}`,
          };
    await this.delivery.deliver(tx, {
      ...notice,
      timeZone,
      personIds: [personId],
      offices: null,
      textId: null,
      until: null,
    });
  }

  @OnDue(thingErasureDue)
  async erase(tx: Transaction, key: string): Promise<void> {
    const before = new Date(tx.now.getTime() - thingRetentionDays * dayMs);
    const gone = await this.awaiting.eraseThings(tx, before, erasedPerStep);
    const at = gone < erasedPerStep ? new Date(tx.now.getTime() + dayMs) : tx.now;
    await schedule(tx, { kind: thingErasureDue, key, at });
  }
}

/** Of its notice and of the reminders of it. */
function causesOf(id: string): string[] {
  return [causeOfAwait(id), causeOfAwait(id, 'near'), causeOfAwait(id, 'passed')];
}

/** None where its service reminds of it. */
function remindersFor(row: AwaitingRow): Reminder[] {
  const rule: NoticeRule = noticeRules[row.kind];
  return rule.remindsItself ? [] : remindersOf(row);
}

function nextReminderOf(row: AwaitingRow, now: Date): DueWork[] {
  const next = remindersFor(row).find(({ at }) => at > now);
  return next === undefined ? [] : [{ kind: deadlineDue, key: row.id, at: next.at }];
}
