import type { PictureWidth } from '@gongxiang/contracts/words/uploads';
import { Injectable } from '@nestjs/common';
import { StoredFiles } from '../files/stored-files.js';
import { fairTurns } from '../threads/fair-turns.js';
import type { Transaction } from '@gongxiang/persistence';
import { requireBytes } from './picture-bounds.js';
import { pressPicture, type PressedPicture } from './picture-press.js';

/** A picture of fifty megapixels takes some hundred megabytes while it is decoded. */
const pressesAtOnce = 2;
const pressesWaitingMax = 60;

/** One of the files rendered from a picture. */
export interface PictureFile {
  readonly width: PictureWidth;
  readonly key: string;
  readonly sha256: string;
  readonly size: number;
}

export interface RenderedPicture extends Pick<PressedPicture, 'width' | 'height'> {
  readonly files: readonly PictureFile[];
}

/** An upload to render, and its purpose. */
interface PictureSource {
  readonly fileKey: string;
  readonly ownerId: string;
  readonly aboutId: string;
}

/** Re-encodes uploaded pictures, a few at a time. Nothing here waits within a transaction. */
@Injectable()
export class PictureFiles {
  private readonly turns = fairTurns(pressesAtOnce, pressesWaitingMax);

  constructor(private readonly store: StoredFiles) {}

  /**
   * The files are removed within the hour unless referenced: see {@link need}.
   * @throws DomainError `PICTURE_FILE_MISSING`, as {@link pressPicture} does, `BUSY` if the owner has too many under
   * way, `TIME_UP`
   */
  render(source: PictureSource, deadline: number): Promise<RenderedPicture> {
    const { fileKey, ownerId, aboutId } = source;
    return this.turns.take({ person: ownerId, deadline }, async () => {
      const upload = { fileKey, ownerId, missing: 'PICTURE_FILE_MISSING', requireBytes } as const;
      const { files: pressed, width, height } = await pressPicture(await this.store.read(upload));
      const contents = pressed.map(({ bytes }) => ({ bytes, type: 'image/webp' }));
      const stored = await this.store.store(contents, { ownerId, aboutId });
      const files = pressed.flatMap((one, index) => {
        const file = stored[index];
        return file === undefined ? [] : [{ width: one.width, ...file }];
      });
      return { files, width, height };
    });
  }

  /** Marks them as referenced. */
  need(tx: Transaction, files: readonly PictureFile[]): Promise<void> {
    return this.store.need(tx, files);
  }

  /** Marks them as no longer referenced. */
  forget(tx: Transaction, keys: readonly string[]): Promise<void> {
    return this.store.forget(tx, keys);
  }
}
