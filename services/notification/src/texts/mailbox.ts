import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hourMs } from '@gongxiang/domain';
import type { Outcome } from '../sending/channel-port.js';
import type { AccountText } from './account-text.js';
import { accountWords } from './account-words.js';
import type { TextCarrier } from './text-carrier.js';

const retentionMs = hourMs;
/** Files examined per message: the directory may contain many others. */
const scannedMax = 1_000;

/** Writes each message to a file of a directory, from which the operator reads or forwards them. */
export class Mailbox implements TextCarrier {
  constructor(private readonly directory: string) {}

  async send(text: AccountText): Promise<Outcome> {
    try {
      await this.write(text);
      await this.deleteOldMessages();
      return { is: 'sent' };
    } catch (error) {
      return { is: 'down', reason: (error as NodeJS.ErrnoException).code ?? 'unknown' };
    }
  }

  private async write(text: AccountText): Promise<void> {
    const file = join(this.directory, `${text.id}.json`);
    // Written under a draft name and renamed, so that readers never see a partial message.
    const draft = `${file}.draft`;
    const content = { phone: text.phone, text: accountWords(text) };
    await writeFile(draft, `${JSON.stringify(content)}\n`, { mode: 0o600 });
    await rename(draft, file);
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
