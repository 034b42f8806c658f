import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TextMessage, TextMessages } from './text-messages.js';

const retentionMs = 3_600_000;
/** Files examined per message: the directory may contain many others. */
const scannedMax = 1_000;

/** Writes each message to a file of a directory, from which the operator reads or forwards them. */
export class Mailbox implements TextMessages {
  constructor(private readonly directory: string) {}

  async send({ id, phone, text }: TextMessage): Promise<void> {
    const file = join(this.directory, `${id}.json`);
    // Written under a draft name and renamed, so that readers never see a partial message.
    const draft = `${file}.draft`;
    await writeFile(draft, `${JSON.stringify({ phone, text })}\n`, { mode: 0o600 });
    await rename(draft, file);
    await this.deleteOldMessages();
  }

  /** Deletes old messages: they contain phones and codes in the clear, and are useless after some minutes. */
  private async deleteOldMessages(): Promise<void> {
    const names = (await readdir(this.directory)).filter((name) => name.endsWith('.json'));
    for (const name of names.slice(0, scannedMax)) {
      const file = join(this.directory, name);
      const info = await stat(file).catch(() => null);
      if (info !== null && Date.now() - info.mtimeMs > retentionMs) await rm(file, { force: true });
    }
  }
}
