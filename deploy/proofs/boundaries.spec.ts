import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const withPlanted = (imported: string) =>
  `import { planted } from '${imported}';\nexport const kept = planted;\n`;
const sharing = 'services/sharing/src';
const boundaries = 'gongxiang(boundaries)';

type Breach = readonly [what: string, file: string, source: string, rule: string];

/** One deliberate breach of each boundary, and the rule that must name it. */
const breaches: readonly Breach[] = [
  [
    'a service imports another service',
    `${sharing}/planted.ts`,
    withPlanted('@gongxiang/membership'),
    boundaries,
  ],
  [
    'a service reaches into another service',
    `${sharing}/planted.ts`,
    withPlanted('../../membership/src/membership.module.js'),
    boundaries,
  ],
  [
    'a service reaches into a library by its path',
    `${sharing}/planted.ts`,
    withPlanted('../../../libs/domain/src/money.js'),
    boundaries,
  ],
  [
    'a service imports what it has loaded later',
    `${sharing}/planted.ts`,
    `export const planted = import('../../membership/src/membership.module.js');\n`,
    boundaries,
  ],
  [
    'a service names a type of another service',
    `${sharing}/planted.ts`,
    `export type Planted = import('../../membership/src/membership.module.js').MembershipModule;\n`,
    boundaries,
  ],
  [
    'a test imports another service',
    `${sharing}/planted.spec.ts`,
    withPlanted('@gongxiang/gateway'),
    boundaries,
  ],
  [
    'a library imports one above it',
    'libs/domain/src/planted.ts',
    withPlanted('@gongxiang/contracts/words/money'),
    boundaries,
  ],
  [
    'a library imports itself by its name',
    'libs/persistence/src/planted.ts',
    withPlanted('@gongxiang/persistence'),
    boundaries,
  ],
  [
    'testing imports paper, which is tested with it',
    'libs/testing/src/planted.ts',
    withPlanted('@gongxiang/paper'),
    boundaries,
  ],
  [
    'a library imports a service',
    'libs/messaging/src/planted.ts',
    withPlanted('@gongxiang/sharing'),
    boundaries,
  ],
  [
    'the launcher imports a service',
    'deploy/local/planted.ts',
    withPlanted('@gongxiang/sharing'),
    boundaries,
  ],
  [
    'the gateway imports persistence',
    'services/gateway/src/planted.ts',
    withPlanted('@gongxiang/persistence'),
    boundaries,
  ],
  [
    'the gateway imports the events of messaging',
    'services/gateway/src/planted.ts',
    withPlanted('@gongxiang/messaging/events'),
    boundaries,
  ],
  ['a model imports a framework', `${sharing}/planted.model.ts`, withPlanted('@nestjs/common'), boundaries],
  [
    'a model imports a file that is no model',
    `${sharing}/planted.model.ts`,
    withPlanted('./actions.js'),
    boundaries,
  ],
  [
    'a consumer imports a repository',
    `${sharing}/planted.consumer.ts`,
    withPlanted('./reference/reference.repository.js'),
    boundaries,
  ],
  [
    'the portal imports a library',
    'services/portal/src/planted.ts',
    withPlanted('@gongxiang/contracts/words/money'),
    boundaries,
  ],
  [
    'the portal imports more than the rule of the door',
    'services/portal/src/planted.tsx',
    withPlanted('@gongxiang/domain'),
    boundaries,
  ],
  [
    'a file reads the environment',
    `${sharing}/planted.ts`,
    `export const planted = process.env['SECRET'];\n`,
    'eslint(no-restricted-properties)',
  ],
  [
    'a feature writes due work by SQL of its own',
    `${sharing}/planted.ts`,
    "export const planted = `DELETE FROM due WHERE kind = 'planted'`;\n",
    'gongxiang(due-work)',
  ],
  [
    'a feature writes due work in plain quotes',
    `${sharing}/planted.ts`,
    "export const planted = 'insert into due values (1)';\n",
    'gongxiang(due-work)',
  ],
];

