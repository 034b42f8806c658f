const asyncHooks = require('node:async_hooks');
const { readFileSync } = require('node:fs');
const { register } = require('node:module');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');
const { compile } = require('./jest.compile.cjs');

register('./jest.modules.js', pathToFileURL(__filename));
// Threads inherit no hooks of modules: see libs/messaging/src/threads/threads.ts.
globalThis[Symbol.for('gongxiang.threads')] = [
  '--import',
  new URL('./jest.threads.js', pathToFileURL(__filename)).href,
];

/**
 * Lets Node itself load what tests import, so that what one file has loaded, the next one finds: Jest would read Nest, TypeORM
 * and a whole service anew for each of some two hundred files, which took longer than all their tests. So the files of
 * a project share modules and globals, as those of a process do; each is given its own environment variables.
 */
module.exports = class SharedRuntime extends Runtime {
  #globals;
  #sourceMaps = new SourceMaps();
  #storages = [];

  setGlobalsForRuntime(globals) {
    this.#globals = globals;
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  /** Which Jest leaves to be overridden. */
  async unstable_importModule(path) {
    const { give } = await import('./jest.globals.js');
    give({ ...this.#globals, jest: this.jestGlobals.jestObjectFor(path) });
    await import(pathToFileURL(path).href);
  }

  requireModule(path) {
    return require(path);
  }

  /** What runs the tests is read anew for each file, as it keeps them, and those who listen to them. */
  requireInternalModule(path) {
    delete require.cache[path];
    globalThis[Symbol.for('EVENT_HANDLERS')] = undefined;
    return this.#noting(() => require(path));
  }

  /** A storage that is left on is asked at every promise of all later files. */
  teardown() {
    super.teardown();
    for (const storage of this.#storages) storage.disable();
  }

  #noting(work) {
    const { AsyncLocalStorage } = asyncHooks;
    const storages = this.#storages;
    class Noted extends AsyncLocalStorage {
      constructor(...args) {
        super(...args);
        storages.push(this);
      }
    }
    const put = (value) =>
      Object.defineProperty(asyncHooks, 'AsyncLocalStorage', { value, configurable: true });
    put(Noted);
    try {
      return work();
    } finally {
      put(AsyncLocalStorage);
    }
  }

  getSourceMaps() {
    return this.#sourceMaps;
  }
};

/** Made when a stack is shown, which few tests do. */
class SourceMaps extends Map {
  get(place) {
    const path = place.startsWith('file:') ? fileURLToPath(place) : place;
    if (!/\.tsx?$/.test(path)) return undefined;
    if (!this.has(path)) {
      const { map } = compile(path, readFileSync(path, 'utf8'));
      this.set(path, `data:application/json;base64,${Buffer.from(map).toString('base64')}`);
    }
    return super.get(path);
  }
}
