// Which files differ from the main line, and which tests they touch.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root } from './prepare.mjs';

const isSource = (file) => /\.(ts|tsx)$/.test(file) && !file.endsWith('.d.ts');
const isTest = (file) => /\.(int-|e2e-)?spec\.tsx?$/.test(file);
/** These name everything of a service: what imports them is touched by nothing in particular. */
const isWiring = (file) => /\.(module|fixture)\.tsx?$|\/all\.ts$|\/data-source\.ts$/.test(file);

function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
}

/** Files that are new or other than on the branch `main` where this one left it; on `main` itself, than in the commit before. */
export function changedFiles() {
  const [head] = git('rev-parse', 'HEAD');
  const [left = 'HEAD~1'] = attempt(() => git('merge-base', 'HEAD', 'main')) ?? [];
  const base = left === head ? 'HEAD~1' : left;
  const changed = [...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')];
  return [...new Set(changed)].filter((file) => existsSync(join(root, file))).sort();
}

function attempt(work) {
  try {
    return work();
  } catch {
    return undefined; // a clone that has one branch alone
  }
}

/**
 * The tests that import one of the files, also by way of others, and those that stand in the same folder. What reaches a file through
 * the wiring of its service alone is left to `npm test`.
 */
export function testsOf(changed) {
  const sources = git('ls-files', '--cached', '--others', '--exclude-standard').filter(
    (file) => isSource(file) && existsSync(join(root, file)),
  );
  const importers = new Map();
  for (const file of sources) {
    if (isWiring(file)) continue;
    for (const imported of importsOf(file)) {
      if (!importers.has(imported)) importers.set(imported, []);
      importers.get(imported).push(file);
    }
  }
  const touched = new Set(changed.filter(isSource));
  for (const file of touched) for (const importer of importers.get(file) ?? []) touched.add(importer);
  const folders = new Set(changed.filter(isSource).map(dirname));
  return sources.filter((file) => isTest(file) && (touched.has(file) || folders.has(dirname(file))));
}

function importsOf(file) {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s+'(\.[^']+|@gongxiang\/[^']+)'/g)].flatMap(([, specifier]) => {
    const [, library, part = ''] = /^@gongxiang\/([^/]+)(\/.+)?$/.exec(specifier) ?? [];
    const path =
      library === undefined
        ? normalize(join(dirname(file), specifier.replace(/\.js$/, '')))
        : `libs/${library}/src${part}`;
    return ['.ts', '.tsx', '/index.ts']
      .map((ending) => path + ending)
      .filter((one) => existsSync(join(root, one)));
  });
}

/** The tests by the project that they belong to. */
export function byConfig(tests) {
  const configs = new Map();
  for (const test of tests) configs.set(configOf(test), [...(configs.get(configOf(test)) ?? []), test]);
  return configs;
}

/** Jest's settings for a test. */
export function configOf(test) {
  const project = test.startsWith('deploy/') ? 'deploy' : test.split('/').slice(0, 2).join('/');
  return `${project}/jest.config.js`;
}

export const isLinted = isSource;
