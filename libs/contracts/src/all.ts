// Every contract, for whoever looks through all of them: the gateway's routes, the schemas of events, tests.
// A feature names the file that it needs; a service looks through its own, see the folder of this name.
export * from './core/contract.js';
export * from './core/error-text.js';
export * from './core/fields.js';
export * from './core/tags.js';
export * from './core/validate.js';
export * from './error-codes.js';
export * from './operations/operations.contract.js';
export * from './all/words.js';
export * from './all/membership.js';
export * from './all/sharing.js';
export * from './all/settlement.js';
export * from './all/evaluation.js';
export * from './all/notification.js';
export * from './all/affairs.js';
