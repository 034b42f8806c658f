import { access, constants, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import { CONFIG } from '@gongxiang/messaging/service';
import type { EvaluationConfig } from '../../config/config.js';
import type { SealingKeyPair } from './sealed-box.js';

/** `destroyed`: here, for good. `missing`: never here, or lost, or this is another directory. */
export type KeptKey = SealingKeyPair | 'destroyed' | 'missing';

const keySuffix = '.key';
const destroyedSuffix = '.destroyed';
const keyBytes = 32;

/**
 * Keys by which what was sealed is opened, a file each, in a directory that is neither in the database nor in a backup: a
 * key that is destroyed here is nowhere. What is left of it is an empty file that says so, which a database that was
 * restored from before needs to know.
 */
@Injectable()
export class KeyDirectory {
  private readonly path: string;

  constructor(@Inject(CONFIG) { sealingDirectory }: EvaluationConfig) {
    this.path = sealingDirectory;
  }

  /** May keys be kept here? A process without the directory answers, but neither opens nor closes. */
  async isPresent(): Promise<boolean> {
    try {
      await access(this.path, constants.R_OK | constants.W_OK | constants.X_OK);
      return (await stat(this.path)).isDirectory();
    } catch (error) {
      if (isAbsence(error)) return false;
      throw error;
    }
  }

  /** It is on the disk when this returns, with its name. @throws DomainError `BUSY` where the directory is not here */
  async keep(id: string, { publicKey, privateKey }: SealingKeyPair): Promise<void> {
    if (!(await this.isPresent())) throw new DomainError('BUSY', { retryAfterSeconds: 1 });
    // Under its name there is a whole key or none.
    const draft = this.fileOf(id, '.draft');
    await write(draft, Buffer.concat([publicKey, privateKey]));
    await rename(draft, this.fileOf(id, keySuffix));
    await this.flush();
  }

  async find(id: string): Promise<KeptKey> {
    if (await exists(this.fileOf(id, destroyedSuffix))) return 'destroyed';
    try {
      const bytes = await readFile(this.fileOf(id, keySuffix));
      return { publicKey: bytes.subarray(0, keyBytes), privateKey: bytes.subarray(keyBytes) };
    } catch (error) {
      if (isAbsence(error)) return 'missing';
      throw error;
    }
  }

  /** May be done again. The mark comes first: a key that is gone without it would pass for lost. */
  async destroy(id: string): Promise<void> {
    await write(this.fileOf(id, destroyedSuffix), Buffer.alloc(0));
    await this.flush();
    const file = this.fileOf(id, keySuffix);
    // What the file system keeps of it elsewhere, such as a snapshot, is out of our reach.
    if (await exists(file)) await write(file, Buffer.alloc(2 * keyBytes), 'r+');
    await rm(file, { force: true });
    await this.flush();
  }

  /** Of which there is a key. */
  async ids(): Promise<string[]> {
    const names = await readdir(this.path);
    return names.filter((name) => name.endsWith(keySuffix)).map((name) => name.slice(0, -keySuffix.length));
  }

  private fileOf(id: string, suffix: string): string {
    return join(this.path, `${id}${suffix}`);
  }

  /** Names are on the disk when the directory is. */
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
