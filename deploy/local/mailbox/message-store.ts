import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@gongxiang/domain';
import { mailIn, type Message, textMessageIn } from './message.js';

const dayMs = 86_400_000;
/** Of mails; text messages are removed by the service that writes them. */
const kept = { mailsMax: 200, ageMaxMs: 7 * dayMs };
/** Files that are read: the newest by their names, which begin with the time, where there are more. */
const readMax = 2_000;

/**
 * The messages of a directory, a file each: mails, which it keeps as they came (.eml, as mail programs know them), and text messages,
 * which a service writes there.
 */
export class MessageStore {
  /** No file changes: each is read once. Null is a file that is no message. */
  private readonly known = new Map<string, Message | null>();

  constructor(
    private readonly directory: string,
    private readonly limits = kept,
  ) {}

  /** Written under a draft's name and renamed, so that no reader sees half a mail. */
  async keepMail(raw: Buffer, recipients: readonly string[]): Promise<void> {
    const file = join(this.directory, `${newId()}.eml`);
    const draft = `${file}.draft`;
    // To whom it goes is said beside a mail over SMTP; in a file it stands where servers write it that deliver.
    const delivered = recipients.map((address) => `Delivered-To: ${address}\r\n`).join('');
    await writeFile(draft, Buffer.concat([Buffer.from(delivered), raw]), { mode: 0o600 });
    await rename(draft, file);
    await this.removeBeyondMax();
  }

  /** The newest first. */
  async list(): Promise<Message[]> {
    const names = (await readdir(this.directory)).filter((name) => /\.(eml|json)$/.test(name)).sort();
    const present = new Set(names.slice(-readMax));
    for (const name of this.known.keys()) if (!present.has(name)) this.known.delete(name);
    for (const name of present) if (!this.known.has(name)) this.known.set(name, await this.read(name));
    const messages = [...this.known.values()].filter((message) => message !== null);
    return messages.sort(
      (one, other) => other.at.getTime() - one.at.getTime() || (one.name < other.name ? 1 : -1),
    );
  }

  /** Removes mails that are too old, or too many. */
  async removeOld(): Promise<void> {
    for (const name of await this.mails()) {
      const file = join(this.directory, name);
      const info = await stat(file).catch(() => null);
      if (info !== null && Date.now() - info.mtimeMs > this.limits.ageMaxMs) await rm(file, { force: true });
    }
    await this.removeBeyondMax();
  }

  private async removeBeyondMax(): Promise<void> {
    const names = await this.mails();
    for (const name of names.slice(0, -this.limits.mailsMax))
      await rm(join(this.directory, name), { force: true });
  }

  /** The oldest first. */
  private async mails(): Promise<string[]> {
    return (await readdir(this.directory)).filter((name) => name.endsWith('.eml')).sort();
  }

  private async read(name: string): Promise<Message | null> {
    const file = join(this.directory, name);
    try {
      const content = await readFile(file);
      const { mtime } = await stat(file);
      return name.endsWith('.eml') ? await mailIn(name, content, mtime) : textMessageIn(name, content, mtime);
    } catch (error) {
      // It was removed meanwhile, as its time was over.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }
}
