/** Injection tokens of a service's infrastructure where the class alone would be ambiguous. */
export const CLOCK = Symbol('clock');
export const CONFIG = Symbol('config');
export const LOGGER = Symbol('logger');
export const METRICS = Symbol('metrics');
export const NATS = Symbol('nats');
/** The NATS connection for events and files. */
export const STORE = Symbol('store');
export const SERVICE = Symbol('service');
/** What the service has contracts for. */
export const SUBJECTS = Symbol('subjects');
export const TRACING = Symbol('tracing');
export const HEALTH_CHECKS = Symbol('health checks');
export const EVENT_TOOLS = Symbol('event tools');
