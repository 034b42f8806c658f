import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type CallContext, DomainError, hourMs } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import { FileDrops, FileStore, readUpload, sniffType } from '@gongxiang/messaging/files';
import { continueTrace } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { erasureTime } from './correction.model.js';
import { CorrectionRepository } from './correction.repository.js';

export interface Paper {
  readonly key: string;
  readonly sha256: string;
}

const paperKind = 'correction-paper';
const paperBytesMax = 10 * 1024 * 1024;
const paperTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];

/**
 * Pictures of papers, such as an identity card. They are what others would misuse most, so one that no correction
 * refers to is deleted within the hour, any other 30 days after the decision.
 */
@Injectable()
export class CorrectionPapers {
  constructor(
    private readonly transactions: Transactions,
    private readonly corrections: CorrectionRepository,
    private readonly files: FileStore,
    private readonly drops: FileDrops,
  ) {}

  /**
   * Checks an upload of the caller's, and schedules its deletion unless a correction refers to it by then.
   * @throws DomainError `CORRECTION_PAPER_MISSING`, `CORRECTION_PAPER_FORMAT` at `/fileKey`
   */
  async take(call: CallContext, fileKey: string): Promise<Paper> {
    const ownerId = call.actor?.personId;
    if (ownerId === undefined) throw new DomainError('NOT_SIGNED_IN');
    const bytes = await readUpload(this.files, {
      fileKey,
      ownerId,
      missing: 'CORRECTION_PAPER_MISSING',
      requireBytes,
    });
    if (!paperTypes.includes(sniffType(bytes.subarray(0, 512)))) throw wrongFormat();
    await this.transactions.system(continueTrace(undefined), (tx) =>
      schedule(tx, { kind: paperKind, key: fileKey, at: new Date(tx.now.getTime() + hourMs) }),
    );
    return { key: fileKey, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  /** Starts the period after which the picture is deleted. */
  async beginRetention(tx: Transaction, fileKey: string): Promise<void> {
    await schedule(tx, { kind: paperKind, key: fileKey, at: erasureTime(tx.now) });
  }

  /** Deletes the picture at once, whatever refers to it. */
  async dropNow(tx: Transaction, fileKey: string): Promise<void> {
    await this.drops.drop(tx, { kind: paperKind, key: fileKey }, fileKey);
  }

  @OnDue(paperKind)
  async drop(tx: Transaction, fileKey: string): Promise<void> {
    const row = await this.corrections.lockByPaper(tx, fileKey);
    // The decision begins the period.
    if (row !== null && row.decidedAt === null) return;
    if (row !== null && row.decidedAt !== null) {
      const at = erasureTime(row.decidedAt);
      if (at > tx.now) return schedule(tx, { kind: paperKind, key: fileKey, at });
      await this.corrections.update(tx, { ...row, paperKey: null, paperSha256: null });
    }
    await this.drops.drop(tx, { kind: paperKind, key: fileKey }, fileKey);
  }
}

function requireBytes(bytes: number): void {
  if (bytes > paperBytesMax) throw wrongFormat();
}

function wrongFormat(): DomainError {
  return new DomainError('CORRECTION_PAPER_FORMAT', { pointer: '/fileKey' });
}
