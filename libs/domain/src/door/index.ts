export * from './judge-scan.js';
export * from './roster.js';
