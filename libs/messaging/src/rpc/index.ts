export * from './client.js';
export * from './draining-server.js';
export * from './handles.js';
export * from './nats-options.js';
export * from './server.js';
export type { Outcome } from './wire.js';
