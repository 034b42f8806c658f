import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from './progress.js';
import type { Supervised } from './supervisor.js';

const POLL_MS = 300;
const SOURCES_POLL_MS = 1_000;
/** The compiler builds one project after the other; a restart between two of them would be in vain. */
const QUIET_POLLS = 4;

/**
 * Compiles what changes, and restarts the service whose build changed; every service when a library did.
 *
 * @returns a function that ends it
 */
export function watchBuilds(root: string, services: readonly Supervised[], progress: Progress): () => void {
  const stopCompiling = compileChanges(root);
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
    stopCompiling();
  };
}

/**
 * Runs the compiler whenever a source is newer than when it ran last, and shows what it says. Its own `-w` missed changes while
 * the machine was busy (7.0.2).
 *
 * @returns a function that ends it
 */
function compileChanges(root: string): () => void {
  let compiled = sourcesStamp(root);
  let compiler: ChildProcess | null = null;
  const timer = setInterval(() => {
    if (compiler !== null) return;
    const now = sourcesStamp(root);
    if (now === compiled) return;
    compiled = now;
    compiler = spawn(
      process.execPath,
      [join(root, 'node_modules/@typescript/native/bin/tsc'), '-b', '.config/tsconfig.build.json'],
      { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
    );
    compiler.once('close', () => {
      compiler = null;
    });
  }, SOURCES_POLL_MS);
  return () => {
    clearInterval(timer);
    compiler?.kill();
  };
}

/** How many sources there are, and when one was written last. */
function sourcesStamp(root: string): string {
  let [count, newest] = [0, 0];
  const visit = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        visit(path);
      } else {
        count += 1;
        newest = Math.max(newest, statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      }
    }
  };
  for (const group of ['libs', 'services']) {
    for (const name of readdirSync(join(root, group))) {
      const sources = join(root, group, name, 'src');
      if (name !== 'portal' && existsSync(sources)) visit(sources);
    }
  }
  return `${count} ${newest}`;
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
      const info = join(root, group, name, 'tsconfig.build.tsbuildinfo');
      if (existsSync(info)) {
        stamps.set(`${group}/${name}`, statSync(info).mtimeMs);
      }
    }
  }
  return stamps;
}
