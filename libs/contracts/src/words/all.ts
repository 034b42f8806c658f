// The words that several services have contracts with, for whoever looks through all contracts.
export * from './consent.js';
export * from './examples.js';
export * from './media-types.js';
export * from './money.js';
export * from './form-question.js';
export * from './matter.js';
export * from './matter-payment.js';
export * from './party.js';
export * from './person-data.js';
export * from './party-closing.js';
export * from './person-erasure.js';
export * from './person-merge.js';
export * from './printed-file.js';
export * from './search.js';
export * from './uploads.js';
