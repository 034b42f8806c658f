import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { rootAbove } from '../../root.js';

/** How many milliseconds each method took. */
export interface Took {
  readonly entropy: number;
  readonly critic: number;
  readonly topsis: number;
}

/** A Python that computes one round after the other, whenever it is asked. */
export interface Numpy {
  readonly version: string;
  round(): Promise<Took>;
  stop(): Promise<void>;
}

/** One thread, as ours has: what BLAS would take of the other cores is not what is compared. */
const oneThread = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

/** @returns null where there is no such Python, or it has no numpy */
export async function startNumpy(python: string, path: string, columns: number): Promise<Numpy | null> {
  const script = join(rootAbove(fileURLToPath(import.meta.url)), 'deploy/bench/weights/numpy-weights.py');
  const child = spawn(python, [script, path, String(columns)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, ...oneThread },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, 'close').catch(() => []);
  // It says its version first; where it cannot start, or cannot import numpy, it ends without a word.
  const failed = new Promise<null>((resolve) => child.once('error', () => resolve(null)));
  const hello = await Promise.race([lines.next(), failed]);
  if (hello === null || hello.done === true) return null;
  const next = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done === true) throw new Error('numpy has ended in the middle of a round');
    return line.value;
  };
  return {
    version: (JSON.parse(hello.value) as { readonly numpy: string }).numpy,
    round: async () => {
      child.stdin.write('\n');
      return JSON.parse(await next()) as Took;
    },
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
