import { type ActionRule, type Actor, DomainError, mayDo, type RoleName } from '@gongxiang/domain';

/** A mandate by which one union keeps another's books, with the paths of both. */
export interface BookMandate {
  readonly id: string;
  readonly fromUnionId: string;
  /** The path of the union whose books they are: that union alone, not those below it. */
  readonly forPath: string;
  /** The path of the union that keeps the books. */
  readonly path: string;
  /** The maximum amount of one act, in fen; null for no limit. */
  readonly limitFen: bigint | null;
}

/** The roles that keep books for others; the other roles may see or draft only for their own union. */
const bookkeepers: readonly RoleName[] = ['finance', 'approver'];

/** The part of a rule that applies to acts by mandate. */
export function bookkeeperRule({ roles = [] }: ActionRule): { readonly roles: readonly RoleName[] } {
  return { roles: roles.filter((role) => bookkeepers.includes(role)) };
}

/** An act for one of the unions at these paths, and its amount. */
export interface BookSubject {
  readonly paths: readonly string[];
  /** Fen; null or absent if the act has no amount, such as reading. */
  readonly amountFen?: bigint | null;
}

/**
 * The mandate that permits an actor to do it; null if none does.
 * @param mandates those in force
 * @throws DomainError `MANDATE_LIMIT_EXCEEDED` {limitFen} if a mandate would permit it but for the amount
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

/**
 * Whether the actor may do it for one of these unions, by their own roles or by a mandate, regardless of the amount.
 */
export function mayActOrKeepBooks(
  actor: Actor | null,
  rule: ActionRule,
  paths: readonly string[],
  mandates: readonly BookMandate[],
): boolean {
  if (actor === null) return false;
  return mayDo(actor, rule, { paths }) || mandateFor(actor, rule, { paths }, mandates) !== null;
}

/**
 * An element of a reach that matches the union at a path alone. Paths never contain `$`, so no union below it has
 * this prefix.
 */
export function alone(path: string): string {
  return `${path}$`;
}

/** SQL condition: the path in a column lies within `held`, an element of a reach. */
export function withinReach(column: string): string {
  return `starts_with(${column} || '$', held)`;
}

/** The same; with `ownUnions` only the union of that element itself matches, and none below it. */
export function reachSql(column: string, { ownUnions }: { readonly ownUnions?: boolean }): string {
  return ownUnions ? `${column} = rtrim(held, '$')` : withinReach(column);
}
