// npm test: installs, builds, lints, then runs every project's tests on one PostgreSQL that is started once.
//   --unit        only *.spec.ts, without servers
//   --changed     what differs from the main line: its format, its lint, and the tests that it touches
//   --containers  on the official images of PostgreSQL and NATS, where a container runtime answers
//   other words   go on to nx, e.g. --projects=@gongxiang/sharing; then nothing is linted
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { byConfig, changedFiles, configOf, testsOf } from './changed.mjs';
import { check, checkFiles } from './checks.mjs';
import { checkNode, prepare, root } from './prepare.mjs';
import { endShown, shown, withoutColours } from './shown.mjs';

const options = {
  isUnit: process.argv.includes('--unit'),
  isChanged: process.argv.includes('--changed'),
  isOnContainers: process.argv.includes('--containers'),
};
const forwarded = process.argv.slice(2).filter((arg) => !/^--(unit|changed|containers)$/.test(arg));
const nxEnvironment = {
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NX_INTERACTIVE: 'false',
  CI: 'true',
};

/** More than these did not fail by chance. */
const FILES_RUN_AGAIN_MAX = 6;
/** What is run again has to have ended by then: whoever waits would be told of no failure at all when their patience ends. */
const RUN_AGAIN_UNTIL_MINUTES = 84;
/** Of a file that is run alone, beside what it took among others: the servers that it starts. */
const RUN_ALONE_SECONDS = 60;
const LINES_OF_A_FAILURE_MAX = 25;
const SLOW_FILES_SHOWN = 25;
const SLOW_SECONDS = 10;

/** Of all pieces of work that have ended so far. */
let processorBefore = 0;

/** Where each run of Jest writes what it found; see .config/jest.results.js. */
const resultsDirectory = mkdtempSync(join(tmpdir(), 'gongxiang-results-'));
process.on('exit', () => rmSync(resultsDirectory, { recursive: true, force: true }));

const proofsProject = '@gongxiang/deploy';
/** Its tests take as long as those of all other services. */
const largestProject = '@gongxiang/sharing';
const withoutPage = { code: 1, failures: ['● The page cannot be built; see above'] };
/** Every project is asked for, and with all its tests. */
const isWhole = !Object.values(options).includes(true) && forwarded.length === 0;

checkNode();
await prepare({ withPage: !options.isUnit && !options.isChanged && !isWhole });
process.exit(await main());

async function main() {
  const servers = await startServers();
  if (servers === undefined) {
    return 0;
  }
  const stop = once(servers.stop);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      endShown();
      void stop().finally(() => process.exit(130));
    });
  }
  try {
    const results = await inLanes(jobsFor(servers));
    tellTimes(results);
    const { passed, failed, skipped } = sum(results);
    const tellFailures = () => {
      const failures = results.flatMap((one) => [...linesOfFailures(one), ...endedOtherwise(one)]);
      if (failures.length > 0) process.stdout.write(`\n${failures.join('\n')}\n`);
    };
    tellFailures();
    if (passed > 0 && !(await failedAgain(servers, results))) {
      process.stdout.write(`\n${passed + failed + skipped} passed, 0 failed\n`);
      return 0;
    }
    // Once more, below what was run again: of a log that was cut short the end is left.
    tellFailures();
    // Steps of a story after one that failed.
    const notRun = skipped === 0 ? '' : `, ${skipped} not run`;
    process.stdout.write(`\n${passed} passed, ${failed} failed${notRun}\n`);
    return 1;
  } finally {
    await stop();
  }
}

function jobsFor(servers) {
  if (options.isChanged) return touched(servers);
  return isWhole ? everything(servers) : [['all that was asked for', () => test(servers, [])]];
}

/** The page is not built: proofs in the browser look at it as it was built last. */
function touched({ environment }) {
  const files = changedFiles();
  const tests = [...byConfig(testsOf(files))];
  const number = tests.reduce((before, [, ofConfig]) => before + ofConfig.length, 0);
  process.stdout.write(`${files.length} files differ, ${number} files of tests are touched\n`);
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  return [
    ['format and lint of what differs', () => checkFiles(nxEnvironment, files)],
    ...tests.map(([config, ofConfig]) => [
      config,
      () => {
        const paths = ofConfig.map((file) => join(root, file));
        return noted(
          ['--no-warnings', jest, '-c', join(root, config), '--runTestsByPath', ...paths],
          environment,
        );
      },
    ]),
  ];
}

function test({ environment }, which) {
  return nx(['-t', 'test', '--skip-nx-cache', '--parallel=1', ...which, ...jestArguments()], environment);
}

/** @param which as deploy/jest.config.js knows them */
function prove({ environment }, which) {
  return test({ environment: { ...environment, GONGXIANG_PROOFS: which } }, [`--projects=${proofsProject}`]);
}

