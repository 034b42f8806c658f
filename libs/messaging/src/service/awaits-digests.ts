import { Injectable } from '@nestjs/common';
import {
  awaitAskedEvents,
  type AwaitedThingName,
  type AwaitsAsked,
} from '@gongxiang/contracts/notification/awaits';
import { type NotifyingService, notifyingServices } from '@gongxiang/contracts/notification/notice-raised';
import { hourMs } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import {
  Consumer,
  Consumes,
  OnDue,
  retellNext,
  scheduleNew,
  scheduleQuietly,
  tellDigest,
} from '../events/index.js';

/** Due work: tell in short what is open, once an hour. */
export const digestDue = 'awaits-digest';
/** Due work: tell all that is open anew, some at a time. */
export const retellingDue = 'awaits-retelling';

/** Until what is in flight has landed. */
const putOffMs = 600_000;

/** How far a retelling has come. */
interface Progress {
  readonly after?: AwaitedThingName | null;
}

/** Whether a service keeps what waits for people, and so has to tell digests of it. */
export function isNotifying(service: string): service is NotifyingService {
  return (notifyingServices as readonly string[]).includes(service);
}

/**
 * What every service that lets people be awaited does against drift: it tells a digest of what is open, and where
 * `notification` finds that its copy differs, all of it anew.
 */
export function awaitsDigests(service: NotifyingService): new (...args: never[]) => object {
  @Consumer('awaits-digests')
  @Injectable()
  class AwaitsDigests {
    @OnDue(digestDue)
    async tell(tx: Transaction, key: string): Promise<void> {
      const isPutOff = (await tellDigest(tx, service)) === 'put off';
      const at = new Date(tx.now.getTime() + (isPutOff ? putOffMs : hourMs));
      await scheduleQuietly(tx, { kind: digestDue, key, at });
    }

    /** One that is under way goes on: it tells the rest as it is now, and the next digest says whether that was enough. */
    @Consumes(awaitAskedEvents.asked)
    async asked(tx: Transaction, { service: whose }: AwaitsAsked): Promise<void> {
      if (whose === service) await scheduleNew(tx, [{ kind: retellingDue, key: 'all', at: tx.now }]);
    }

    @OnDue(retellingDue)
    async retell(tx: Transaction, key: string, payload: unknown): Promise<void> {
      const { after = null } = payload as Progress;
      const last = await retellNext(tx, service, after);
      if (last === null) return;
      const next =
        last === 'put off'
          ? { at: new Date(tx.now.getTime() + putOffMs), payload: { after } }
          : { at: tx.now, payload: { after: last } };
      await scheduleQuietly(tx, { kind: retellingDue, key, ...next });
    }
  }
  return AwaitsDigests;
}
