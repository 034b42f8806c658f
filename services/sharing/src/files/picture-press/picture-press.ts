import {
  type PictureWidth,
  pictureWidths,
  picturePixelsMax,
} from '@gongxiang/contracts/sharing/activities/activity-picture.contract';
import { DomainError } from '@gongxiang/domain';
import { sniffType } from '@gongxiang/messaging/files';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { requireBytes, requirePicture, requirePixels } from './picture-rules.js';

/** A picture made anew in one width. */
export interface Pressed {
  readonly width: PictureWidth;
  readonly bytes: Buffer;
}

export interface PressedPicture {
  /** Of the largest, in pixels, as it is to be looked at. */
  readonly width: number;
  readonly height: number;
  readonly files: readonly Pressed[];
}

/** Seen from a phone or a screen nobody tells it from the original. */
const quality = 80;
/** What it reads is read once, and each picture has a thread of its own already. */
sharp.cache(false);
sharp.concurrency(1);

/**
 * Makes a picture anew, turned as it is to be looked at, as WebP without anything that is not seen: no place, no device, no
 * time, no name. It works in threads of the library; nobody holds a lock meanwhile.
 * @throws DomainError `PICTURE_HEIC`, `PICTURE_FORMAT`, `PICTURE_TOO_LARGE`, `PICTURE_TOO_MANY_PIXELS`, `PICTURE_UNREADABLE`
 */
export async function pressPicture(source: Buffer): Promise<PressedPicture> {
  requireBytes(source.length);
  requirePicture(sniffType(source));
  requirePixels(await headOf(source));
  try {
    return await pressed(source);
  } catch {
    throw unreadable(); // whatever the library says of it, it is the file that is broken
  }
}

/** Reads the head alone: what a file says of its size is known before any of it is decoded. */
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
