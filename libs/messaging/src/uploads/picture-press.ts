import { type PictureWidth, pictureWidths, picturePixelsMax } from '@gongxiang/contracts/words/uploads';
import { DomainError } from '@gongxiang/domain';
import { sniffType } from '../files/sniff-type.js';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { requireBytes, requirePicture, requirePixels } from './picture-bounds.js';

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
/** Inputs are read once, and each picture has a thread of its own already. */
sharp.cache(false);
sharp.concurrency(1);

/**
 * Re-encodes a picture, rotated for display, as WebP without metadata: no location, device, time or name. It works in
 * the library's threads; no lock is held meanwhile.
 * @throws DomainError `PICTURE_HEIC`, `PICTURE_FORMAT`, `PICTURE_TOO_LARGE`, `PICTURE_TOO_MANY_PIXELS`,
 * `PICTURE_UNREADABLE`
 */
export async function pressPicture(source: Buffer): Promise<PressedPicture> {
  requireBytes(source.length);
  requirePicture(sniffType(source));
  requirePixels(await headOf(source));
  try {
    return await pressed(source);
  } catch {
    throw unreadable(); // any library error means a broken file
  }
}

/** Reads only the header: the claimed size is checked before decoding. */
async function headOf(source: Buffer): Promise<Metadata> {
  try {
    return await sharp(source, { limitInputPixels: false }).metadata();
  } catch {
    throw unreadable();
  }
}

async function pressed(source: Buffer): Promise<PressedPicture> {
  const files: Pressed[] = [];
  let largest = { width: 0, height: 0 };
  for (const width of pictureWidths) {
    const { data, info } = await scaled(source, Number(width))
      .webp({ quality })
      .toBuffer({ resolveWithObject: true });
    files.push({ width, bytes: data });
    largest = { width: info.width, height: info.height };
  }
  return { ...largest, files };
}

function scaled(source: Buffer, width: number): Sharp {
  return sharp(source, { limitInputPixels: picturePixelsMax, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .toColourspace('srgb');
}

function unreadable(): DomainError {
  return new DomainError('PICTURE_UNREADABLE', { pointer: '/fileKey' });
}
