export * from './client.js';
export * from './handles.js';
export * from './nats-options.js';
export * from './places.js';
export * from './rpc-server.js';
export * from './server.js';
export type { Outcome } from './wire.js';
