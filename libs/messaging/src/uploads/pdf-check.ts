import { constants, inflateSync } from 'node:zlib';
import { DomainError } from '@gongxiang/domain';

/** PDF names by which something runs, starts another program, or embeds files. */
const activeNames = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'ImportData',
  'SubmitForm',
];
/** The limit for all compressed object streams together. */
const unpackedBytesMax = 24 * 1024 * 1024;
const streamsMax = 20_000;

const active = new RegExp(`/(?:${activeNames.map(escapable).join('|')})(?![A-Za-z0-9])`);
const encrypted = new RegExp(`/${escapable('Encrypt')}\\s*(?:\\d+\\s+\\d+\\s+R|<<)`);
const objectStream = new RegExp(`/${escapable('ObjStm')}(?![A-Za-z0-9])`);

/**
 * Refuses a PDF that runs something when it is opened. It searches the whole file for the names of such actions, also
 * written in hex (`/J#61vaScript`), and within compressed object streams, where current programs put them. It does
 * not parse the file: doubly compressed content, or filters other than Flate, are not searched, so that a file
 * crafted against this check may pass. The platform only offers it for download, and the reader's program asks before
 * it runs anything.
 * @throws DomainError `ATTACHMENT_ACTIVE`, `ATTACHMENT_LOCKED`, `ATTACHMENT_BROKEN`
 */
export function requireStillPdf(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  if (!text.slice(-2_048).includes('%%EOF')) throw refused('ATTACHMENT_BROKEN');
  if (encrypted.test(text)) throw refused('ATTACHMENT_LOCKED');
  refuseActive(text);
  for (const content of objectStreamsOf(bytes, text)) refuseActive(content);
}

/** A pattern for a name in which each letter may be in hex. */
function escapable(name: string): string {
  return [...name]
    .map((letter) => {
      const [high = '', low = ''] = letter.charCodeAt(0).toString(16);
      return `(?:${letter}|#${high}${/[a-f]/.test(low) ? `[${low}${low.toUpperCase()}]` : low})`;
    })
    .join('');
}

function refuseActive(text: string): void {
  const [found] = active.exec(text) ?? [];
  if (found !== undefined) throw refused('ATTACHMENT_ACTIVE', found);
}

/** The content of compressed object streams. @throws DomainError `ATTACHMENT_BROKEN` if it is too much */
function objectStreamsOf(bytes: Buffer, text: string): string[] {
  const found: string[] = [];
  let left = unpackedBytesMax;
  let count = 0;
  let end = 0;
  for (const { index, 0: opening } of text.matchAll(/\bstream\r?\n/g)) {
    count += 1;
    if (count > streamsMax) throw refused('ATTACHMENT_BROKEN');
    const from = index + opening.length;
    // Searched once for all that begin before it: a file of stream beginnings alone must not take quadratic time.
    if (end < from) end = endOf(text, from);
    if (!isObjectStream(text, index)) continue;
    const content = inflated(bytes.subarray(from, end), left);
    left -= content.length;
    found.push(content);
  }
  return found;
}

function endOf(text: string, from: number): number {
  const end = text.indexOf('endstream', from);
  return end < 0 ? text.length : end;
}

/** The dictionary of a stream precedes it directly. */
function isObjectStream(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 1_024), index);
  return objectStream.test(before.slice(before.lastIndexOf(' obj') + 1));
}

function inflated(packed: Buffer, bytesMax: number): string {
  try {
    // A line end separates the compressed data from the keyword that ends it.
    const options = { maxOutputLength: Math.max(1, bytesMax), finishFlush: constants.Z_SYNC_FLUSH };
    return inflateSync(packed, options).toString('latin1');
  } catch {
    throw refused('ATTACHMENT_BROKEN'); // an object stream that is unreadable or exceeds the limit
  }
}

function refused(
  code: 'ATTACHMENT_ACTIVE' | 'ATTACHMENT_LOCKED' | 'ATTACHMENT_BROKEN',
  part?: string,
): DomainError {
  const details = part === undefined ? {} : { params: { part: part.slice(0, 80) } };
  return new DomainError(code, { pointer: '/fileKey', ...details });
}
