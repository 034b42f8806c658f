import endOfAll from '../../.config/jest.end.js';

/** Stops the platform that the files of this run have shared, if any of them asked for it; see shared-platform.ts. */
export default async function endOfShared() {
  const platform = await globalThis[Symbol.for('gongxiang.sharedPlatform')]?.catch(() => undefined);
  await platform?.stop();
  endOfAll();
}
