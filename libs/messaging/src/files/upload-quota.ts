import { jetstream, JetStreamApiError, jetstreamManager } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import { DomainError, shanghaiDate } from '@gongxiang/domain';
import { streamOfBucket } from '../provision/bucket-names.js';
import { uploadCounts } from '../provision/buckets.js';
import { reached } from './reached.js';
import type { Store } from '../events/store.js';

/** Somebody who uploads, and how much they may upload on one day. */
export interface Uploader {
  readonly personId: string;
  readonly bytesMax: number;
}

/** As many uploads of one person may begin at the same moment, at worst, without one of them being told to come again. */
const triesMax = 40;
const waitMs = 10;
const dayMs = 86_400_000;
/** What JetStream says where somebody else has counted since we looked. */
const countedMeanwhile = 10071;

/**
 * The bytes that each person uploads on a day of China. They are counted in NATS, as the gateway has no database: one message
 * per person and day, which is replaced only if nobody else has replaced it since it was read. So the count holds over all gateways.
 */
export class UploadQuota {
  constructor(private readonly store: Store) {}

  /**
   * Counts bytes before they come.
   * @throws DomainError `UPLOAD_QUOTA` (`megabytesMax`), until the day is over; `BUSY` where the same person begins too many
   * uploads at the same moment; `STORAGE_FULL`, `UNAVAILABLE`
   */
  async take({ personId, bytesMax }: Uploader, bytes: number, now: Date): Promise<void> {
    await this.count(personId, now, (sum) => {
      if (sum + bytes > bytesMax) throw quotaReached(bytesMax, now);
      return sum + bytes;
    });
  }

  /** Of what was taken, these bytes were not kept. @param now as it was when they were taken */
  async giveBack(personId: string, bytes: number, now: Date): Promise<void> {
    if (bytes !== 0) await this.count(personId, now, (sum) => Math.max(0, sum - bytes));
  }

  private async count(personId: string, now: Date, change: (sum: number) => number): Promise<void> {
    const subject = `$O.${uploadCounts.name}.M.${shanghaiDate(now)}.${personId}`;
    for (let tries = 0; tries < triesMax; tries += 1) {
      const { sum, place } = await this.last(subject);
      if (await this.replace(subject, change(sum), place)) return;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * waitMs * (tries + 1)));
    }
    throw new DomainError('BUSY', { retryAfterSeconds: 1 });
  }

  private async last(subject: string): Promise<{ readonly sum: number; readonly place: number }> {
    const manager = await jetstreamManager(this.store.nats, this.store.options);
    const stream = streamOfBucket(uploadCounts.name);
    const message = await reached(() => manager.direct.getMessage(stream, { last_by_subj: subject }));
    return message === null ? { sum: 0, place: 0 } : { sum: Number(message.string()), place: message.seq };
  }

  /** @returns false where another has done so meanwhile */
  private async replace(subject: string, sum: number, place: number): Promise<boolean> {
    const instead = headers();
    instead.set('Nats-Rollup', 'sub');
    const options = { headers: instead, expect: { lastSubjectSequence: place } };
    return reached(async () => {
      try {
        await jetstream(this.store.nats).publish(subject, String(sum), options);
        return true;
      } catch (error) {
        if (error instanceof JetStreamApiError && error.code === countedMeanwhile) return false;
        throw error;
      }
    });
  }
}

function quotaReached(bytesMax: number, now: Date): DomainError {
  const dayEnds = Date.parse(`${shanghaiDate(now)}T00:00:00+08:00`) + dayMs;
  return new DomainError('UPLOAD_QUOTA', {
    pointer: '/file',
    params: { megabytesMax: Math.floor(bytesMax / 1_000_000) },
    retryAfterSeconds: Math.ceil((dayEnds - now.getTime()) / 1_000),
  });
}
