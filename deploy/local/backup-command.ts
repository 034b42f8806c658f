import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isAlive } from '@gongxiang/testing/servers';
import { sizeOf } from './backup-manifest.js';
import { type BackupSource, takeBackup } from './take-backup.js';
import { LAUNCHER } from './leftovers.js';
import { type Paths, pathsOf } from './paths.js';
import { type Progress, terminalProgress } from './progress.js';
import { readStackFile } from './stack-file.js';
import { megabytes } from './tree-copy.js';

export interface CommandInput {
  readonly root: string;
  readonly args: readonly string[];
  readonly progress?: Progress;
}

const USAGE = 'npm run backup -- --to <directory>';

/** The start of `npm run backup`. @returns the exit code */
export async function main(input: CommandInput): Promise<number> {
  try {
    await runBackup(input);
    return 0;
  } catch (error) {
    process.stderr.write(`\n${(error as Error).message}\n`);
    return 1;
  }
}

/** @throws Error with one sentence that says what to do */
export async function runBackup({ root, args, progress = terminalProgress() }: CommandInput): Promise<void> {
  const target = targetIn(args);
  const manifest = await takeBackup(runningSource(pathsOf(root)), target, progress);
  const count = Object.keys(manifest.files).length;
  progress.say(`The backup is whole: ${count} files, ${megabytes(sizeOf(manifest))} MB in ${resolve(target)}

          restore   npm run restore -- --from ${resolve(target)}
          secrets   secrets.json in it opens everything else: move it to another place, and keep it in two
`);
}

function targetIn(args: readonly string[]): string {
  try {
    const { to } = parseArgs({ args: [...args], options: { to: { type: 'string' } } }).values;
    if (to) {
      return to;
    }
  } catch (error) {
    throw new Error(`${(error as Error).message.split('. ')[0]}. It goes like this: ${USAGE}`, {
      cause: error,
    });
  }
  throw new Error(`Say where the backup shall be: ${USAGE}`);
}

/** @throws Error with one sentence when no stack runs, or when its data are not ours to copy */
function runningSource(paths: Paths): BackupSource {
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
  return { postgresUrl: stack.postgresUrl, natsUrl: stack.natsUrl, paths };
}
