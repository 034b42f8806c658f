export { Answer } from './answer.js';
export * from './client.js';
export * from './handles.js';
export * from './nats-options.js';
export * from './request-watch.js';
export * from './rpc-server.js';
export type { Outcome } from './wire.js';
