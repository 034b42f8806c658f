import type { components } from '../../../api/schema.js';

export type PaperErasure = components['schemas']['PaperErasureView'];
export type PaperErasureState = PaperErasure['state'];

export const states: readonly PaperErasureState[] = [
  'filed',
  'waiting',
  'erasing',
  'erased',
  'withdrawn',
  'refused',
  'lapsed',
];

export const paperKinds: readonly PaperErasure['paperKind'][] = ['person', 'heirs', 'authority'];
