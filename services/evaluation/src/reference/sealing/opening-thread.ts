import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { SealingKeyPair } from './sealed-box.js';

/** The worker program: it gets the library's URL and the key pair, and opens one portion after another. */
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

/** The callbacks awaiting a portion. */
interface Waiting {
  readonly resolve: (opened: readonly (Uint8Array | null)[]) => void;
  readonly reject: (error: Error) => void;
}

/** Opens answers in a worker thread: a million take more than a minute, which would block the process. */
export class OpeningThread {
  private readonly worker: Worker;
  private waiting: Waiting | null = null;
  private failure: Error | null = null;

  constructor({ publicKey, privateKey }: SealingKeyPair) {
    const library = createRequire(import.meta.url).resolve('libsodium-wrappers');
    this.worker = new Worker(program, {
      eval: true,
      workerData: { library, publicKey, privateKey },
      env: {},
    });
    this.worker.on('message', (opened: readonly (Uint8Array | null)[]) => this.waiting?.resolve(opened));
    this.worker.once('error', (error) =>
      this.fail(error instanceof Error ? error : new Error(String(error))),
    );
    this.worker.once('exit', () => this.fail(new Error('the thread that opens has ended early')));
  }

  /** @param portion one at a time @returns null for what this key does not open */
  async open(portion: readonly Buffer[]): Promise<(Buffer | null)[]> {
    if (this.failure !== null) throw this.failure;
    // Not a race against a promise of the thread's end, which would retain every portion until the thread ends.
    const opened = await new Promise<readonly (Uint8Array | null)[]>((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.worker.postMessage(portion);
    });
    return opened.map((bytes) => (bytes === null ? null : Buffer.from(bytes)));
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  /** Rejects the pending portion and all later ones. */
  private fail(error: Error): void {
    this.failure ??= error;
    this.waiting?.reject(this.failure);
    this.waiting = null;
  }
}
