export * from './file-store.js';
export * from './kept-page.js';
export * from './sniff-type.js';
export * from './typed-stream.js';
export * from './zip-parts.js';
