import { resolve } from 'node:path';
import { isAlive } from '@gongxiang/testing/servers';
import { sizeOf } from './backup-manifest.js';
import { type BackupSource, takeBackup } from './take-backup.js';
import { asCommand, type CommandInput, optionsIn } from './command.js';
import { LAUNCHER } from './leftovers.js';
import { type Paths, pathsOf } from './paths.js';
import { terminalProgress } from './progress.js';
import { readStackFile, type Stack } from './stack-file.js';
import { megabytes } from './tree-copy.js';

const USAGE = 'npm run backup -- --to <directory>';

/** The start of `npm run backup`. @returns the exit code */
export const main = asCommand(runBackup);

/** @throws Error with one sentence that says what to do */
export async function runBackup({ root, args, progress = terminalProgress() }: CommandInput): Promise<void> {
  const { to: target } = optionsIn(args, ['to'], USAGE);
  if (!target) throw new Error(`Say where the backup shall be: ${USAGE}`);
  const source = runningSource(pathsOf(root));
  const manifest = await takeBackup(source, target, progress);
  const count = Object.keys(manifest.files).length;
  progress.say(`The backup is whole: ${count} files, ${megabytes(sizeOf(manifest))} MB in ${resolve(target)}

          restore   npm run restore -- --from ${resolve(target)}
          secrets   secrets.json in it opens everything else: move it to another place, and keep it in two${keptElsewhere(source.keysFromOutside)}
`);
}

/** @throws Error with one sentence when no stack runs, or when its data are not ours to copy */
function runningSource(paths: Paths): BackupSource & Pick<Stack, 'keysFromOutside'> {
  const stack = readStackFile(paths.stackFile);
  const launcher = stack?.pids[LAUNCHER];
  if (stack === undefined || launcher === undefined || !isAlive(launcher)) {
    throw new Error(
      `No stack of this checkout runs, and a backup is taken of one that does: run npm start first, or copy ${paths.home} as it is.`,
    );
  }
  if (stack.pids.postgres === undefined || stack.pids.nats === undefined) {
    throw new Error(
      'This stack uses a server of DATABASE_URL or NATS_URL: back those up with their own tools, as deploy/README.md says.',
    );
  }
  const { postgresUrl, natsUrl, keysFromOutside = [] } = stack;
  return { postgresUrl, natsUrl, keysFromOutside, paths };
}

function keptElsewhere(keys: readonly string[]): string {
  return keys.length === 0
    ? ''
    : `\n          keys      ${keys.join(', ')} came by the environment and are not in it: keep them beside secrets.json`;
}
