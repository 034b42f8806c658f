import { readFileSync } from 'node:fs';
import { commandLineOf } from '@gongxiang/testing/servers';
import type { Progress } from './progress.js';

const PARENT_POLL_MS = 1_000;

/** Resolves at Ctrl-C, SIGTERM, a closed terminal, or npm's death. Who asks three times does not want to wait. */
export function nextStopRequest(environment: NodeJS.ProcessEnv, progress: Progress): Promise<void> {
  return new Promise((resolve) => {
    let count = 0;
    const onRequest = (): void => {
      count += 1;
      if (count === 1) {
        progress.say('Stopping');
        resolve();
      } else if (count > 2) {
        // npm passes a Ctrl-C on that the terminal has sent us already, so the second may be an echo.
        process.exit(1);
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, onRequest);
    }
    if (environment.npm_lifecycle_event !== undefined) {
      watchParents(onRequest);
    }
  });
}

/** npm may be killed without passing it on, and with or without a shell between it and us; then nobody can stop us but us. */
function watchParents(onGone: () => void): void {
  const before = parents();
  const timer = setInterval(() => {
    if (parents() !== before) {
      clearInterval(timer);
      onGone();
    }
  }, PARENT_POLL_MS);
  timer.unref();
}

function parents(): string {
  const parent = process.ppid;
  const isShell = /^(\S*\/)?sh -c /.test(commandLineOf(parent) ?? '');
  return isShell ? `${parent} ${parentOf(parent)}` : String(parent);
}

function parentOf(pid: number): string {
  try {
    return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}
