import { constants, inflateSync } from 'node:zlib';
import { DomainError } from '@gongxiang/domain';

/** Names in a PDF by which something runs, starts another program, or carries files within. */
const activeNames = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'ImportData',
  'SubmitForm',
];
/** Of all packed lists of objects together. */
const unpackedBytesMax = 24 * 1024 * 1024;
const streamsMax = 20_000;

const active = new RegExp(`/(?:${activeNames.map(escapable).join('|')})(?![A-Za-z0-9])`);
const encrypted = new RegExp(`/${escapable('Encrypt')}\\s*(?:\\d+\\s+\\d+\\s+R|<<)`);
const objectStream = new RegExp(`/${escapable('ObjStm')}(?![A-Za-z0-9])`);

/**
 * Refuses a PDF that runs something when it is opened. It looks for the names of such actions in the whole of the file, also
 * written in hex (`/J#61vaScript`), and within packed lists of objects, where programs of today put them. It does not parse the
 * file: what is packed twice, or otherwise than by Flate, is not seen, so that a file made with effort against this very check
 * may pass it. It is saved and never shown by the platform, and the reader's program asks before it runs anything.
 * @throws DomainError `ATTACHMENT_ACTIVE`, `ATTACHMENT_LOCKED`, `ATTACHMENT_BROKEN`
 */
export function requireStillPdf(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  if (!text.slice(-2_048).includes('%%EOF')) throw refused('ATTACHMENT_BROKEN');
  if (encrypted.test(text)) throw refused('ATTACHMENT_LOCKED');
  refuseActive(text);
  for (const content of objectStreamsOf(bytes, text)) refuseActive(content);
}

/** The letters of a name, each as it is or in hex. */
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

/** What is packed in lists of objects. @throws DomainError `ATTACHMENT_BROKEN` where it is too much */
function objectStreamsOf(bytes: Buffer, text: string): string[] {
  const found: string[] = [];
  let left = unpackedBytesMax;
  let count = 0;
  let end = 0;
  for (const { index, 0: opening } of text.matchAll(/\bstream\r?\n/g)) {
    count += 1;
    if (count > streamsMax) throw refused('ATTACHMENT_BROKEN');
    const from = index + opening.length;
    // Looked for once for all that begin before it: a file of beginnings alone must not take for ever.
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

/** The dictionary of a stream stands right before it. */
function isObjectStream(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 1_024), index);
  return objectStream.test(before.slice(before.lastIndexOf(' obj') + 1));
}

function inflated(packed: Buffer, bytesMax: number): string {
  try {
    // A line end stands between what is packed and the word that ends it.
    const options = { maxOutputLength: Math.max(1, bytesMax), finishFlush: constants.Z_SYNC_FLUSH };
    return inflateSync(packed, options).toString('latin1');
  } catch {
    throw refused('ATTACHMENT_BROKEN'); // a list of objects that cannot be read, or is beyond all measure
  }
}

function refused(
  code: 'ATTACHMENT_ACTIVE' | 'ATTACHMENT_LOCKED' | 'ATTACHMENT_BROKEN',
  part?: string,
): DomainError {
  const details = part === undefined ? {} : { params: { part: part.slice(0, 80) } };
  return new DomainError(code, { pointer: '/fileKey', ...details });
}
