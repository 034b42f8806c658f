export * from './config.js';
export * from './health.js';
export * from './logger.js';
export * from './metrics.js';
export * from './spans.js';
export * from './trace.js';
export * from './tracing.js';
export * from './within.js';
