// The words that several services have contracts with, for whoever looks through all contracts.
export * from '../words/consent.js';
export * from '../words/dues-line.js';
export * from '../words/examples.js';
export * from '../words/media-types.js';
export * from '../words/money.js';
export * from '../words/form-question.js';
export * from '../words/matter.js';
export * from '../words/matter-payment.js';
export * from '../words/party.js';
export * from '../words/person-data.js';
export * from '../words/party-closing.js';
export * from '../words/person-erasure.js';
export * from '../words/person-merge.js';
export * from '../words/printed-file.js';
export * from '../words/search.js';
export * from '../words/uploads.js';
