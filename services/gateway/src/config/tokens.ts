/** Names under which the gateway's own things are injected. */
export const CONFIG = Symbol('config');
export const LOGGER = Symbol('logger');
export const METRICS = Symbol('metrics');
export const NATS = Symbol('nats');
/** Of files. */
export const STORE = Symbol('store');
/** The store of files that live for minutes: exports on their way to whoever asked for them. */
export const BRIEF_FILES = Symbol('brief files');
export const TRACING = Symbol('tracing');
