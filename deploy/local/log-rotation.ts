import { copyFileSync, existsSync, readdirSync, renameSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from './progress.js';

/** With those that are kept, and what is written between two looks, the logs of a process take about 80 MB at most. */
const bytesMax = 20_000_000;
const keptMax = 3;
const lookMs = 10_000;

/**
 * Moves the content of each log of a directory that has grown too long to `<name>.log.1`, and what lay there to `.2` and `.3`. The
 * file itself stays, emptied: its process has it open, and goes on at its end. Of what it writes at that very moment a line may be
 * lost, which a pipe through the launcher would not lose, but then the end of the launcher would end the processes as well.
 */
export function rotateLogs(directory: string, limits = { bytesMax, keptMax }): void {
  for (const name of readdirSync(directory).filter((one) => one.endsWith('.log'))) {
    const path = join(directory, name);
    if (statSync(path).size <= limits.bytesMax) continue;
    for (let number = limits.keptMax - 1; number >= 1; number -= 1)
      if (existsSync(`${path}.${number}`)) renameSync(`${path}.${number}`, `${path}.${number + 1}`);
    copyFileSync(path, `${path}.1`);
    truncateSync(path);
  }
}

/** Does so now and then. @returns a function that ends it */
export function keepLogsShort(directory: string, progress: Progress): () => void {
  let lastReason = '';
  const look = (): void => {
    try {
      rotateLogs(directory);
      lastReason = '';
    } catch (error) {
      const reason = String(error);
      if (reason !== lastReason) progress.say(`The logs could not be shortened: ${reason}`);
      lastReason = reason;
    }
  };
  look();
  const timer = setInterval(look, lookMs);
  return () => clearInterval(timer);
}
