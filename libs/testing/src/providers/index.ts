export * from './mail-server.js';
export * from './push-service.js';
