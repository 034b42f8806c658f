import type { components } from '../../../api/schema.js';

export type ShareExplanation = components['schemas']['ShareExplanationView'];