/**
 * The longest first, so that the lanes end at about the same time; but the browser waits, as its page is built meanwhile.
 *
 * @returns pairs of a name and the work itself
 */
function everything(servers) {
  const page = shown([join(root, 'deploy/local/page.mjs')]);
  const withPage = async (job) => ((await page).code === 0 ? job() : withoutPage);
  return [
    ['proofs on the whole platform', () => withPage(() => prove(servers, 'others'))],
    [largestProject, () => test(servers, [`--projects=${largestProject}`])],
    ['proofs in the browser', () => withPage(() => prove(servers, 'browser'))],
    ['other services', () => test(servers, ['--projects=tag:kind:service', `--exclude=${largestProject}`])],
    ['libraries', () => test(servers, ['--exclude=tag:kind:service,tag:kind:deploy'])],
    ['types, format and lint', () => check(nxEnvironment)],
  ];
}

/**
 * Several pieces of work at a time: two on two cores, as each waits for servers as much as it computes; on more cores
 * one less than there are, as the servers compute as well. Three on two cores take as long as two, each file twice as long.
 */
async function inLanes(jobs) {
  const waiting = [...jobs];
  const results = [];
  const lane = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const [name, work] = job;
      const from = performance.now();
      const result = await work();
      results.push({
        ...result,
        name,
        seconds: (performance.now() - from) / 1_000,
        processor: processorSince(),
      });
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism() - 1) }, lane));
  return results;
}

/**
 * Seconds of processor of the pieces of work that have ended since this was asked last: a process counts as its parent's once
 * it has ended, and the two lanes hardly end at once. PostgreSQL, which outlives them all, is not among them.
 * @returns 0 where the operating system does not say
 */
function processorSince() {
  if (process.platform !== 'linux') return 0;
  const [, fields] = readFileSync('/proc/self/stat', 'utf8').split(') ');
  const [ownChildrenUser, ownChildrenSystem] = fields.split(' ').slice(13, 15).map(Number);
  const before = processorBefore;
  // In hundredths, on every Linux that Node runs on.
  processorBefore = (ownChildrenUser + ownChildrenSystem) / 100;
  return processorBefore - before;
}

/** What whoever wants it faster has to know: what each piece of work took, and the files that took longest. */
function tellTimes(results) {
  const jobs = results.map(
    ({ name, seconds, processor }) =>
      `${seconds.toFixed(0).padStart(6)} s, of processor ${processor.toFixed(0).padStart(5)} s  ${name}`,
  );
  const files = results
    .flatMap(({ found = [] }) => found.flatMap((one) => one.files))
    .filter(({ seconds }) => seconds >= SLOW_SECONDS)
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, SLOW_FILES_SHOWN)
    .map(({ file, seconds }) => `${seconds.toFixed(0).padStart(6)} s  ${file}`);
  process.stdout.write(`\n${[...jobs, ...files].join('\n')}\n`);
}

/** @returns undefined when the servers that were asked for cannot be had here */
async function startServers() {
  if (options.isUnit) {
    return { environment: {}, stop: async () => undefined };
  }
  return options.isOnContainers ? startContainers() : startEmbedded();
}

