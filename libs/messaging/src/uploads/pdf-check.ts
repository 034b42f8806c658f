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
/** As programs pack object streams; a name in hex is as good as none. */
const packedOnce = /\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])/;
const filters = new RegExp(`/${escapable('Filter')}(?![A-Za-z0-9])`, 'g');
const predicted = new RegExp(`/${escapable('Predictor')}\\s*(?!\\s|1(?!\\d))`);

/**
 * Refuses a PDF that runs something when it is opened. It searches the whole file for the names of such actions, also
 * written in hex (`/J#61vaScript`), and within compressed object streams, where current programs put them. Object streams
 * that are packed otherwise than once by Flate, as no program does that means well, are not looked into but refused. It
 * does not parse the file, so that one crafted against this check may still pass: the platform only offers it for
 * download, and the reader's program asks before it runs anything. Why no library: deploy/decisions/0026.
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
    const dictionary = dictionaryBefore(text, index);
    if (!objectStream.test(dictionary)) continue;
    requirePackedOnce(dictionary);
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
function dictionaryBefore(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - 1_024), index);
  return before.slice(before.lastIndexOf(' obj') + 1);
}

/** @throws DomainError `ATTACHMENT_BROKEN` */
function requirePackedOnce(dictionary: string): void {
  const isPlain = packedOnce.test(dictionary) && dictionary.match(filters)?.length === 1;
  if (!isPlain || predicted.test(dictionary)) throw refused('ATTACHMENT_BROKEN');
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
