// Everything up to the first compiled line: installs and builds only what has changed. Plain JavaScript without
// dependencies, as it runs before there are any.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const home = join(root, '.gongxiang');
const stampFile = join(home, 'build.json');
const lockFile = join(home, 'prepare.lock');
const LOCK_TIMEOUT_MS = 600_000;

/** Where the steps are told. */
let terminal = process.stdout;
/** npm or the compiler, while it works. */
let worker;

/** Ends the process with one sentence when Node is too old; needs no new syntax to say so. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Node ${process.versions.node} is too old: install Node 20.19 or newer.`);
  }
}

/**
 * Installs and compiles what has changed, and builds the page unless it is told otherwise. Two that do so at once would
 * break each other's node_modules, so the second waits. With isQuiet stdout stays free for what comes after.
 */
export async function prepare({ withPage = true, isQuiet = false } = {}) {
  terminal = isQuiet ? process.stderr : process.stdout;
  const steps = [install, build, ...(withPage ? [buildPortal] : [])].filter(
    (work) => work.isDone() === false,
  );
  if (steps.length === 0) {
    return;
  }
  await takeLock();
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, giveUp);
  }
  try {
    for (const work of steps) {
      if (!work.isDone()) {
        await work.run();
      }
    }
  } finally {
    rmSync(lockFile, { force: true });
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.off(signal, giveUp);
    }
  }
}

/** Leaves neither the lock nor npm behind: a later process may get our number, and would be waited for. */
function giveUp() {
  worker?.kill();
  process.exit(130);
}

/**
 * The packages, when node_modules is not what the lock file says. What npm's cache knows is not asked for again, which
 * saves two thirds of the time; a cache that is too old to know a version of ours is asked past.
 */
const install = {
  isDone: isInstalled,
  run: () =>
    step('Installing packages, about 40 s', 'install', npm(['ci', '--no-progress', '--prefer-offline']), {
      when: /ETARGET|ENOVERSIONS/,
      command: npm(['ci', '--no-progress']),
    }),
};

/** Libraries, services and deployment tools. */
const build = {
  stamp: () =>
    stampOf(
      ['libs', 'services', 'deploy', '.config', 'tsconfig.base.json'],
      /\.(ts|json)$|^bundle\.mjs$/,
      /^portal$/,
    ),
  isDone: () =>
    existsSync(join(root, 'deploy/dist/local/launcher.js')) &&
    existsSync(join(root, 'services/gateway/dist/bundle/main.js')) &&
    readStamps().backend === build.stamp(),
  async run() {
    const stamp = build.stamp();
    const compiler = join(root, 'node_modules/@typescript/native/bin/tsc');
    await step('Compiling', 'build', [process.execPath, [compiler, '-b', '.config/tsconfig.build.json']]);
    await step('Bundling', 'bundle', [process.execPath, [join(root, 'deploy/local/bundle.mjs')]]);
    writeStamp('backend', stamp);
  },
};

/** The page, when it, or a rule that it shares with the services, has changed; the types of its client are kept. */
const buildPortal = {
  stamp: () => stampOf(['services/portal', 'libs/domain/src'], /./, /^$/),
  isDone: () =>
    !hasPage() ||
    (existsSync(join(root, 'services/portal/dist/index.html')) &&
      readStamps().portal === buildPortal.stamp()),
  async run() {
    const stamp = buildPortal.stamp();
    await step('Building the page', 'portal', npm(['run', 'build', '--workspace', '@gongxiang/portal']));
    writeStamp('portal', stamp);
  },
};

