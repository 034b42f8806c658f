/** Names under which the gateway's own things are injected. */
export const CONFIG = Symbol('config');
export const LOGGER = Symbol('logger');
export const METRICS = Symbol('metrics');
export const NATS = Symbol('nats');
