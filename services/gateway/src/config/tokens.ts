/** Injection tokens of the gateway. */
export const CONFIG = Symbol('config');
export const LOGGER = Symbol('logger');
export const METRICS = Symbol('metrics');
export const NATS = Symbol('nats');
/** The NATS connection for files. */
export const STORE = Symbol('store');
/** The store of short-lived files: exports for download. */
export const BRIEF_FILES = Symbol('brief files');
export const TRACING = Symbol('tracing');
