import { describe } from '@jest/globals';

/** Told to the environment of the tests (`.config/jest.environment.cjs`), which looks at it where a block begins. */
const beginsStory = Symbol.for('gongxiang.story');

/**
 * A block whose tests are the steps of one story, each of which goes on where the one before has stopped: after one that
 * fails the others are not run, and count as skipped. What they would say is what the first has said already.
 */
export function story(name: string, tell: () => void): void {
  Object.assign(globalThis, { [beginsStory]: true });
  describe(name, tell);
}
