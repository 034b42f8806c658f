import { type PictureWidth, pictureWidths } from '@gongxiang/contracts/words/uploads';
import type { Sharp } from 'sharp';
import { encodeAnew } from './picture-source.js';

/** A picture re-encoded in one width. */
export interface Pressed {
  readonly width: PictureWidth;
  readonly bytes: Buffer;
}

export interface PressedPicture {
  /** Of the largest, in pixels, after rotation. */
  readonly width: number;
  readonly height: number;
  readonly files: readonly Pressed[];
}

/** Indistinguishable from the original on a phone or screen. */
const quality = 80;

/**
 * Re-encodes a picture, rotated for display, as WebP without metadata: no location, device, time or name. It works in
 * the library's threads; no lock is held meanwhile.
 * @throws DomainError as {@link encodeAnew} does
 */
export function pressPicture(source: Buffer): Promise<PressedPicture> {
  return encodeAnew(source, pressed);
}

async function pressed(open: () => Sharp): Promise<PressedPicture> {
  const files: Pressed[] = [];
  let largest = { width: 0, height: 0 };
  for (const width of pictureWidths) {
    const { data, info } = await open()
      .resize({ width: Number(width), withoutEnlargement: true })
      .webp({ quality })
      .toBuffer({ resolveWithObject: true });
    files.push({ width, bytes: data });
    largest = { width: info.width, height: info.height };
  }
  return { ...largest, files };
}
