import { mkdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { asCommand, type CommandInput, optionsIn } from './command.js';
import { cleanUpLeftovers, LAUNCHER } from './leftovers.js';
import type { Move } from './move-aside.js';
import { pathsOf } from './paths.js';
import { terminalProgress } from './progress.js';
import { restoreBackup } from './restore-backup.js';
import { type ProcessRecord, writeJsonFile } from './stack-file.js';

const USAGE = 'npm run restore -- --from <directory> [--secrets <file>]';

/** The start of `npm run restore`. @returns the exit code */
export const main = asCommand(runRestore);

/** @throws Error with one sentence that says what to do; the present data are as they were */
export async function runRestore({ root, args, progress = terminalProgress() }: CommandInput): Promise<void> {
  const { from, secrets } = optionsIn(args, ['from', 'secrets'], USAGE);
  if (!from) throw new Error(`Say where the backup is: ${USAGE}`);
  const paths = pathsOf(root);
  mkdirSync(paths.home, { recursive: true });
  await cleanUpLeftovers(paths, progress);
  // A start that comes while we work is refused, and ends what we left behind if we were killed.
  const records: ProcessRecord[] = [];
  const onStarted = (name: string, pid: number, mark: string): void => {
    records.push({ name, pid, mark });
    writeJsonFile(paths.processFile, records);
  };
  onStarted(LAUNCHER, process.pid, basename(process.argv[1] ?? process.execPath));
  try {
    const { manifest, movedAside } = await restoreBackup({
      from,
      paths,
      progress,
      onStarted,
      ...(secrets === undefined ? {} : { secretsFile: secrets }),
    });
    progress.say(`The data are those of ${manifest.takenAt}: npm start starts them\n${undoing(movedAside)}`);
  } finally {
    rmSync(paths.processFile, { force: true });
  }
}

/** The way back, which the person may take with the stack stopped. */
function undoing(moves: readonly Move[]): string {
  if (moves.length === 0) {
    return '';
  }
  const lines = moves.map(({ from, to }) => `            rm -rf '${from}' && mv '${to}' '${from}'`);
  return `
          What was there before is kept. To have it again, with the stack stopped:
${lines.join('\n')}
          When it is needed no longer: rm -rf ${moves.map(({ to }) => `'${to}'`).join(' ')}
`;
}
