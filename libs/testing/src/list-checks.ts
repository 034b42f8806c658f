import 'reflect-metadata';
import { type Contract, ownerOf, PageRequest } from '@gongxiang/contracts/core/contract';
import { callsIn } from '@gongxiang/contracts/core/exported';
import { DomainError, newId, roleNames, rootPath } from '@gongxiang/domain';
import { explainsWithoutSeqScan, recordQueries } from './schema-checks.js';
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
 * Requests a list without filter, with each filter and with all of them, and lets PostgreSQL explain every statement
 * that the service ran. Missing resources may be refused; internal errors fail.
 * @returns one line per statement that no index serves, and per request that failed
 */
export async function listsWithoutIndex(fixture: ServiceFixture, contract: AnyContract): Promise<string[]> {
  const roles = roleNames.map((role) => [role, newId(), rootPath] as const);
  const actor = actorWith({ unionId: newId(), unionPath: rootPath, roles });
  const problems: string[] = [];
  for (const request of samplesOf(contract)) {
    const statements = await recordQueries(fixture.dataSource, async () => {
      try {
        await fixture.ask(contract, request, actor);
      } catch (error) {
        const isOurs = !(error instanceof DomainError) || error.code === 'INTERNAL';
        if (isOurs) problems.push(`${contract.subject} ${JSON.stringify(request)}: ${String(error)}`);
      }
    });
    for (const { sql, params } of statements.filter((one) => /^\s*(SELECT|WITH)\b/i.test(one.sql))) {
      const scans = await explainsWithoutSeqScan(fixture.dataSource, sql, params);
      problems.push(...scans.map((scan) => `${contract.subject}: ${scan} in ${sql}`));
    }
  }
  return [...new Set(problems)];
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
  if (described.format === 'uuid') return newId();
  if (described.enum) return described.enum[0];
  if (described.example !== undefined) return described.example;
  if (described.type === Boolean) return true;
  if (described.type === Number || described.type === 'integer') return Math.max(1, described.minimum ?? 1);
  return '样例';
}