const work = 'async function work(): Promise<void> {\n  await Promise.resolve();\n}\n';
const ifs = Array.from({ length: 10 }, (_, nth) => `  if (x === ${nth}) return ${nth + 1};\n`).join('');

/** What a reader of code looks for, with types and without. */
const faults: readonly Breach[] = [
  ['a promise nobody waits for', `${sharing}/planted.ts`, `${work}work();\n`, 'no-floating-promises'],
  ['the same in a test', `${sharing}/planted.spec.ts`, `${work}work();\n`, 'no-floating-promises'],
  [
    'the same in a test of the platform',
    'deploy/proofs/planted.e2e-spec.ts',
    `${work}work();\n`,
    'no-floating-promises',
  ],
  ['the same in a library', 'libs/domain/src/planted.ts', `${work}work();\n`, 'no-floating-promises'],
  ['the same in the launcher', 'deploy/local/planted.ts', `${work}work();\n`, 'no-floating-promises'],
  ['the same in the portal', 'services/portal/src/planted.tsx', `${work}work();\n`, 'no-floating-promises'],
  [
    'a promise as a condition',
    `${sharing}/planted.ts`,
    `${work}if (work()) throw new Error();\n`,
    'no-misused-promises',
  ],
  [
    'a promise as what is done with each',
    `${sharing}/planted.ts`,
    `${work}[1].forEach(async () => {\n  await work();\n});\n`,
    'no-misused-promises',
  ],
  [
    'anything returned',
    `${sharing}/planted.ts`,
    "export function planted(): string {\n  return JSON.parse('1');\n}\n",
    'no-unsafe-return',
  ],
  [
    'anything given',
    `${sharing}/planted.ts`,
    "export const planted = Number.parseInt(JSON.parse('1'), 10);\n",
    'no-unsafe-argument',
  ],
  [
    'a part of anything',
    `${sharing}/planted.ts`,
    "export const planted: string = JSON.parse('1').a;\n",
    'no-unsafe-member-access',
  ],
  [
    'anything called',
    `${sharing}/planted.ts`,
    "export const planted: string = JSON.parse('1')();\n",
    'no-unsafe-call',
  ],
  ['a number waited for', `${sharing}/planted.ts`, 'await Number(1);\n', 'await-thenable'],
  [
    'a method without its object',
    `${sharing}/planted.ts`,
    'export const { then } = Promise.resolve();\n',
    'unbound-method',
  ],
  [
    'an object in a text',
    `${sharing}/planted.ts`,
    'export const planted = `${new Map([[1, 2]])}`;\n',
    'restrict-template-expressions',
  ],
  [
    'eleven ways through a function',
    `${sharing}/planted.ts`,
    `export function planted(x: number): number {\n${ifs}  return 0;\n}\n`,
    'complexity',
  ],
  ['a word to the terminal', `${sharing}/planted.ts`, "console.log('planted');\n", 'no-console'],
  [
    'an assertion that something is there',
    `${sharing}/planted.ts`,
    "export const planted = process.argv.find((one) => one === 'a')!.length;\n",
    'no-non-null-assertion',
  ],
  ['any', `${sharing}/planted.ts`, 'export const planted = (one: any) => typeof one;\n', 'no-explicit-any'],
  [
    'a variable that nothing uses',
    `${sharing}/planted.ts`,
    'const planted = 1;\nexport {};\n',
    'no-unused-vars',
  ],
  [
    'a directive that nothing needs',
    `${sharing}/planted.ts`,
    '// eslint-disable-next-line no-console\nexport const planted = 1;\n',
    '',
  ],
];

