import { startTestPlatform, type TestPlatform } from './test-platform.js';

/** Where `end-of-shared.mjs`, which Jest calls after the last file, finds what is to be stopped. */
const place = Symbol.for('gongxiang.sharedPlatform');
const kept = globalThis as { [place]?: Promise<TestPlatform> };

/**
 * One platform for all files of a run that make a network of their own and ask about nothing else: to start one takes more
 * than fifteen seconds of processor, as much as many a story. Whoever kills a process, or starts a copy besides, leaves the
 * next file what it began with. The files of a run share what they have loaded, see .config/jest.runtime.cjs; these come last,
 * see in-turn.mjs. Nobody runs into a limit that counts the questions of all, and the logs say who asked for what.
 */
export async function sharedPlatform(): Promise<TestPlatform> {
  kept[place] ??= startTestPlatform({}, { ...unlimited, LOG_LEVEL: 'debug' });
  const platform = await kept[place];
  // It goes on for the next file.
  return { ...platform, stop: () => platform.restore() };
}

const unlimited = { LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '1000000' };
