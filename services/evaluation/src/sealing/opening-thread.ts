import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { SealingKeyPair } from './sealed-box.js';

/** Runs beside the service: it gets the library's address and the key pair, and opens one portion after another. */
const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  const sodium = require(workerData.library);
  const { publicKey, privateKey } = workerData;
  const open = (sealed) => {
    try {
      return sodium.crypto_box_seal_open(sealed, publicKey, privateKey);
    } catch {
      return null;
    }
  };
  sodium.ready.then(() => parentPort.on('message', (portion) => parentPort.postMessage(portion.map(open))));
`;

/** Opens in a thread of its own: a million take some two minutes, in which a process could do nothing else. */
export class OpeningThread {
  private readonly worker: Worker;
  private readonly ended: Promise<never>;

  constructor({ publicKey, privateKey }: SealingKeyPair) {
    const library = createRequire(import.meta.url).resolve('libsodium-wrappers');
    this.worker = new Worker(program, {
      eval: true,
      workerData: { library, publicKey, privateKey },
      env: {},
    });
    this.ended = new Promise((_resolve, reject) => {
      this.worker.once('error', reject);
      this.worker.once('exit', () => reject(new Error('the thread that opens has ended early')));
    });
    // Whoever opens hears of it; where nobody does, it is the end.
    this.ended.catch(() => undefined);
  }

  /** @param portion one at a time @returns null for what this key does not open */
  async open(portion: readonly Buffer[]): Promise<(Buffer | null)[]> {
    const answer = new Promise<(Uint8Array | null)[]>((resolve) => this.worker.once('message', resolve));
    this.worker.postMessage(portion);
    const opened = await Promise.race([answer, this.ended]);
    return opened.map((bytes) => (bytes === null ? null : Buffer.from(bytes)));
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
