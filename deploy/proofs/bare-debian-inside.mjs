// What bare-debian.sh runs inside: plain Node, as there is nothing else. node bare-debian-inside.mjs <checkout>
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const checkout = process.argv[2];
const stackFile = join(checkout, '.gongxiang/stack.json');
const FIRST_START_MS = 1_200_000;
const LATER_START_MS = 120_000;
const SECOND_START_TARGET_S = 10;
const STOP_MS = 20_000;
const TEST_MS = 3_600_000;
/** The programs of this proof itself: node, and what stands between it and the first process. */
const before = new Set(processes());
const findings = [];

process.chdir(checkout);
process.stdout.write(
  `user ${process.getuid()}, node ${process.version}, HOME ${process.env.HOME ?? 'unset'}\n`,
);
await firstStart();
await secondStart();
await takenPort();
await wrongDatabase();
await freshAndEmpty();
await watching();
await tests();
for (const finding of findings) {
  process.stdout.write(`DOES NOT HOLD  ${finding}\n`);
}
process.stdout.write(findings.length === 0 ? 'All of it holds\n' : `${findings.length} findings\n`);
process.exit(findings.length === 0 ? 0 : 1);

async function firstStart() {
  const start = await up('first npm start', ['start'], FIRST_START_MS);
  const stack = JSON.parse(readFileSync(stackFile, 'utf8'));
  expect((statSync(stackFile).mode & 0o777) === 0o600, 'stack.json is for its owner alone');
  expect(Object.values(stack.pids).every(isAlive), 'every pid of stack.json is alive');
  await answers(`${stack.gatewayUrl}/health/ready`, /./);
  await answers(`${stack.gatewayUrl}/`, /<div|<main/);
  await answers(`${stack.gatewayUrl}/api/docs`, /./);
  const demo = await finish(['run', '--silent', 'demo', '--', '--json'], LATER_START_MS);
  expect(demo.code === 0 && isJson(demo.out), 'npm run --silent demo -- --json gives JSON alone', demo);
  await down(start);
}

async function secondStart() {
  const start = await up('second npm start', ['start'], LATER_START_MS);
  expect(start.seconds <= SECOND_START_TARGET_S, `the second start is up in ${SECOND_START_TARGET_S} s`);
  expect(
    !/Installing|Compiling|Building/.test(start.output.out),
    'the second start installs and builds nothing',
  );
  await down(start);
}

async function takenPort() {
  const blocker = createServer();
  await new Promise((resolve) => blocker.once('error', resolve).listen(3000, '127.0.0.1', resolve));
  const start = await up('npm start with 3000 taken', ['start'], LATER_START_MS);
  expect(/Port 3000 is taken: gateway listens on \d+/.test(start.output.out), 'a taken port is said');
  await down(start);
  blocker.close();
}

async function wrongDatabase() {
  const wrong = { DATABASE_URL: 'postgres://nobody:wrong@127.0.0.1:9/none' };
  const { code, err } = await finish(['start'], LATER_START_MS, wrong);
  const said = err.split('\n').filter((line) => line !== '' && !line.startsWith('npm'));
  expect(code === 1 && said.length === 1, `a wrong DATABASE_URL gives one sentence: ${said.join(' | ')}`);
}

async function freshAndEmpty() {
  const password = 'given-at-the-terminal';
  // script is essential in Debian, and gives npm a terminal.
  const asked = run('script', ['-qec', 'npm start -- --fresh --empty', '/dev/null'], {}, 'pipe');
  const isAsked = await until(() => /Password for the first account/.test(asked.out), LATER_START_MS);
  expect(isAsked, '--empty asks for the password', asked);
  asked.child.stdin.write(`${password}\r`);
  const isUp = await until(() => /Gongxiang runs at/.test(asked.out), LATER_START_MS);
  expect(isUp, '--empty starts after the password', asked);
  expect(!asked.out.includes(password), 'the password is not shown');
  expect(await signsIn(password), 'the operator signs in with the password');
  // The terminal turns this byte into a Ctrl-C.
  asked.child.stdin.write('\u0003');
  await gone(asked, 'npm start -- --empty at a terminal');
  const start = await up(
    'npm start -- --fresh --empty',
    ['start', '--', '--fresh', '--empty'],
    LATER_START_MS,
    {
      FIRST_OPERATOR_PASSWORD: password,
    },
  );
  expect(/data of earlier starts were removed/.test(start.output.out), '--fresh says what it removed');
  expect(await signsIn(password), 'the operator signs in with FIRST_OPERATOR_PASSWORD');
  await down(start);
  await down(await up('npm start -- --fresh', ['start', '--', '--fresh'], LATER_START_MS));
}

async function watching() {
  await down(await up('npm run dev', ['run', 'dev'], LATER_START_MS));
}

