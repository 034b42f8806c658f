import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** As a proof would be: two stories that break in the middle, and a block that is none. */
const proof = `
import { describe, expect, it } from '@jest/globals';
import { story } from '${new URL('./story.ts', import.meta.url).href}';
for (const name of ['one', 'two']) {
  story(name, () => {
    it('first', () => undefined);
    it('second', () => expect(name).toBe('neither'));
    it('third', () => undefined);
    it('fourth', () => expect(name).toBe('neither'));
  });
}
describe('no story', () => {
  it('first', () => expect(1).toBe(2));
  it('second', () => undefined);
});
`;

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'gongxiang-story-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('a story', () => {
  it('ends with the step that fails: the later ones are skipped, and those of other blocks are run', () => {
    writeFileSync(join(directory, 'proof.spec.mjs'), proof);
    const configuration = `import { preset } from '${new URL('../../.config/jest.preset.js', import.meta.url).href}';
      export default { ...preset(import.meta.url), testMatch: ['**/proof.spec.mjs'] };`;
    writeFileSync(join(directory, 'jest.config.mjs'), configuration);
    const jest = [
      at('../../node_modules/jest/bin/jest.js'),
      '-c',
      join(directory, 'jest.config.mjs'),
      '--json',
    ];
    // What fails there is meant to, and is none of this run's findings.
    const { GONGXIANG_TEST_RESULTS: _results, ...env } = process.env;
    const { stdout } = spawnSync(process.execPath, ['--no-warnings', ...jest], { encoding: 'utf8', env });
    const { testResults } = JSON.parse(stdout) as Report;
    const told = testResults.flatMap(({ assertionResults }) => assertionResults);
    expect(told.map(({ fullName, status }) => `${fullName}: ${status}`)).toEqual([
      'one first: passed',
      'one second: failed',
      'one third: pending',
      'one fourth: pending',
      'two first: passed',
      'two second: failed',
      'two third: pending',
      'two fourth: pending',
      'no story first: failed',
      'no story second: passed',
    ]);
  });
});
