// Runs a program whose words are shown as they come, and kept.
import { spawn } from 'node:child_process';
import { root } from './prepare.mjs';

/** What runs now, to be ended with us. */
const running = new Set();

/**
 * @param args what Node is started with
 * @returns the exit code, or the signal that ended it, the command, and what was said to both outputs
 */
export function shown(args, environment) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    from.setEncoding('utf8').on('data', (text) => {
      output += text;
      to.write(text);
    });
  }
  return new Promise((resolve) =>
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? signal, command: args.join(' '), output });
    }),
  );
}

export function endShown() {
  for (const child of running) child.kill();
}

export function withoutColours(text) {
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}