async function tests() {
  if (process.env.BARE_TESTS !== 'yes') {
    return;
  }
  const words = (process.env.BARE_TEST_WORDS ?? '').split(' ').filter((word) => word !== '');
  const from = performance.now();
  const result = await finish(['test', ...(words.length > 0 ? ['--', ...words] : [])], TEST_MS, {}, 'show');
  say(`npm test ${words.join(' ')}`, from, `code ${result.code}`);
  expect(result.code === 0, `npm test: ${result.out.trim().split('\n').at(-1)}`);
  await expectNothingLeft('npm test');
}

/** Starts npm as a terminal would, in a process group of its own, and waits until the platform is up. */
async function up(title, args, timeoutMs, env = {}) {
  const from = performance.now();
  const output = run('npm', args, env);
  await until(() => /Gongxiang runs at/.test(output.out) || output.code !== undefined, timeoutMs);
  say(title, from, (/.*Gongxiang runs at.*/.exec(output.out)?.[0] ?? `FAILED\n${tail(output)}`).trim());
  const lines = output.out
    .split('\n')
    .filter((line) =>
      /^ *[\d.]+ s {2}(Installing|Compiling|Building|Loading|Port|.* (failed|ended|did not))/.test(line),
    );
  process.stdout.write(lines.map((line) => `    ${line}\n`).join(''));
  if (!/Gongxiang runs at/.test(output.out)) {
    findings.push(`${title} does not come up`);
    process.stdout.write(`DOES NOT HOLD  ${title} does not come up\n`);
    process.exit(1);
  }
  return { title, output, seconds: (performance.now() - from) / 1_000 };
}

/** Ctrl-C goes to the whole group. */
async function down({ title, output }) {
  process.kill(-output.child.pid, 'SIGINT');
  await gone(output, title);
}

async function gone(output, title) {
  const from = performance.now();
  const hasEnded = await until(() => output.code !== undefined, STOP_MS);
  expect(hasEnded, `${title}: ends after Ctrl-C`);
  await expectNothingLeft(title);
  expect(!existsSync(stackFile), `${title}: stack.json is removed`);
  say('  Ctrl-C', from, `code ${output.code}`);
}

async function expectNothingLeft(title) {
  await until(() => left().length === 0, 2_000);
  expect(left().length === 0, [`${title}: nothing is left running`, ...left()].join(' / '));
}

async function finish(args, timeoutMs, env = {}, show = undefined) {
  const output = run('npm', args, env, 'ignore', show);
  if (!(await until(() => output.code !== undefined, timeoutMs))) {
    process.kill(-output.child.pid, 'SIGINT');
    await until(() => output.code !== undefined, STOP_MS);
  }
  return output;
}

function run(command, args, env, stdin = 'ignore', show = undefined) {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    detached: true,
    stdio: [stdin, 'pipe', 'pipe'],
  });
  const output = { child, out: '', err: '', code: undefined };
  child.stdout.on('data', (chunk) => {
    output.out += chunk;
    if (show !== undefined) {
      process.stdout.write(chunk);
    }
  });
  child.stderr.on('data', (chunk) => (output.err += chunk));
  child.once('close', (code, signal) => (output.code = code ?? signal));
  return output;
}

async function answers(url, pattern) {
  const response = await fetch(url).catch((error) => ({ status: error.message, text: () => '' }));
  const text = await response.text();
  expect(response.status === 200 && pattern.test(text), `${url} answers: ${response.status}`);
}

async function signsIn(password) {
  const { gatewayUrl } = JSON.parse(readFileSync(stackFile, 'utf8'));
  const response = await fetch(`${gatewayUrl}/api/v1/auth/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'operator', password }),
  });
  return response.ok;
}

function processes() {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
}

/** Without zombies: nobody collects them here. */
function left() {
  return processes()
    .filter((pid) => !before.has(pid))
    .map((pid) => {
      try {
        const isZombie = /\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
        return isZombie ? '' : `${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`;
      } catch {
        return '';
      }
    })
    .filter((line) => line !== '');
}

function isAlive(pid) {
  return existsSync(`/proc/${pid}`);
}

async function until(isSo, timeoutMs) {
  const deadline = Date.now() + timeoutMs;
  while (!isSo() && Date.now() < deadline) {
    await delay(50);
  }
  return isSo();
}

function expect(holds, sentence, output = undefined) {
  process.stdout.write(`    ${holds ? 'ok' : 'NO'}  ${sentence}\n`);
  if (!holds && output !== undefined) {
    process.stdout.write(`      ${tail(output)}\n`);
  }
  if (!holds) {
    findings.push(sentence);
  }
}

function say(title, from, result) {
  process.stdout.write(
    `${((performance.now() - from) / 1_000).toFixed(1).padStart(6)} s  ${title}: ${result}\n`,
  );
}

function isJson(text) {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

function tail({ out, err }) {
  return `${out}\n${err}`.trim().split('\n').slice(-8).join('\n      ');
}
