export * from './evaluation.events.js';
export * from './indicator-system.contract.js';
export * from './indicator-template.contract.js';
export * from './number-list.js';
export * from './preview.contract.js';
export * from './score.contract.js';
export * from './survey.contract.js';
export * from './weight-version.contract.js';
