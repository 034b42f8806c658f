import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from './progress.js';
import type { Supervised } from './supervisor.js';

const POLL_MS = 300;
/** The compiler builds one project after the other; a restart between two of them would be in vain. */
const QUIET_POLLS = 4;

/**
 * Compiles what changes, and restarts the service whose build changed; every service when a library did.
 *
 * @returns a function that ends it
 */
export function watchBuilds(root: string, services: readonly Supervised[], progress: Progress): () => void {
  const compiler = spawn(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-b',
      '-w',
      '--preserveWatchOutput',
      '.config/tsconfig.build.json',
    ],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  let restarted = stampsOf(root);
  let last = restarted;
  let quietPolls = 0;
  let isBusy = false;
  const timer = setInterval(() => {
    const now = stampsOf(root);
    quietPolls = changedBetween(last, now).length === 0 ? quietPolls + 1 : 0;
    last = now;
    const changed = changedBetween(restarted, now);
    if (changed.length === 0 || quietPolls < QUIET_POLLS || isBusy) {
      return;
    }
    restarted = now;
    isBusy = true;
    void restartChanged(changed, services, progress).finally(() => {
      isBusy = false;
    });
  }, POLL_MS);
  return () => {
    clearInterval(timer);
    compiler.kill();
  };
}

async function restartChanged(
  changed: readonly string[],
  services: readonly Supervised[],
  progress: Progress,
): Promise<void> {
  const isLibrary = changed.some((project) => project.startsWith('libs/'));
  const stale = services.filter((service) => isLibrary || changed.includes(`services/${service.name}`));
  if (stale.length === 0) {
    return;
  }
  progress.say(`Restarting ${stale.map((service) => service.name).join(', ')}`);
  await Promise.all(
    stale.map((service) =>
      service
        .restart()
        .catch((error: Error) => progress.say(`${service.name} was not restarted: ${error.message}`)),
    ),
  );
}

function changedBetween(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): readonly string[] {
  return [...after].filter(([project, stamp]) => before.get(project) !== stamp).map(([project]) => project);
}

/** The compiler writes a project's tsbuildinfo last, so its time says when the build was whole. */
function stampsOf(root: string): Map<string, number> {
  const stamps = new Map<string, number>();
  for (const group of ['libs', 'services']) {
    for (const name of readdirSync(join(root, group))) {
      const info = join(root, group, name, 'tsconfig.tsbuildinfo');
      if (existsSync(info)) {
        stamps.set(`${group}/${name}`, statSync(info).mtimeMs);
      }
    }
  }
  return stamps;
}
