import { Injectable } from '@nestjs/common';
import type { Sharp } from 'sharp';
import { sniffType } from '../files/sniff-type.js';
import { type FairTurns, fairTurns, type TaskRequester } from '../threads/fair-turns.js';
import { encodeAnew } from './picture-source.js';

/** A picture of fifty megapixels takes some hundred megabytes while it is decoded. */
const atOnce = 2;
const waitingMax = 60;
/** High enough that nobody sees a difference in what is judged by its looks. */
const quality = 90;
const preview = { quality: 80, sideMax: 640 };

export interface BarePicture {
  readonly bytes: Buffer;
  /** As WebP of 640 pixels on its longer side, or fewer: for lists. */
  readonly preview: Buffer;
}

/**
 * Encodes a picture anew in its own format, with a preview, rotated for display and without metadata: no location, device, time or
 * name. Of an animation the first frame is left.
 * @throws DomainError as {@link encodeAnew} does
 */
export function barePicture(source: Buffer): Promise<BarePicture> {
  return encodeAnew(source, async (open) => ({
    bytes: await inFormat(open(), sniffType(source)).toBuffer(),
    preview: await previewOf(open()).toBuffer(),
  }));
}

function previewOf(picture: Sharp): Sharp {
  const { sideMax, quality: previewQuality } = preview;
  return picture
    .resize({ width: sideMax, height: sideMax, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: previewQuality });
}

function inFormat(picture: Sharp, contentType: string): Sharp {
  switch (contentType) {
    case 'image/png':
      return picture.png();
    case 'image/webp':
      return picture.webp({ quality });
    default:
      // Full colour resolution, as small red print is what subsampling spoils first.
      return picture.jpeg({ quality, chromaSubsampling: '4:4:4' });
  }
}

/** Encodes pictures anew, a few at a time. */
@Injectable()
export class BarePictures {
  private readonly turns: FairTurns = fairTurns(atOnce, waitingMax);

  /** @throws DomainError as {@link barePicture} does, `BUSY` if the person has too many under way, `TIME_UP` */
  make(source: Buffer, requester: TaskRequester): Promise<BarePicture> {
    return this.turns.take(requester, () => barePicture(source));
  }
}
