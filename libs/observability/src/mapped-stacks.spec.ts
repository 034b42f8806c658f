import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const library = new URL('../dist/index.js', import.meta.url).href;

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'gongxiang-stacks-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** @returns the stack of what a compiled file throws in its third line */
function stackWith(map: string | null): string {
  const file = join(directory, 'loan.js');
  writeFileSync(
    file,
    `import { mapStacks } from '${library}';\nmapStacks();\nfunction approve() { throw new TypeError('no'); }
try { approve(); } catch (error) { console.log(error.stack); }\n`,
  );
  const mapFile = `${file}.map`;
  rmSync(mapFile, { force: true });
  if (map !== null) writeFileSync(mapFile, map);
  return spawnSync(process.execPath, [file], { encoding: 'utf8' }).stdout;
}

describe('the stack of a failure', () => {
  it('names the line of the source, and what was called', () => {
    // Lines 3 and 4 of the compiled file are lines 11 and 12 of the source.
    const stack = stackWith(
      JSON.stringify({ version: 3, sources: ['../src/loan.ts'], names: [], mappings: ';;AAUA;AACA' }),
    );
    const source = pathToFileURL(join(directory, '../src/loan.ts')).href;
    expect(stack).toMatch(/^TypeError: no\n {4}at approve \(/);
    expect(stack).toContain(`${source}:11:`);
    expect(stack).toContain(`${source}:12:`);
    expect(stack).not.toContain('loan.js');
  });

  it('names the line of the compiled file where there is no map, or a broken one', () => {
    for (const map of [null, '{ "version": 3, "mappings": '])
      expect(stackWith(map)).toMatch(/loan\.js:3:\d+/);
  });
});
