/**
 * Tables that a service writes because time has passed, whatever was asked of it: its trail is sealed and walked, and
 * facts are compared, in rounds. Who proves that something has changed nothing leaves them out.
 */
export const BY_THE_CLOCK = ['audit_seal', 'audit_sealed', 'chain_walk', 'fact_check'];
