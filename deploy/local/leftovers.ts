import { rmSync } from 'node:fs';
import { commandLineOf, signalProcess, waitUntilGone } from '@gongxiang/testing/servers';
import type { Paths } from './paths.js';
import type { Progress } from './progress.js';
import { type ProcessRecord, readProcessFile, readStackFile } from './stack-file.js';

export const LAUNCHER = 'launcher';
const STOP_TIMEOUT_MS = 10_000;

/**
 * Ends what a launcher left behind that was killed or lost its power. A process is ended only when its command line
 * still is the one we started: its number may by now be another program's.
 *
 * @throws Error with one sentence when that launcher is alive
 */
export async function cleanUpLeftovers(paths: Paths, progress: Progress): Promise<void> {
  const alive = readProcessFile(paths.processFile).filter(isOurs);
  const launcher = alive.find((record) => record.name === LAUNCHER);
  if (launcher !== undefined && launcher.pid !== process.pid) {
    const url = readStackFile(paths.stackFile)?.gatewayUrl;
    const where = url === undefined ? 'is starting or stopping' : `runs at ${url}`;
    throw new Error(
      `A stack of this checkout ${where} already (process ${launcher.pid}): use it, or stop it with Ctrl-C or kill ${launcher.pid}.`,
    );
  }
  rmSync(paths.stackFile, { force: true });
  const leftovers = alive.filter((record) => record.name !== LAUNCHER);
  if (leftovers.length > 0) {
    progress.say(
      `The last start did not end in order: stopping ${leftovers.map((record) => record.name).join(', ')}`,
    );
  }
  // Last started first: the services before NATS and PostgreSQL.
  for (const record of leftovers.reverse()) {
    await end(record);
  }
  rmSync(paths.processFile, { force: true });
}

function isOurs(record: ProcessRecord): boolean {
  return commandLineOf(record.pid)?.includes(record.mark) ?? false;
}

async function end(record: ProcessRecord): Promise<void> {
  // PostgreSQL waits at SIGTERM until its clients have gone; SIGINT sends them away.
  signalProcess(record.pid, record.name === 'postgres' ? 'SIGINT' : 'SIGTERM');
  if (await waitUntilGone(record.pid, STOP_TIMEOUT_MS)) {
    return;
  }
  if (isOurs(record)) {
    signalProcess(record.pid, record.name === 'postgres' ? 'SIGQUIT' : 'SIGKILL');
    await waitUntilGone(record.pid, STOP_TIMEOUT_MS);
  }
}
