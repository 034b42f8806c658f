// What npm test reads without running it: types, format and the rules of the lint. What they find is told a second time at
// the very end, a line for each, as of a log that was cut short the end is what is left.
import { join, relative, resolve, sep } from 'node:path';
import { isLinted } from './changed.mjs';
import { root } from './prepare.mjs';
import { shown, withoutColours } from './shown.mjs';

const FILES_NAMED_MAX = 20;

const checks = [
  {
    // The build leaves the tests out.
    name: 'Types of the tests',
    program: 'typescript/bin/tsc',
    args: ['-p', '.config/tsconfig.spec.json'],
    file: /^(\S.*?)\(\d+,\d+\): error /gm,
  },
  {
    name: 'Types of the page',
    program: 'typescript/bin/tsc',
    args: ['-p', 'services/portal/tsconfig.json'],
    file: /^(\S.*?)\(\d+,\d+\): error /gm,
  },
  {
    name: 'Format, which npm run format mends',
    program: 'prettier/bin/prettier.cjs',
    args: ['--check', '--log-level', 'warn', '.'],
    file: /^\[(?:warn|error)\] (\S+\.\w+)(?::|$)/gm,
  },
  // All but the page in one process: each project of its own would read most of the others again to know their types. The
  // page shares hardly any of them.
  lint('Lint of the page', ['services/portal']),
  lint('Lint of all else', ['.', '--ignore-pattern', 'services/portal/**']),
];

function lint(name, what) {
  return {
    name,
    program: 'eslint/bin/eslint.js',
    args: ['--config', '.config/eslint.config.js', '--max-warnings', '0', ...what],
    // Types take gigabytes, and looking through them for what can go takes long: with a larger young generation most of
    // what a file leaves behind is gone before it gets among them.
    nodeArgs: ['--max-old-space-size=6144', '--max-semi-space-size=64'],
    file: /^((?:\/|[A-Z]:\\).+\.\w+)$/gm,
  };
}

/** @returns the exit code, and of each check that found something a line that names the files */
export function check(environment) {
  return checkBy(checks, environment);
}

/** The same of single files; types are those of whoever imports them, too, and left to the whole. */
export function checkFiles(environment, files) {
  const linted = files.filter(isLinted);
  const format = { ...checks.find(({ name }) => name.startsWith('Format')) };
  format.args = ['--check', '--log-level', 'warn', '--ignore-unknown', ...files];
  return checkBy(
    [...(files.length > 0 ? [format] : []), ...(linted.length > 0 ? [lint('Lint', linted)] : [])],
    environment,
  );
}

async function checkBy(wanted, environment) {
  const failures = [];
  for (const { name, program, args, nodeArgs = [], file } of wanted) {
    const command = [...nodeArgs, join(root, 'node_modules', program), ...args];
    const { code, output } = await shown(command, environment);
    if (code !== 0) failures.push(`● ${name}: ${filesIn(output, file)}`);
  }
  return { code: failures.length === 0 ? 0 : 1, failures };
}

function filesIn(output, pattern) {
  const files = new Set(
    [...withoutColours(output).matchAll(pattern)].map(([, file]) =>
      relative(root, resolve(root, file)).split(sep).join('/'),
    ),
  );
  if (files.size === 0) return 'failed and named no file; see above';
  const more = files.size > FILES_NAMED_MAX ? [`and ${files.size - FILES_NAMED_MAX} more`] : [];
  return [...[...files].slice(0, FILES_NAMED_MAX), ...more].join(', ');
}