async function startEmbedded() {
  const { startPostgres, removePostgresData } = await import('../../libs/testing/dist/servers/index.js');
  const directory = mkdtempSync(join(tmpdir(), 'gongxiang-test-'));
  // Root lends it to the user that PostgreSQL runs as.
  chmodSync(directory, 0o755);
  const data = join(directory, 'postgres');
  const postgres = await startPostgres({ dataDirectory: data, fast: true, bySocket: true });
  return {
    environment: { GONGXIANG_TEST_POSTGRES_URL: postgres.url },
    stop: async () => {
      await postgres.stop();
      removePostgresData(data);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function startContainers() {
  const require = createRequire(join(root, 'libs/testing/package.json'));
  const { GenericContainer, getContainerRuntimeClient, Wait } = await import(
    pathToFileURL(require.resolve('testcontainers')).href
  );
  try {
    await getContainerRuntimeClient();
  } catch {
    process.stdout.write(
      'No container runtime answers on this machine, so the tests on containers were not run.\n',
    );
    return undefined;
  }
  const [postgres, nats] = await Promise.all([
    new GenericContainer('postgres:18')
      .withEnvironment({
        POSTGRES_PASSWORD: 'postgres',
        POSTGRES_INITDB_ARGS: '--locale-provider=builtin --builtin-locale=C.UTF-8',
      })
      .withCommand(['postgres', '-c', 'fsync=off', '-c', 'max_connections=200'])
      .withExposedPorts(5432)
      .withWaitStrategy(Wait.forLogMessage(/database system is ready to accept connections/, 2))
      .start(),
    new GenericContainer('nats:2.14')
      .withCommand(['--jetstream'])
      .withExposedPorts(4222)
      .withWaitStrategy(Wait.forLogMessage(/Server is ready/))
      .start(),
  ]);
  return {
    environment: {
      GONGXIANG_TEST_POSTGRES_URL: `postgres://postgres:postgres@${postgres.getHost()}:${postgres.getMappedPort(5432)}/postgres`,
      GONGXIANG_TEST_NATS_URL: `nats://${nats.getHost()}:${nats.getMappedPort(4222)}`,
    },
    stop: async () => {
      await Promise.all([postgres.stop(), nats.stop()]);
    },
  };
}

/** Brackets instead of backslashes, as the words pass through a shell. */
function jestArguments() {
  if (options.isUnit) {
    return [...forwarded, '--', '--passWithNoTests', '--testPathPatterns=[.]spec[.]ts'];
  }
  return options.isOnContainers
    ? [...forwarded, '--', '--passWithNoTests', '--runInBand', '--testPathPatterns=[.]int-spec[.]ts']
    : [...forwarded, '--', '--passWithNoTests'];
}

/** @returns beside what `shown` gives, what each run of Jest found */
async function nx(args, environment) {
  const command = [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '--outputStyle=stream', ...args];
  return noted(command, environment);
}

/** @returns the same */
async function noted(command, environment) {
  const directory = mkdtempSync(join(resultsDirectory, 'job-'));
  const ended = await shown(command, {
    ...nxEnvironment,
    ...environment,
    GONGXIANG_TEST_RESULTS: directory,
  });
  const found = readdirSync(directory).map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')));
  return { ...ended, found };
}

/**
 * What failed beside other work is run once more, alone: on a busy machine a test may fail by chance, and that must not
 * hide among real failures, nor stop what is right. What passes then is named, because such a test has to be mended.
 *
 * @returns whether something failed again, or failed otherwise than in a test file
 */
async function failedAgain({ environment }, results) {
  const failed = results.filter(({ code }) => code !== 0);
  const files = failed.flatMap(filesFailedIn);
  const isBeyondTests = failed.some((one) => filesFailedIn(one).length === 0);
  if (isBeyondTests || files.length > FILES_RUN_AGAIN_MAX) {
    return failed.length > 0;
  }
  const secondsOf = new Map(
    failed
      .flatMap(({ found = [] }) => found.flatMap((one) => one.files))
      .map((one) => [one.file, one.seconds]),
  );
  const unsteady = [];
  for (const { file } of files) {
    const endsAfterMs = ((secondsOf.get(file) ?? 0) + RUN_ALONE_SECONDS) * 1_000;
    if (performance.now() + endsAfterMs > RUN_AGAIN_UNTIL_MINUTES * 60_000) return true;
    const { code } = await shown(jestAlone(file), { ...nxEnvironment, ...environment });
    if (code !== 0) {
      return true;
    }
    unsteady.push(file);
  }
  if (unsteady.length > 0) {
    process.stdout.write(
      `\nFailed beside other work and passed alone, to be mended: ${unsteady.join(', ')}\n`,
    );
  }
  return false;
}

/** @param file from the top of the checkout */
function jestAlone(file) {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  return ['--no-warnings', jest, '-c', join(root, configOf(file)), '--testPathPatterns', `${file}$`];
}

function filesFailedIn({ found = [] }) {
  return found.flatMap(({ failedFiles }) => failedFiles);
}

/** What Jest says of the files that failed, of each its first lines. */
function linesOfFailures(result) {
  const ofFile = ({ file, message }) => {
    const lines = withoutColours(message)
      .split('\n')
      .filter((line) => line.trim() !== '');
    return [file, ...lines.slice(0, LINES_OF_A_FAILURE_MAX)].join('\n');
  };
  return [...(result.failures ?? []), ...filesFailedIn(result).map(ofFile)];
}

/** Of a piece of work that ended badly although no test of it failed: how, and its last lines. */
function endedOtherwise(result) {
  const { code, command, output, failures = [] } = result;
  if (code === 0 || failures.length > 0 || filesFailedIn(result).length > 0) return [];
  const lines = withoutColours(output)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/ PASS /.test(line));
  return [[`● Ended with ${code}: ${command}`, ...lines.slice(-LINES_OF_A_FAILURE_MAX)].join('\n')];
}

/** Of all runs; a suite that cannot even be read counts as one that failed. */
function sum(results) {
  const found = results.flatMap((one) => one.found ?? []);
  const total = (of) => found.reduce((before, one) => before + one[of], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

function once(action) {
  let done;
  return () => (done ??= action());
}