/** What looks like a breach and is none. */
const allowed: readonly (readonly [what: string, file: string, source: string])[] = [
  ['a service imports a library', `${sharing}/planted.ts`, withPlanted('@gongxiang/domain')],
  ['a service imports a file of its own', `${sharing}/planted.ts`, withPlanted('./actions.js')],
  [
    'a model imports the types of a framework',
    `${sharing}/planted.model.ts`,
    "export type { Type } from '@nestjs/common';\n",
  ],
  ['a model imports a model', `${sharing}/planted.model.ts`, withPlanted('./other.model.js')],
  [
    'the portal imports the rule of the door',
    'services/portal/src/planted.ts',
    withPlanted('@gongxiang/domain/door'),
  ],
  [
    'a library is tested with testing',
    'libs/persistence/src/planted.spec.ts',
    withPlanted('@gongxiang/testing'),
  ],
  [
    'a test looks into another district',
    `${sharing}/reference/planted.spec.ts`,
    withPlanted('../calls/planted.js'),
  ],
  [
    'the launcher reads the environment',
    'deploy/local/planted.ts',
    "export const planted = process.env['HOME'];\n",
  ],
  [
    'a parameter that nothing uses is called _',
    `${sharing}/planted.ts`,
    'export const planted = (_first: string, second: string) => second;\n',
  ],
  [
    'ten ways through a function',
    `${sharing}/planted.ts`,
    `export function planted(x: number): number {\n${ifs.slice(0, ifs.lastIndexOf('  if'))}  return 0;\n}\n`,
  ],
];

/** Of each service, which of its districts each of them may import. */
type Districts = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
const services = Object.entries(
  JSON.parse(readFileSync(join(root, '.config/districts.json'), 'utf8')) as Districts,
);
const pairs = services.flatMap(([service, arrows]) =>
  Object.entries(arrows).flatMap(([from, allowed]) =>
    Object.keys(arrows)
      .filter((to) => to !== from)
      .map((to) => ({ service, from, to, isAllowed: allowed.includes(to) })),
  ),
);

/** What is planted stands in a copy of the settings, each under a name of its own, so that one run of the lint reads it all. */
const planted = new Map<string, string>();
const found = new Map<string, string[]>();
let copy = '';

/** @returns the name under which it will be known */
function plant(file: string, source: string): string {
  const [, place = '', ending = ''] = /^(.*\/planted)(\..+)$/.exec(file) ?? [];
  const name = `${place}-${planted.size}${ending}`;
  planted.set(name, source);
  return name;
}

const plantAll = (all: readonly Breach[]) =>
  all.map(([what, file, source, rule]) => ({ what, rule, name: plant(file, source) }));
const plantedBreaches = plantAll(breaches);
const plantedFaults = plantAll(faults);
const plantedAllowed = allowed.map(([what, file, source]) => ({ what, name: plant(file, source) }));
/** The areas of the portal lie in a folder of their own. */
function folderOf(service: string, district: string): string {
  const isArea = service === 'portal' && existsSync(join(root, 'services/portal/src/areas', district));
  return isArea ? `areas/${district}` : district;
}

function wayTo(service: string, from: string, to: string): string {
  return relative(from, `${folderOf(service, to)}/noun/planted.js`)
    .split(sep)
    .join('/');
}

const plantedPairs = pairs.map(({ from, to, ...pair }) => ({
  ...pair,
  from,
  to,
  names: ['', 'noun/'].map((folder) =>
    plant(
      `services/${pair.service}/src/${folderOf(pair.service, from)}/${folder}planted.service.ts`,
      `export { planted } from '${wayTo(pair.service, `${folderOf(pair.service, from)}/${folder}`, to)}';\n`,
    ),
  ),
}));

interface Finding {
  readonly code?: string;
  readonly message: string;
  readonly filename: string;
}

