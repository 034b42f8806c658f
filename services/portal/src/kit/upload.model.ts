/** What a field takes. */
export interface FileKind {
  /** Does it look like one, before it is sent? */
  readonly isLike: (file: Pick<File, 'name' | 'type'>) => boolean;
  /** What the platform may find it to be: it looks at the first bytes, whatever the name says. */
  readonly contentTypes: readonly string[];
  /** Makes a picture of a file that others are to see before they open it; null where it cannot. It is sent beside it. */
  readonly pictureOf?: (file: File) => Promise<File | null>;
}

const bytesPerMegabyte = 1024 * 1024;
const bytesMax = 20 * bytesPerMegabyte;

type FileProblem = 'type' | 'empty' | 'size';

/** What is wrong with a file before it is sent; null where nothing is. */
export function fileProblem(file: Pick<File, 'name' | 'type' | 'size'>, kind: FileKind): FileProblem | null {
  if (!kind.isLike(file)) return 'type';
  if (file.size === 0) return 'empty';
  return file.size > bytesMax ? 'size' : null;
}

/** Megabytes, rounded up, so that a file just above the limit does not read as on it. */
export function megabytesOf(size: number): number {
  return Math.ceil((size / bytesPerMegabyte) * 10) / 10;
}

/** As people read it: in kilobytes below a megabyte, rounded up. @param number writes a number in the reader's language */
export function fileSizeText(size: number, number: (value: number) => string): string {
  const isSmall = size < bytesPerMegabyte;
  return isSmall ? `${number(Math.ceil(size / 1024))} KB` : `${number(megabytesOf(size))} MB`;
}
