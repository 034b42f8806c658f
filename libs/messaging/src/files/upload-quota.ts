import { jetstream, JetStreamApiError, jetstreamManager } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import { daysAfter, DomainError, shanghaiDate, shanghaiMidnight } from '@gongxiang/domain';
import { streamOfBucket } from '../provision/bucket-names.js';
import { uploadCounts } from '../provision/buckets.js';
import { withStoreErrors } from './store-errors.js';
import type { Store } from '../events/store.js';

/** A person who uploads, and their limit per day. */
export interface Uploader {
  readonly personId: string;
  readonly bytesMax: number;
}

/**
 * Bounds concurrent uploads of one person: this many may start at the same moment before one is refused with `BUSY`.
 */
const attemptsMax = 40;
const waitMs = 10;
/** JetStream error code for a sequence mismatch: a concurrent update came first. */
const sequenceMismatch = 10071;

/**
 * The bytes that each person uploads per day (China time). The count is stored in NATS, as the gateway has no
 * database: one message per person and day, replaced only if it is unchanged since it was read. So it holds across
 * all gateways.
 */
export class UploadQuota {
  constructor(private readonly store: Store) {}

  /**
   * Counts bytes before they arrive.
   * @throws DomainError `UPLOAD_QUOTA` (`megabytesMax`), until the day is over; `BUSY` if the same person starts too
   * many uploads at the same moment; `STORAGE_FULL`, `UNAVAILABLE`
   */
  async take({ personId, bytesMax }: Uploader, bytes: number, now: Date): Promise<void> {
    await this.count(personId, now, (sum) => {
      if (sum + bytes > bytesMax) throw quotaReached(bytesMax, now);
      return sum + bytes;
    });
  }

  /** Refunds counted bytes that were not stored. @param now the same moment as when they were counted */
  async refund(personId: string, bytes: number, now: Date): Promise<void> {
    if (bytes !== 0) await this.count(personId, now, (sum) => Math.max(0, sum - bytes));
  }

  private async count(personId: string, now: Date, change: (sum: number) => number): Promise<void> {
    const subject = `$O.${uploadCounts.name}.M.${shanghaiDate(now)}.${personId}`;
    for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
      const { sum, sequence } = await this.last(subject);
      if (await this.replace(subject, change(sum), sequence)) return;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * waitMs * (attempt + 1)));
    }
    throw new DomainError('BUSY', { retryAfterSeconds: 1 });
  }

  private async last(subject: string): Promise<{ readonly sum: number; readonly sequence: number }> {
    const manager = await jetstreamManager(this.store.nats, this.store.options);
    const stream = streamOfBucket(uploadCounts.name);
    const message = await withStoreErrors(() => manager.direct.getMessage(stream, { last_by_subj: subject }));
    return message === null
      ? { sum: 0, sequence: 0 }
      : { sum: Number(message.string()), sequence: message.seq };
  }

  /** @returns false if a concurrent update came first */
  private async replace(subject: string, sum: number, sequence: number): Promise<boolean> {
    const rollup = headers();
    rollup.set('Nats-Rollup', 'sub');
    const options = { headers: rollup, expect: { lastSubjectSequence: sequence } };
    return withStoreErrors(async () => {
      try {
        await jetstream(this.store.nats).publish(subject, String(sum), options);
        return true;
      } catch (error) {
        if (error instanceof JetStreamApiError && error.code === sequenceMismatch) return false;
        throw error;
      }
    });
  }
}

function quotaReached(bytesMax: number, now: Date): DomainError {
  const dayEnds = shanghaiMidnight(daysAfter(shanghaiDate(now), 1)).getTime();
  return new DomainError('UPLOAD_QUOTA', {
    pointer: '/file',
    params: { megabytesMax: Math.floor(bytesMax / 1_000_000) },
    retryAfterSeconds: Math.ceil((dayEnds - now.getTime()) / 1_000),
  });
}
