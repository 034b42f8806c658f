/** Injection tokens of a service's infrastructure where the class alone would be ambiguous. */
export const CLOCK = Symbol('clock');
/** The contracts of the service, by name. */
export const CONTRACTS = Symbol('contracts');
export const CONFIG = Symbol('config');
export const LOGGER = Symbol('logger');
export const METRICS = Symbol('metrics');
export const NATS = Symbol('nats');
/** The NATS connection for events and files. */
export const STORE = Symbol('store');
export const SERVICE = Symbol('service');
export const TRACING = Symbol('tracing');
export const HEALTH_CHECKS = Symbol('health checks');
export const EVENT_TOOLS = Symbol('event tools');
