export { awaitsDigests, isNotifying } from './awaits-digests.js';
export { EventRuntime } from './event-runtime.js';
export { type ExportedByWord, ownDataService } from './own-data.service.js';
export { runMigrations, withFoundation } from './run-migrations.js';
export { runReseal } from './run-reseal.js';
export { serve } from './serve.js';
export { type ServedConfig, ServiceModule, type ServiceOptions } from './service-module.js';
export { CLOCK, CONFIG, LOGGER, METRICS, NATS, SERVICE, STORE } from './tokens.js';
