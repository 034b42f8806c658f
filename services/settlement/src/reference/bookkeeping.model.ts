import { type ActionRule, type Actor, DomainError, mayDo, type RoleName } from '@gongxiang/domain';

/** That a union keeps the books of another, with the places of both. */
export interface BookMandate {
  readonly id: string;
  readonly fromUnionId: string;
  /** The place of the union whose books they are: that union alone, not those below it. */
  readonly forPath: string;
  /** The place of the union that keeps them. */
  readonly path: string;
  /** The most of one act, in fen; null for no limit. */
  readonly limitFen: bigint | null;
}

/** Who keeps books for others: not everybody who may see or draft for his own union. */
const bookkeepers: readonly RoleName[] = ['finance', 'approver'];

/** What of a rule holds for those who act by a mandate. */
export function bookkeeperRule({ roles = [] }: ActionRule): { readonly roles: readonly RoleName[] } {
  return { roles: roles.filter((role) => bookkeepers.includes(role)) };
}

/** What is to be done for one of the unions at these places, and what it comes to. */
export interface BookSubject {
  readonly paths: readonly string[];
  /** Fen; null or absent where the act has no amount, such as looking. */
  readonly amountFen?: bigint | null;
}

/**
 * By which mandate an actor may do it; null where by none.
 * @param mandates those in force
 * @throws DomainError `MANDATE_LIMIT_EXCEEDED` {limitFen} where one would let him, but for the amount
 */
export function mandateFor(
  actor: Actor,
  rule: ActionRule,
  { paths, amountFen = null }: BookSubject,
  mandates: readonly BookMandate[],
): BookMandate | null {
  const mine = mandates.filter(
    ({ forPath, path }) => paths.includes(forPath) && mayDo(actor, bookkeeperRule(rule), { paths: [path] }),
  );
  const within = mine.find(
    ({ limitFen }) => limitFen === null || amountFen === null || amountFen <= limitFen,
  );
  if (within !== undefined || mine.length === 0) return within ?? null;
  const most = mine.reduce((limit, one) => ((one.limitFen ?? 0n) > limit ? (one.limitFen ?? 0n) : limit), 0n);
  throw new DomainError('MANDATE_LIMIT_EXCEEDED', { params: { limitFen: String(most) } });
}

/** May he do it for one of these unions, by his own roles or by a mandate? Whatever it comes to. */
export function mayKeep(
  actor: Actor | null,
  rule: ActionRule,
  paths: readonly string[],
  mandates: readonly BookMandate[],
): boolean {
  if (actor === null) return false;
  return mayDo(actor, rule, { paths }) || mandateFor(actor, rule, { paths }, mandates) !== null;
}

/** As an element of a reach: the union at a place alone. No path has this sign, so no union below it begins so. */
export function alone(path: string): string {
  return `${path}$`;
}

/** Is the union at the place in a column within `held`, an element of a reach? */
export function withinReach(column: string): string {
  return `starts_with(${column} || '$', held)`;
}

/** The same; for `ownUnions`, is it the very union of that reach, and none below it? */
export function reachSql(column: string, { ownUnions }: { readonly ownUnions?: boolean }): string {
  return ownUnions ? `${column} = rtrim(held, '$')` : withinReach(column);
}
