// Every contract of this service, for whoever looks through all of them.
export * from '../operations/operations.contract.js';
export * from './words.js';
export * from '../notification/notice.contract.js';
export * from '../notification/waiting.contract.js';
export * from '../notification/awaits.js';
export * from '../notification/act.contract.js';
export * from '../notification/delivery.contract.js';
export * from '../notification/link-acts.js';
export * from '../notification/notice-address.contract.js';
export * from '../notification/notice-channels.js';
export * from '../notification/notice-kinds.js';
export * from '../notification/notice-preference.contract.js';
export * from '../notification/notice-raised.js';
export * from '../notification/notice-reasons.js';
export * from '../notification/kinds/notice-rule.js';
