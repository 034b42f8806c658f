import { picturePixelsMax } from '@gongxiang/contracts/words/uploads';
import { DomainError } from '@gongxiang/domain';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { sniffType } from '../files/sniff-type.js';
import { requireBytes, requirePicture, requirePixels } from './picture-bounds.js';

/** Inputs are read once, and each picture has a thread of its own already. */
sharp.cache(false);
sharp.concurrency(1);

/**
 * Checks an uploaded picture, the claimed size before any of it is decoded, and encodes it anew.
 * @param encode gets a function that opens the picture, rotated for display and in sRGB, once per file to be made; any
 * error of the library in it means a broken file
 * @throws DomainError `PICTURE_HEIC`, `PICTURE_FORMAT`, `PICTURE_TOO_LARGE`, `PICTURE_TOO_MANY_PIXELS`,
 * `PICTURE_UNREADABLE`
 */
export async function encodeAnew<Result>(
  source: Buffer,
  encode: (open: () => Sharp) => Promise<Result>,
): Promise<Result> {
  requireBytes(source.length);
  requirePicture(sniffType(source));
  requirePixels(await headOf(source));
  try {
    return await encode(() => upright(source));
  } catch {
    throw unreadable();
  }
}

/** Reads only the header. */
async function headOf(source: Buffer): Promise<Metadata> {
  try {
    return await sharp(source, { limitInputPixels: false }).metadata();
  } catch {
    throw unreadable();
  }
}

function upright(source: Buffer): Sharp {
  return sharp(source, { limitInputPixels: picturePixelsMax, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .toColourspace('srgb');
}

function unreadable(): DomainError {
  return new DomainError('PICTURE_UNREADABLE', { pointer: '/fileKey' });
}
