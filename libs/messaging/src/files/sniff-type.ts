/** Leading bytes (magic numbers) of each type. */
const signatures: readonly (readonly [type: string, bytes: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]], // .xlsx is one
  // MP3, with or without a tag before it.
  ['audio/mpeg', [0x49, 0x44, 0x33, 0x02]],
  ['audio/mpeg', [0x49, 0x44, 0x33, 0x03]],
  ['audio/mpeg', [0x49, 0x44, 0x33, 0x04]],
  ['audio/mpeg', [0xff, 0xfb]],
  ['audio/mpeg', [0xff, 0xf3]],
  ['audio/mpeg', [0xff, 0xf2]],
];

/** Of UTF-16, which spreadsheets write as "Unicode text". */
const byteOrderMarks = [
  [0xff, 0xfe],
  [0xfe, 0xff],
] as const;

/** Types marked behind a common container header: `RIFF….WEBP`, `….ftypheic`. */
const contained: readonly (readonly [type: string, marks: RegExp])[] = [
  ['image/webp', /^RIFF[^]{4}WEBP/],
  ['image/heic', /^[^]{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/],
  ['audio/mp4', /^[^]{4}ftypM4A/],
  ['video/quicktime', /^[^]{4}ftypqt/],
  ['video/mp4', /^[^]{4}ftyp(?:iso[m2-9]|mp4[12]|avc1|M4V|MSNV|3gp)/],
];

/**
 * Determines a file's type from its first bytes. Text is `text/csv`, as no other text is accepted, unless it is
 * markup. Bytes that text cannot contain make it `application/octet-stream`; text in UTF-16 contains them, and is known
 * by its byte order mark.
 */
export function sniffType(head: Uint8Array): string {
  const known = signatures.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (known) return known[0];
  const start = Buffer.from(head.subarray(0, 16)).toString('latin1');
  const inside = contained.find(([, marks]) => marks.test(start));
  if (inside) return inside[0];
  // HTML or SVG uploaded as a table is neither.
  if (/^(\uFEFF)?\s*</.test(Buffer.from(head.subarray(0, 512)).toString('utf8'))) return 'text/html';
  if (byteOrderMarks.some(([first, second]) => head[0] === first && head[1] === second)) return 'text/csv';
  const isBinary = head
    .subarray(0, 4_096)
    .some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
  return isBinary ? 'application/octet-stream' : 'text/csv';
}
