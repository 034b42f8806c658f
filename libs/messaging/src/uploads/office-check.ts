import type { AttachmentKind } from '@gongxiang/contracts/words/uploads';
import { DomainError } from '@gongxiang/domain';
import { type ZipEntry, zipDirectory, zipPart, ZipRefused } from '../files/zip-parts.js';

type OfficeKind = Extract<AttachmentKind, 'docx' | 'xlsx' | 'pptx'>;

/** Presentations of hundreds of slides have thousands of parts. */
const entriesMax = 20_000;
/** Ten megabytes of pictures, tables and text unpack to less; a zip bomb unpacks to thousands of times itself. */
const unpackedBytesMax = 500 * 1024 * 1024;
/** The limit for all parts that are read: they are lists of other parts. */
const listBytesMax = 16 * 1024 * 1024;
const typesPart = '[Content_Types].xml';

/** The part that identifies a format, and the content type that it must have. */
const formats: readonly (readonly [kind: OfficeKind, part: string, type: string])[] = [
  ['docx', 'word/document.xml', 'wordprocessingml.document.main+xml'],
  ['xlsx', 'xl/workbook.xml', 'spreadsheetml.sheet.main+xml'],
  ['pptx', 'ppt/presentation.xml', 'presentationml.presentation.main+xml'],
];
const macroParts = /vbaproject|vbadata|(^|\/)(macrosheets|activex)\/|\.(?:exe|dll|js|vbs|ps1|bat|cmd)$/i;
/** Embedded packages of any kind, which a reader opens by a click. */
const packedObjects = /(^|\/)embeddings\/[^/]*\.bin$/i;
/** Relations that Word and similar programs fetch when the file is opened. */
const fetchedTypes = /\/(attachedTemplate|oleObject|subDocument|frame)["']/i;

/**
 * Determines the type of an office file by its parts, if it contains nothing active. Not detected: formulas that call
 * other programs (DDE) within a table, which the reader's program asks about, and links that a person has to click.
 * @param bytes a zip, by its first bytes
 * @throws DomainError `ATTACHMENT_FORMAT`, `ATTACHMENT_LOCKED`, `ATTACHMENT_MACROS`, `ATTACHMENT_ACTIVE`,
 * `ATTACHMENT_BROKEN`
 */
export function officeKindOf(bytes: Buffer): OfficeKind {
  try {
    return checked(bytes);
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    throw refused('ATTACHMENT_BROKEN');
  }
}

function checked(bytes: Buffer): OfficeKind {
  const entries = zipDirectory(bytes, entriesMax);
  if (entries.some(({ isEncrypted }) => isEncrypted)) throw refused('ATTACHMENT_LOCKED');
  const unpackedBytes = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (unpackedBytes > unpackedBytesMax) throw refused('ATTACHMENT_BROKEN');
  const types = entries.find(({ name }) => name === typesPart);
  if (types === undefined) throw refused('ATTACHMENT_FORMAT');
  const macro = entries.find(({ name }) => macroParts.test(name))?.name;
  if (macro !== undefined) throw refused('ATTACHMENT_MACROS', macro);
  const lists = listsOf(bytes, [types, ...entries.filter(({ name }) => name.endsWith('.rels'))]);
  const listed = lists.get(typesPart) ?? '';
  if (/macroEnabled|vbaProject/i.test(listed)) throw refused('ATTACHMENT_MACROS', typesPart);
  requireStill(entries, lists);
  return kindOf(entries, listed);
}

/** @throws DomainError `ATTACHMENT_ACTIVE` */
function requireStill(entries: readonly ZipEntry[], lists: ReadonlyMap<string, string>): void {
  const packed = entries.find(({ name }) => packedObjects.test(name));
  if (packed !== undefined) throw refused('ATTACHMENT_ACTIVE', packed.name);
  for (const [name, text] of lists)
    if (text.split('<').some(isFetched)) throw refused('ATTACHMENT_ACTIVE', name);
}

/** Whether an element of a relation list is fetched from elsewhere, or is written in an obscured way. */
function isFetched(element: string): boolean {
  if (!/^[\w:]*Relationship\b/.test(element)) return false;
  if (element.includes('&#')) return true;
  return /TargetMode\s*=\s*["']External["']/i.test(element) && fetchedTypes.test(element);
}

function kindOf(entries: readonly ZipEntry[], types: string): OfficeKind {
  const names = new Set(entries.map(({ name }) => name));
  const found = formats.find(([, part, type]) => names.has(part) && types.includes(type));
  if (found === undefined) throw refused('ATTACHMENT_FORMAT');
  return found[0];
}

function listsOf(bytes: Buffer, entries: readonly ZipEntry[]): Map<string, string> {
  const lists = new Map<string, string>();
  let left = listBytesMax;
  for (const entry of entries) {
    const content = zipPart(bytes, entry, left);
    left -= content.length;
    // Some programs write these in UTF-16.
    const isWide = content[0] === 0xff && content[1] === 0xfe;
    lists.set(entry.name, content.toString(isWide ? 'utf16le' : 'utf8'));
  }
  return lists;
}

function refused(
  code:
    | 'ATTACHMENT_FORMAT'
    | 'ATTACHMENT_LOCKED'
    | 'ATTACHMENT_BROKEN'
    | 'ATTACHMENT_MACROS'
    | 'ATTACHMENT_ACTIVE',
  part?: string,
): DomainError {
  // The name of a part is untrusted text: enough of it to find it again.
  const details = part === undefined ? {} : { params: { part: [...part].slice(0, 80).join('') } };
  return new DomainError(code, { pointer: '/fileKey', ...details });
}
