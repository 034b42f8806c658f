export * from './card-code.js';
export * from './judge-card.js';
