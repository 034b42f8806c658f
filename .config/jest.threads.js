// How a thread that a test starts reads modules: as the test itself does. Given to Node with `--import`.
import { register } from 'node:module';

register('./jest.modules.js', import.meta.url);
