import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, statfsSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { Progress } from './progress.js';

/** What a file held, by which it is known again. */
export interface Content {
  readonly size: number;
  /** In hex. */
  readonly sha256: string;
}

/** Files that are read, hashed and written side by side: their waits for the disk overlap. */
export const filesAtOnce = 8;
const sayEveryMs = 5_000;

/**
 * Copies a file as it is at this moment; nobody but us may read the copy.
 *
 * @returns null when there is no such file (any more)
 */
export async function copyFile(from: string, to: string): Promise<Content | null> {
  const source = await openIfThere(from);
  if (source === null) {
    return null;
  }
  const meter = new Meter();
  const target = createWriteStream(to, { flags: 'wx', mode: 0o600 });
  await pipeline(source.createReadStream(), (chunks: AsyncIterable<Buffer>) => meter.pass(chunks), target);
  return meter.content();
}

/** @returns null when there is no such file */
export async function contentOf(path: string): Promise<Content | null> {
  const source = await openIfThere(path);
  if (source === null) {
    return null;
  }
  const meter = new Meter();
  for await (const _chunk of meter.pass(source.createReadStream())) {
    // Only counted and hashed.
  }
  return meter.content();
}

/** Writes a small file of our own; nobody but us may read it. */
export function writeHashed(path: string, text: string): Content {
  writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
  const bytes = Buffer.from(text);
  return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Counts and hashes what passes. */
export class Meter {
  private size = 0;
  private readonly hash = createHash('sha256');

  async *pass(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.size += chunk.length;
      this.hash.update(chunk);
      yield chunk;
    }
  }

  content(): Content {
    return { size: this.size, sha256: this.hash.digest('hex') };
  }
}

/** Tells how far a long copy has come, every five seconds. */
export class CopyProgress {
  private done = 0;
  private saidAt = Date.now();

  constructor(
    private readonly what: string,
    private readonly total: number,
    private readonly progress: Progress,
  ) {}

  add(bytes: number): void {
    this.done += bytes;
    if (Date.now() - this.saidAt < sayEveryMs) {
      return;
    }
    this.saidAt = Date.now();
    // A file may have grown since the sum was made.
    const total = Math.max(this.done, this.total);
    this.progress.say(`${this.what}: ${megabytes(this.done)} of ${megabytes(total)} MB`);
  }
}

/** Waits until everything below a directory is on the disk: once for all, as a wait for each file takes many times that. */
export async function toDisk(directory: string): Promise<void> {
  // Windows has no such command.
  if (process.platform !== 'win32') await promisify(execFile)('sync', ['-f', directory]);
}

export function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0);
}

/** @throws Error with one sentence when so much does not fit on the disk of a directory */
export function requireRoom(directory: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(directory);
  if (bavail * bsize < bytes) {
    throw new Error(
      `Only ${megabytes(bavail * bsize)} MB are free where ${directory} lies, and ${megabytes(bytes)} MB are needed: free some, or name another place.`,
    );
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return null;
    }
    throw error;
  }
}
