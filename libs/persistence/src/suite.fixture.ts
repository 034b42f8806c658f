import { randomBytes } from 'node:crypto';
import { continueTrace } from '@gongxiang/observability';
import type { Actor, CallContext } from '@gongxiang/domain';
import { actorWith, FakeClock, suiteDatabase } from '@gongxiang/testing';
import type { DataSource } from 'typeorm';
import { bootstrapDatabase } from './bootstrap.js';
import { aesGcm, type Cipher } from './cipher.js';
import { createDataSource } from './data-source.js';
import { FoundationTables1763600000000 } from './foundation-tables.js';
import { PersonLooks1764811000000 } from './person-looks.js';
import { PersonMergeTables1764500000000 } from './person-merge-tables.js';
import { migrate } from './migrate.js';
import { ChainWalks1763900000702 } from './chain-walk.js';
import { SealedAnswers1763900000520, SealedRequests1763900000700 } from './sealed-answers.js';
import { Transactions } from './transactions.js';

const password = 'a password for tests only';
const schema = 'shelf';
const neighbour = 'neighbour';
export const migrations = [
  FoundationTables1763600000000,
  SealedAnswers1763900000520,
  SealedRequests1763900000700,
  ChainWalks1763900000702,
  PersonMergeTables1764500000000,
  PersonLooks1764811000000,
];

/** A schema with only the foundation tables and one table `thing (id, n)`; beside it a neighbour's schema. */
export interface Suite {
  readonly service: DataSource;
  readonly owner: DataSource;
  readonly admin: DataSource;
  readonly clock: FakeClock;
  readonly transactions: Transactions;
  /** The cipher of the transactions. */
  readonly cipher: Cipher;
  connect(role: string): Promise<DataSource>;
  stop(): Promise<void>;
}

export async function startSuite(): Promise<Suite> {
  const database = await suiteDatabase('persistence', prepare);
  const open: DataSource[] = [];
  const connect = async (role: string, url = database.urlAs(role, password)): Promise<DataSource> => {
    const dataSource = createDataSource({ url, schema, entities: [], migrations });
    open.push(dataSource);
    return dataSource.initialize();
  };
  const clock = new FakeClock();
  const cipher = aesGcm(randomBytes(32));
  const service = await connect(schema);
  const admin = await connect('admin', database.adminUrl);
  return {
    service,
    owner: await connect(`${schema}_owner`),
    admin,
    clock,
    cipher,
    transactions: new Transactions(service, clock, cipher),
    connect: (role) => connect(role),
    stop: async () => {
      await Promise.all(open.map((one) => one.destroy()));
      await database.drop();
    },
  };
}

async function prepare(adminUrl: string): Promise<void> {
  const passwords = { owner: password, service: password };
  await bootstrapDatabase(adminUrl, { [schema]: passwords, [neighbour]: passwords });
  for (const one of [schema, neighbour]) {
    const url = new URL(adminUrl);
    url.username = `${one}_owner`;
    url.password = password;
    const owner = createDataSource({ url: url.toString(), schema: one, entities: [], migrations });
    await owner.initialize();
    await migrate(owner);
    await owner.query('CREATE TABLE thing (id integer PRIMARY KEY, n integer NOT NULL DEFAULT 0)');
    await owner.destroy();
  }
}

export function callBy(actor: Actor | null = actorWith(), more: Partial<CallContext> = {}): CallContext {
  return {
    actor,
    idempotencyKey: null,
    locale: 'en',
    traceparent: continueTrace(undefined),
    deadline: Date.now() + 20_000,
    ifMatch: null,
    from: '127.0.0.1',
    ...more,
  };
}
