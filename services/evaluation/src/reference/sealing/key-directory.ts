import { access, constants, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import { CONFIG } from '@gongxiang/messaging/service';
import type { EvaluationConfig } from '../../config/config.js';
import type { SealingKeyPair } from './sealed-box.js';

/** `destroyed`: permanently deleted. `missing`: never stored here, lost, or stored in another directory. */
type StoredKey = SealingKeyPair | 'destroyed' | 'missing';

const keySuffix = '.key';
const destroyedSuffix = '.destroyed';
const keyBytes = 32;

/**
 * The keys that open sealed answers, one file each, in a directory outside of the database and of all backups, so
 * that a key destroyed here exists nowhere. An empty marker file remains, which is needed if the database is restored
 * from an earlier backup.
 */
@Injectable()
export class KeyDirectory {
  private readonly path: string;

  constructor(@Inject(CONFIG) { sealingDirectory }: EvaluationConfig) {
    this.path = sealingDirectory;
  }

  /** Whether the directory is available. A process without it serves requests but neither opens nor closes surveys. */
  async isPresent(): Promise<boolean> {
    try {
      await access(this.path, constants.R_OK | constants.W_OK | constants.X_OK);
      return (await stat(this.path)).isDirectory();
    } catch (error) {
      if (isAbsence(error)) return false;
      throw error;
    }
  }

  /** Returns after the key and its name are on disk. @throws DomainError `BUSY` if the directory is not available */
  async store(id: string, { publicKey, privateKey }: SealingKeyPair): Promise<void> {
    if (!(await this.isPresent())) throw new DomainError('BUSY', { retryAfterSeconds: 1 });
    // Written under a temporary name first, so that a complete key or none exists under the final name.
    const draft = this.fileOf(id, '.draft');
    await write(draft, Buffer.concat([publicKey, privateKey]));
    await rename(draft, this.fileOf(id, keySuffix));
    await this.flush();
  }

  async find(id: string): Promise<StoredKey> {
    if (await exists(this.fileOf(id, destroyedSuffix))) return 'destroyed';
    try {
      const bytes = await readFile(this.fileOf(id, keySuffix));
      return { publicKey: bytes.subarray(0, keyBytes), privateKey: bytes.subarray(keyBytes) };
    } catch (error) {
      if (isAbsence(error)) return 'missing';
      throw error;
    }
  }

  /** Idempotent. The marker is written first, because a key deleted without it would count as lost. */
  async destroy(id: string): Promise<void> {
    await write(this.fileOf(id, destroyedSuffix), Buffer.alloc(0));
    await this.flush();
    const file = this.fileOf(id, keySuffix);
    // Copies made by the file system, such as snapshots, are out of our reach.
    if (await exists(file)) await write(file, Buffer.alloc(2 * keyBytes), 'r+');
    await rm(file, { force: true });
    await this.flush();
  }

  /** The ids of all stored keys. */
  async ids(): Promise<string[]> {
    const names = await readdir(this.path);
    return names.filter((name) => name.endsWith(keySuffix)).map((name) => name.slice(0, -keySuffix.length));
  }

  private fileOf(id: string, suffix: string): string {
    return join(this.path, `${id}${suffix}`);
  }

  /** File names are on disk once the directory is flushed. */
  private async flush(): Promise<void> {
    const directory = await open(this.path, 'r');
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
  }
}

async function write(path: string, bytes: Buffer, flags: 'w' | 'r+' = 'w'): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await file.write(bytes, 0, bytes.length, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'EACCES' || code === 'ENOTDIR';
}
