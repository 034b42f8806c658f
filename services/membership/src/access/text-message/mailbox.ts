import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TextMessage, TextMessages } from './text-messages.js';

const keptMs = 3_600_000;
/** A directory may be full of other things: no message waits for all of them to be looked at. */
const tidyMax = 1_000;

/** Puts messages into a directory, a file each, which whoever runs the installation reads or hands on. */
export class Mailbox implements TextMessages {
  constructor(private readonly directory: string) {}

  async send({ id, phone, text }: TextMessage): Promise<void> {
    const file = join(this.directory, `${id}.json`);
    // Under its name there is a whole message or none.
    const draft = `${file}.draft`;
    await writeFile(draft, `${JSON.stringify({ phone, text })}\n`, { mode: 0o600 });
    await rename(draft, file);
    await this.tidy();
  }

  /** They hold phones and codes in the clear, and say nothing of use after some minutes. */
  private async tidy(): Promise<void> {
    const names = (await readdir(this.directory)).filter((name) => name.endsWith('.json'));
    for (const name of names.slice(0, tidyMax)) {
      const file = join(this.directory, name);
      const found = await stat(file).catch(() => null);
      if (found !== null && Date.now() - found.mtimeMs > keptMs) await rm(file, { force: true });
    }
  }
}