beforeAll(async () => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), 'planted-')));
  const settings = ['.oxlintrc.json', 'tsconfig.base.json', '.config'];
  const projects = ['libs', 'services'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => `${group}/${name}`),
  );
  for (const setting of [
    ...settings,
    ...[...projects, 'deploy'].map((project) => `${project}/tsconfig.json`),
    ...[...projects, 'deploy']
      .map((project) => `${project}/tsconfig.build.json`)
      .filter((file) => existsSync(join(root, file))),
  ])
    cpSync(join(root, setting), join(copy, setting), { recursive: true });
  for (const place of ['', ...projects].map((project) => join(project, 'node_modules')))
    if (existsSync(join(root, place))) symlinkSync(join(root, place), join(copy, place));
  for (const [name, source] of planted) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    writeFileSync(join(copy, name), source);
  }
  for (const { filename, code, message } of await lint(copy)) {
    const name = relative(copy, join(copy, filename)).split(sep).join('/');
    found.set(name, [...(found.get(name) ?? []), code ?? message]);
  }
}, 120_000);

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

function lint(directory: string): Promise<readonly Finding[]> {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [oxlint, '-f', 'json', 'libs', 'services', 'deploy'],
      { cwd: directory, maxBuffer: 2 ** 26 },
      (_error, stdout, stderr) => {
        if (!stdout.startsWith('{')) reject(new Error(`${stdout}${stderr}`));
        else resolve((JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics);
      },
    );
  });
}

const foundIn = (name: string) => found.get(name) ?? [];

describe('the lint names each breach of a boundary', () => {
  it.each(plantedBreaches)('$what', ({ name, rule }) => {
    expect(foundIn(name)).toContain(rule);
  });
});

describe('the lint names', () => {
  it.each(plantedFaults)('$what', ({ name, rule }) => {
    expect(foundIn(name).filter((code) => code.includes(rule))).not.toEqual([]);
  });
});

describe('the lint has nothing to say where', () => {
  it.each(plantedAllowed)('$what', ({ name }) => {
    expect(foundIn(name)).toEqual([]);
  });
});

describe('between the districts of a service', () => {
  it.each(plantedPairs)('$service: $from imports $to: $isAllowed', ({ names, isAllowed }) => {
    for (const name of names) expect(foundIn(name).includes(boundaries)).toBe(!isAllowed);
  });

  it.each(services)('%s: imports go one way, and each folder is a district', (service, arrows) => {
    const order = Object.keys(arrows);
    for (const [from, allowed] of Object.entries(arrows))
      expect(allowed.filter((to) => order.indexOf(to) >= order.indexOf(from))).toEqual([]);
    const foldersIn = (place: string): string[] =>
      readdirSync(join(root, 'services', service, place), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !['migrations', 'config', 'areas'].includes(entry.name))
        .map(({ name }) => name);
    const folders = [...foldersIn('src'), ...(service === 'portal' ? foldersIn('src/areas') : [])];
    expect(folders.sort()).toEqual(order.sort());
  });

  it.each(services)('%s: the picture in its README is what the lint allows', (service, arrows) => {
    const text = readFileSync(join(root, 'services', service, 'README.md'), 'utf8');
    const [, picture = ''] = /```mermaid\n([^`]*)```/.exec(text) ?? [];
    const drawn = [...picture.matchAll(/^ *([\w-]+) --> ([\w-]+)$/gm)].map(([, from, to]) => `${from} ${to}`);
    const allowed = Object.entries(arrows).flatMap(([from, others]) => others.map((to) => `${from} ${to}`));
    // Each layer of the portal may import all below it; the picture shows the next ones only.
    expect((service === 'portal' ? throughOthers(drawn) : drawn).sort()).toEqual(allowed.sort());
  });
});

/** The arrows, and those that lead on from where they end. */
function throughOthers(drawn: readonly string[]): string[] {
  const next = new Map<string, string[]>();
  for (const [from = '', to = ''] of drawn.map((arrow) => arrow.split(' ')))
    next.set(from, [...(next.get(from) ?? []), to]);
  const below = (from: string): string[] => (next.get(from) ?? []).flatMap((to) => [to, ...below(to)]);
  return [...next.keys()].flatMap((from) => [...new Set(below(from))].map((to) => `${from} ${to}`));
}
