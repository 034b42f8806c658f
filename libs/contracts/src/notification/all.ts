// Every contract of this service, for whoever looks through all of them.
export * from '../operations/operations.contract.js';
export * from '../words/all.js';
export * from './notice.contract.js';
export * from './waiting.contract.js';
export * from './awaits.js';
export * from './act.contract.js';
export * from './delivery.contract.js';
export * from './link-acts.js';
export * from './notice-address.contract.js';
export * from './notice-channels.js';
export * from './notice-kinds.js';
export * from './notice-preference.contract.js';
export * from './notice-raised.js';
export * from './notice-reasons.js';
export * from './kinds/notice-rule.js';
