import { readFileSync } from 'node:fs';

/**
 * The order of the files, which run one at a time: those that share a platform come last, one after the other, as each second
 * that a platform runs costs a tenth of a core, whether or not anybody asks it anything.
 */
export default class InTurn {
  sort(tests) {
    const byPath = [...tests].sort((a, b) => a.path.localeCompare(b.path));
    return [...byPath.filter((test) => !shares(test)), ...byPath.filter(shares)];
  }

  /** What Jest asks with `--onlyFailures`, of which nothing is noted. */
  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}

function shares({ path }) {
  return readFileSync(path, 'utf8').includes('sharedPlatform()');
}
