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
    program: '@typescript/native/bin/tsc',
    args: ['-p', '.config/tsconfig.tests.json'],
    file: /^(\S.*?)\(\d+,\d+\): error /gm,
  },
  {
    name: 'Types of the page',
    program: '@typescript/native/bin/tsc',
    // Each of its checkers works out for itself what the texts and the client are: four take 37 s of processor, two 29 s.
    args: ['-p', 'services/portal/tsconfig.json', '--checkers', '2'],
    file: /^(\S.*?)\(\d+,\d+\): error /gm,
  },
  {
    name: 'Format, which npm run format mends',
    program: 'prettier/bin/prettier.cjs',
    args: ['--check', '--log-level', 'warn', '.'],
    file: /^\[(?:warn|error)\] (\S+\.\w+)(?::|$)/gm,
  },
  lint('Lint', []),
];

function lint(name, files) {
  return { name, program: 'oxlint/bin/oxlint', args: files, file: /[,╭][-─]\[(.+):\d+:\d+\]$/gm };
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
