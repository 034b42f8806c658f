import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { pictureBytesMax } from '@gongxiang/contracts';
import { DomainError } from '@gongxiang/domain';
import { OnDue, schedule, unschedule } from '@gongxiang/messaging/events';
import { FileStore } from '@gongxiang/messaging/files';
import { Places } from '@gongxiang/messaging/rpc';
import { LOGGER } from '@gongxiang/messaging/service';
import { continueTrace, type Logger } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import type { PictureFile } from './picture.entity.js';
import { requireBytes } from './picture-rules.js';
import { pressPicture, type PressedPicture } from './picture-press.js';

/** Due work: nobody refers to a file any more. */
const unneededDue = 'unneeded-file';
const retryMs = 3_600_000;
/** A picture of fifty megapixels takes some hundred megabytes while it is decoded. */
const pressesAtOnce = 2;
const pressesWaitingMax = 60;

export interface MadePicture extends Pick<PressedPicture, 'width' | 'height'> {
  readonly files: readonly PictureFile[];
}

/** Files of pictures: taken from the store, made anew, kept, and forgotten. Nothing here waits in a transaction. */
@Injectable()
export class PictureFiles {
  private readonly places = new Places(pressesAtOnce, pressesWaitingMax);

  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Makes a picture anew of an uploaded file. What it keeps goes by itself within the hour, unless somebody comes to refer
   * to it: see {@link need}.
   * @throws DomainError `PICTURE_FILE_MISSING`, as {@link pressPicture} does, as {@link Places.take} does
   */
  make(
    source: { readonly fileKey: string; readonly ownerId: string },
    deadline: number,
  ): Promise<MadePicture> {
    return this.places.take(deadline, async () => {
      const { files: pressed, width, height } = await pressPicture(await this.read(source));
      const files: PictureFile[] = [];
      for (const one of pressed) {
        const options = { bytesMax: pictureBytesMax, types: ['image/webp'], ownerId: source.ownerId };
        const { key, sha256, size } = await this.files.put(Readable.from([one.bytes]), options);
        files.push({ width: one.width, key, sha256, size });
      }
      await this.transactions.system(continueTrace(undefined), async (tx) => {
        const at = new Date(tx.now.getTime() + retryMs);
        for (const { key } of files) await schedule(tx, { kind: unneededDue, key, at });
      });
      return { files, width, height };
    });
  }

  /** Somebody refers to them from now on. */
  async need(tx: Transaction, files: readonly PictureFile[]): Promise<void> {
    for (const { key } of files) await unschedule(tx, unneededDue, key);
  }

  /** Nobody does any more. */
  async forget(tx: Transaction, keys: readonly string[]): Promise<void> {
    for (const key of keys) await schedule(tx, { kind: unneededDue, key, at: tx.now });
  }

  @OnDue(unneededDue)
  async drop(tx: Transaction, key: string): Promise<void> {
    // The store is reached after the commit, as it is another network; whoever dies on the way there comes again.
    await schedule(tx, { kind: unneededDue, key, at: new Date(tx.now.getTime() + retryMs) });
    tx.afterCommit(() => void this.remove(key));
  }

  private async read({ fileKey, ownerId }: { fileKey: string; ownerId: string }): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of await this.open(fileKey, ownerId)) {
      bytes += (chunk as Buffer).length;
      requireBytes(bytes);
      chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
  }

  private async open(fileKey: string, ownerId: string): Promise<Readable> {
    try {
      return await this.files.get(fileKey, ownerId);
    } catch (error) {
      const isGone = error instanceof DomainError && error.code === 'NOT_FOUND';
      throw isGone ? new DomainError('PICTURE_FILE_MISSING', { pointer: '/fileKey' }) : error;
    }
  }

  /** Never throws: nobody waits for it, and it is tried again. */
  private async remove(key: string): Promise<void> {
    try {
      await this.files.delete(key);
      await this.transactions.system(continueTrace(undefined), (tx) => unschedule(tx, unneededDue, key));
    } catch (error) {
      this.logger.warn({ key, reason: String(error) }, 'a file is left for another try');
    }
  }
}
