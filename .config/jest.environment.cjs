const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** Set by `story` (deploy/proofs/story.ts) for the block that begins next. */
const beginsStory = Symbol.for('gongxiang.story');

/** Node's own globals, which modules that are loaded once need; what a file changes of them is put back after it. */
module.exports = class SharedEnvironment {
  global = globalThis;
  fakeTimers = null;
  moduleMocker = new ModuleMocker(globalThis);
  /** Blocks in which each test goes on where the one before has stopped, and those of them that one has failed in. */
  #stories = new WeakSet();
  #broken = new WeakSet();
  #before = { variables: { ...process.env }, exit: process.exit, console: globalThis.console };

  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {}

  handleTestEvent({ name, test }, { currentDescribeBlock }) {
    if (name === 'start_describe_definition' && globalThis[beginsStory]) {
      delete globalThis[beginsStory];
      this.#stories.add(currentDescribeBlock);
    }
    if (name === 'test_start' && this.#broken.has(test.parent)) test.mode = 'skip';
    if (name === 'test_done' && test.errors.length > 0 && this.#stories.has(test.parent))
      this.#broken.add(test.parent);
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    const { variables, exit, console } = this.#before;
    for (const name of Object.keys(process.env)) if (!(name in variables)) delete process.env[name];
    Object.assign(process.env, variables);
    process.exit = exit;
    globalThis.console = console;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }
};
