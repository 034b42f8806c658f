import { preset } from '../../.config/jest.preset.js';

export default preset(import.meta.url);
