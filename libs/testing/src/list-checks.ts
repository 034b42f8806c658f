import 'reflect-metadata';
import { type Contract, ownerOf, PageRequest } from '@gongxiang/contracts/core/contract';
import { callsIn } from '@gongxiang/contracts/core/exported';
import { DomainError, roleNames } from '@gongxiang/domain';
import { pageLimitDefault } from '@gongxiang/persistence';
import { smallUnion } from './fill-tables.js';
import { type ReadTable, rowsReadBy } from './list-reads.js';
import { type RecordedQuery, recordQueries } from './schema-checks.js';
import { actorWith, type ServiceFixture } from './service-fixture.js';

type AnyContract = Contract<object, unknown>;
type Sample = Record<string, unknown>;

/** The OpenAPI metadata of one field of a request class. */
interface Described {
  readonly required?: boolean;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly isArray?: boolean;
  readonly type?: unknown;
  readonly minimum?: number;
  readonly example?: unknown;
}

/** The list queries of a service among all exports of the contracts library. */
export function listContractsOf(contracts: object, service: string): AnyContract[] {
  return callsIn(contracts)
    .map(({ contract }) => contract)
    .filter(
      ({ subject, request }) => ownerOf(subject) === service && request.prototype instanceof PageRequest,
    );
}

/**
 * Requests a list of an empty service, without filter, with each filter and with all of them. Missing resources may be
 * refused; internal errors fail.
 * @returns one line per request that failed
 */
export async function listFailures(fixture: ServiceFixture, contract: AnyContract): Promise<string[]> {
  const failures: string[] = [];
  for (const request of samplesOf(contract)) {
    const failure = await failureOf(fixture, contract, request);
    if (failure !== null) failures.push(`${contract.subject} ${JSON.stringify(request)}: ${failure}`);
  }
  return failures;
}

/** What one statement of a list may read of one table: five pages, for a union that has one row of each. */
const rowsMax = 5 * pageLimitDefault;

/**
 * Requests a list as the officers of a small union, without filter, with each filter and with all of them, and lets
 * PostgreSQL say how many rows each statement of the service read, of tables that {@link fillAllTables} has filled.
 * Whether the made-up rows can be shown does not matter.
 * @param most how many rows of one table a statement may read
 * @returns one line per statement that read more of a table
 */
export async function listsReadingTooMuch(
  fixture: ServiceFixture,
  contract: AnyContract,
  most = rowsMax,
): Promise<string[]> {
  const problems: string[] = [];
  for (const request of samplesOf(contract)) {
    const statements = await statementsOf(fixture, contract, request);
    for (const { sql, params } of statements) {
      const tables = await rowsReadBy(fixture.dataSource, sql, params);
      const tooMuch = tables.filter(({ rows }) => rows > most);
      // What the service does every minute may have come in between; asked again, the list alone repeats itself.
      if (
        tooMuch.length > 0 &&
        (await statementsOf(fixture, contract, request)).some((one) => one.sql === sql)
      )
        problems.push(`${contract.subject} reads ${said(tooMuch)} in ${sql}`);
    }
  }
  return [...new Set(problems)];
}

async function statementsOf(
  fixture: ServiceFixture,
  contract: AnyContract,
  request: Sample,
): Promise<RecordedQuery[]> {
  const statements = await recordQueries(fixture.dataSource, () => failureOf(fixture, contract, request));
  return statements.filter(isRead);
}

/** How a request fails for the officers of the small union, if it does so by the service's own fault. */
async function failureOf(
  fixture: ServiceFixture,
  contract: AnyContract,
  request: Sample,
): Promise<string | null> {
  const { id, path } = smallUnion;
  const roles = roleNames.map((role) => [role, id, path] as const);
  const actor = { ...actorWith({ unionId: id, unionPath: path, roles }), personId: id };
  try {
    await fixture.ask(contract, request, actor);
    return null;
  } catch (error) {
    return error instanceof DomainError && error.code !== 'INTERNAL' ? null : String(error);
  }
}

/** Not of the sealing of the trail and the ledger, which goes on meanwhile. */
function isRead({ sql }: RecordedQuery): boolean {
  return /^\s*(SELECT|WITH)\b/i.test(sql) && !/_sealed s /.test(sql);
}

function said(tables: readonly ReadTable[]): string {
  return tables.map(({ table, rows }) => `${rows} rows of ${table}`).join(', ');
}

/** Valid requests: with the required fields only, with each further field, and with all of them. */
function samplesOf(contract: AnyContract): Sample[] {
  const prototype = contract.request.prototype as object;
  const names = ((Reflect.getMetadata('swagger/apiModelPropertiesArray', prototype) ?? []) as string[]).map(
    (name) => name.slice(1),
  );
  const required: Sample = {};
  const optional: Sample = {};
  for (const name of names.filter((one) => one !== 'cursor')) {
    const described = Reflect.getMetadata('swagger/apiModelProperties', prototype, name) as Described;
    const target = described.required === false ? optional : required;
    target[name] = described.isArray ? [sampleOf(described)] : sampleOf(described);
  }
  const each = Object.entries(optional).map(([name, value]) => ({ ...required, [name]: value }));
  return [required, ...each, { ...required, ...optional }];
}

function sampleOf(described: Described): unknown {
  if (described.format === 'uuid') return smallUnion.id;
  if (described.enum) return described.enum[0];
  if (described.example !== undefined) return described.example;
  if (described.type === Boolean) return true;
  if (described.type === Number || described.type === 'integer') return Math.max(1, described.minimum ?? 1);
  return '样例';
}
