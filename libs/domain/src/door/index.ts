export * from './judge-scan.js';
export * from './movement.js';
export * from './roster.js';
