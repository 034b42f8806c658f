import { preset } from '../../.config/jest.preset.js';

const shared = preset(import.meta.url);

/** With a document from the beginning: what the page imports finds one, as in a browser. */
export default {
  ...shared,
  setupFiles: [...shared.setupFiles, '<rootDir>/src/app/dom.fixture.ts'],
  // What a document has started does not end by itself.
  forceExit: true,
};
