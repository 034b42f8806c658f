import { startTestPlatform, type TestPlatform } from './test-platform.js';

/** Where `end-of-shared.mjs`, which Jest calls after the last file, finds what is to be stopped. */
const place = Symbol.for('gongxiang.sharedPlatform');
const kept = globalThis as { [place]?: Promise<TestPlatform> };

/**
 * One platform for all files of a run that make a network of their own, ask about nothing else and leave the processes alone:
 * to start one takes eleven seconds of processor, as much as many a story. The files of a run share what they have loaded, see
 * .config/jest.runtime.cjs; these come last, see in-turn.mjs. Nobody runs into a limit that counts the questions of all.
 */
export async function sharedPlatform(): Promise<TestPlatform> {
  kept[place] ??= startTestPlatform({}, { LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '1000000' });
  // It goes on for the next file.
  return { ...(await kept[place]), stop: async () => undefined };
}
