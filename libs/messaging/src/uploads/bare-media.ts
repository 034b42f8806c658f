import { DomainError } from '@gongxiang/domain';

/** Boxes that hold boxes on the way to what describes a recording. */
const containers = new Set(['moov', 'trak', 'mdia']);
/** What a device or a program writes about a recording: names, places, the device, XMP. */
const descriptions = new Set(['udta', 'meta', 'uuid']);
/** Boxes that begin with when the recording was made and changed. */
const dated = new Set(['mvhd', 'tkhd', 'mdhd']);

const headerBytes = 8;
const longHeaderBytes = 16;
const id3HeaderBytes = 10;
const id3v1Bytes = 128;

/** The content is not what its first bytes promise. */
class MediaUnreadable extends Error {}

/**
 * A video or recording without what its device wrote about it: place, name, device and time. Sound and pictures stay as
 * they are, as encoding them anew takes minutes of processor.
 * @param contentType as `sniffType` finds it
 * @param unreadable the code of the refusal where it breaks off, or its parts do not fit into each other
 * @throws DomainError `unreadable`
 */
export function bareMedia(source: Buffer, contentType: string, unreadable: string): Buffer {
  try {
    return contentType === 'audio/mpeg' ? withoutTags(source) : withoutDescriptions(source);
  } catch (error) {
    throw error instanceof MediaUnreadable ? new DomainError(unreadable, { pointer: '/fileKey' }) : error;
  }
}

/** MP4 and QuickTime are boxes of boxes: https://developer.apple.com/documentation/quicktime-file-format */
function withoutDescriptions(source: Buffer): Buffer {
  const bytes = Buffer.from(source);
  blankBoxes(bytes, 0, bytes.length);
  return bytes;
}

/** Blanks in place, as tables in other boxes say at which byte each picture begins. */
function blankBoxes(bytes: Buffer, from: number, to: number): void {
  for (let start = from; start < to;) {
    const { type, contentStart, end } = boxAt(bytes, start, to);
    if (descriptions.has(type)) {
      bytes.write('free', start + 4, 'latin1');
      bytes.fill(0, contentStart, end);
    } else if (dated.has(type)) blankTimes(bytes, contentStart, end);
    else if (containers.has(type)) blankBoxes(bytes, contentStart, end);
    start = end;
  }
}

function boxAt(
  bytes: Buffer,
  start: number,
  to: number,
): { readonly type: string; readonly contentStart: number; readonly end: number } {
  if (start + headerBytes > to) throw new MediaUnreadable();
  const type = bytes.toString('latin1', start + 4, start + headerBytes);
  const short = bytes.readUInt32BE(start);
  const isLong = short === 1;
  const contentStart = start + (isLong ? longHeaderBytes : headerBytes);
  if (contentStart > to) throw new MediaUnreadable();
  const size = isLong ? Number(bytes.readBigUInt64BE(start + headerBytes)) : short;
  // A size of 0 is that of a last box, which goes on to the end.
  const end = size === 0 ? to : start + size;
  if (end < contentStart || end > to) throw new MediaUnreadable();
  return { type, contentStart, end };
}

/** After version and flags: two times of four bytes, or in version 1 of eight. */
function blankTimes(bytes: Buffer, contentStart: number, end: number): void {
  const timesStart = contentStart + 4;
  const timesBytes = bytes[contentStart] === 1 ? 16 : 8;
  if (timesStart + timesBytes > end) throw new MediaUnreadable();
  bytes.fill(0, timesStart, timesStart + timesBytes);
}

/** MP3 has tags before and after what is heard: https://id3.org/id3v2.4.0-structure */
function withoutTags(source: Buffer): Buffer {
  let heard = source;
  while (heard.length >= id3HeaderBytes && heard.toString('latin1', 0, 3) === 'ID3')
    heard = heard.subarray(id3HeaderBytes + sevenBitSize(heard, 6));
  if (heard.toString('latin1', heard.length - id3v1Bytes, heard.length - id3v1Bytes + 3) === 'TAG')
    heard = heard.subarray(0, heard.length - id3v1Bytes);
  // Each frame begins with eleven bits.
  if (heard[0] !== 0xff || ((heard[1] ?? 0) & 0xe0) !== 0xe0) throw new MediaUnreadable();
  return heard;
}

/** Seven bits in each of four bytes. */
function sevenBitSize(bytes: Buffer, at: number): number {
  return [0, 1, 2, 3].reduce((size, index) => size * 128 + ((bytes[at + index] ?? 0) & 0x7f), 0);
}