function hasPage() {
  const manifest = join(root, 'services/portal/package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).scripts?.build !== undefined;
}

async function takeLock() {
  mkdirSync(home, { recursive: true });
  const deadline = Date.now() + LOCK_TIMEOUT_MS;
  let hasSaid = false;
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      process.on('exit', () => rmSync(lockFile, { force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') {
        fail(`${lockFile} cannot be written (${error.code}): make it writable for you, and start again.`);
      }
    }
    if (!isAlive(Number(readLock()))) {
      rmSync(lockFile, { force: true });
    } else if (Date.now() > deadline) {
      fail(
        `Another start has been installing or building for ${LOCK_TIMEOUT_MS / 60_000} minutes: end it, and start again.`,
      );
    } else if (!hasSaid) {
      terminal.write('Another start is installing or building here; waiting for it\n');
      hasSaid = true;
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

function readLock() {
  return existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : '';
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** @returns the exit code; output goes to the terminal */
export function run(command, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
    child.once('error', (error) => fail(`${command} cannot be started: ${error.message}.`));
    child.once('exit', (code, signal) => resolve(signal === null ? code : 130));
  });
}

/** The words of a command that asks a gateway: where none is named with --url, that of the running stack. */
export function withGateway(args) {
  if (args.some((arg) => arg === '--url' || arg.startsWith('--url='))) return args;
  const stackFile = join(home, 'stack.json');
  if (!existsSync(stackFile)) {
    fail('No stack of this checkout is running: run npm start first, or give a gateway with --url http://….');
  }
  return [...args, '--url', JSON.parse(readFileSync(stackFile, 'utf8')).gatewayUrl];
}

export function fail(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

/** npm as the one that runs us, else the one on PATH. */
export function npm(args) {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, [script, ...args]] : ['npm', args];
}

/** @param remedy another command, for when the log of the first one says why it is needed */
async function step(title, logName, command, remedy = undefined) {
  const logs = join(home, 'logs');
  mkdirSync(logs, { recursive: true });
  const logFile = join(logs, `${logName}.log`);
  const seconds = () => `${(performance.now() / 1000).toFixed(1).padStart(5)} s  `;
  terminal.write(`${seconds()}${title}\n`);
  const beat = setInterval(() => terminal.write(`${seconds()}… still at it\n`), 15_000);
  let code = await runInto(logFile, command);
  if (code !== 0 && remedy?.when.test(readFileSync(logFile, 'utf8'))) {
    code = await runInto(logFile, remedy.command);
  }
  clearInterval(beat);
  if (code !== 0) {
    const lines = readFileSync(logFile, 'utf8').trim().split('\n');
    fail(
      `${title.split(',')[0]} failed; mend what it says and start again. The whole log: ${logFile}\n  ${lines.slice(-15).join('\n  ')}`,
    );
  }
  terminal.write(`${seconds()}done\n`);
}

function runInto(logFile, [command, args]) {
  const log = openSync(logFile, 'w');
  worker = spawn(command, args, { cwd: root, stdio: ['ignore', log, log] });
  closeSync(log);
  return new Promise((resolve) => {
    worker.once('error', () => resolve(127));
    worker.once('exit', (exitCode, signal) => resolve(signal === null ? exitCode : 130));
  });
}

/** npm leaves its own copy of the lock file in node_modules; what a platform may leave out does not count. */
function isInstalled() {
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) {
    return false;
  }
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      !path.includes('node_modules/') ||
      entry.extraneous ||
      entry.optional ||
      entry.devOptional ||
      (present[path]?.version === entry.version && existsSync(join(root, path))),
  );
}

/** Names, sizes and times: a hundredth of the time that reading them would take. */
function stampOf(places, pattern, leftOut) {
  const hash = createHash('sha256').update(process.versions.node);
  const visit = (path) => {
    const stat = statSync(join(root, path));
    if (!stat.isDirectory()) {
      hash.update(`${path}:${stat.size}:${stat.mtimeMs}\n`);
      return;
    }
    for (const entry of readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const isSource = entry.isDirectory()
        ? !/^(node_modules|dist|coverage)$/.test(entry.name) && !leftOut.test(entry.name)
        : pattern.test(entry.name) && !entry.name.endsWith('.tsbuildinfo');
      if (isSource) {
        visit(join(path, entry.name));
      }
    }
  };
  for (const place of places) {
    visit(place);
  }
  return hash.digest('hex');
}

function readStamps() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

function writeStamp(name, stamp) {
  mkdirSync(home, { recursive: true });
  writeFileSync(stampFile, `${JSON.stringify({ ...readStamps(), [name]: stamp })}\n`);
}
