/**
 * Tables that a service writes because time has passed, whatever was asked of it: its trail is sealed and walked, and
 * facts are compared, in rounds. Who proves that something has changed nothing leaves them out.
 */
export const BY_THE_CLOCK = ['audit_seal', 'audit_sealed', 'chain_walk', 'fact_check'];

/**
 * SQL: which rows of a table count for who proves that nothing has changed. What is to be matched, compared, folded or scored
 * is looked at again after a while, whether or not anything has changed; so is whether somebody has yet to learn of what waits
 * for them. Whoever is heard to have a role learns it then, though the next thing that is heard may be that it has ended.
 */
export function rowsThatCount(table: string): string {
  if (table === 'notification.await_told') return ' WHERE FALSE';
  if (table === 'notification.notice') return ` WHERE cause NOT LIKE 'awaits/%'`;
  const inAWhile = 'match-%|fact-check%|facts-%|%-fold|newly-awaited';
  return table.endsWith('.due') ? ` WHERE kind NOT SIMILAR TO '${inAWhile}'` : '';
}
