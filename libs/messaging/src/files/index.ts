export * from './file-drops.js';
export * from './file-store.js';
export * from './kept-page.js';
export * from './printed-files.js';
export * from './read-upload.js';
export * from './sniff-type.js';
export * from './typed-stream.js';
export * from './zip-parts.js';
