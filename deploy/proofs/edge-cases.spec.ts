import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Numbers of edge cases in the names of tests. */
function proved(): Set<string> {
  const files = ['libs', 'services', 'deploy'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /spec\.tsx?$/.test(file) && !/(^|\/)(node_modules|dist)\//.test(file))
      .map((file) => join(root, folder, file)),
  );
  return new Set(files.flatMap((file) => readFileSync(file, 'utf8').match(/\bE\d{2,3}\b/g) ?? []));
}

describe('the list of edge cases', () => {
  it('has every number that a test carries, and says of each that none does', () => {
    const text = readFileSync(join(root, 'libs/domain/EDGE-CASES.md'), 'utf8');
    const entries = [...text.matchAll(/^- \*\*(E\d+)\*\*((?:.|\n {2})*)/gm)];
    const unproved = entries
      .filter(([, , words]) => words?.replace(/\s+/g, ' ').includes('No test carries'))
      .map(([, one]) => one);
    const numbers = entries.map(([, one]) => one);
    expect(new Set(numbers).size).toBe(numbers.length);
    const carried = proved();
    expect([...carried].filter((one) => !numbers.includes(one))).toEqual([]);
    expect(numbers.filter((one) => !carried.has(one ?? ''))).toEqual(unproved);
  });
});
