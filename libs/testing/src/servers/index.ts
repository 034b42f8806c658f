export * from './nats-binary.js';
export * from './nats-server.js';
export * from './ports.js';
export { postgresMajor } from './postgres-binaries.js';
export * from './postgres-server.js';
export { makePrivateDirectory, postgresUser } from './postgres-user.js';
export * from './process.js';
