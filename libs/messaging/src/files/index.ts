export * from './file-store.js';
export * from './sniff-type.js';
export * from './typed-stream.js';
