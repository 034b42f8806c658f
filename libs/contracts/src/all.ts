// Every contract, for whoever looks through all of them: the gateway's routes, the schemas of events, tests.
// A feature names the file that it needs; a service looks through its own, see all.ts of each.
export * from './core/contract.js';
export * from './core/error-text.js';
export * from './core/fields.js';
export * from './core/tags.js';
export * from './core/validate.js';
export * from './error-codes.js';
export * from './operations/operations.contract.js';
export * from './words/all.js';
export * from './membership/all.js';
export * from './sharing/all.js';
export * from './settlement/all.js';
export * from './evaluation/all.js';
export * from './notification/all.js';
export * from './affairs/all.js';
