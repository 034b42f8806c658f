export * from './ahp.js';
export * from './judgement.js';
export * from './mending.js';
export * from './spread.js';
