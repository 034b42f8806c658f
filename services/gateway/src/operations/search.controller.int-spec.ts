import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type FoundView,
  searchContract,
  type SearchKind,
  type SearchRequest,
  type SearchService,
  searchServices,
} from '@gongxiang/contracts/words/search';
import { type CallContext, DomainError, newId, systemCall } from '@gongxiang/domain';
import { RpcClient, RpcServer } from '@gongxiang/messaging/rpc';
import { continueTrace, createLogger } from '@gongxiang/observability';
import { startNats } from '@gongxiang/testing';
import { SearchController } from './search.controller.js';

const rpcKey = randomBytes(32).toString('base64');
const keys = Object.fromEntries(searchServices.map((service) => [service, rpcKey]));

let search: SearchController;
let stop: () => Promise<void>;
/** What each service answers, and which were asked. */
let answers: Record<SearchService, (request: SearchRequest) => Promise<FoundView>>;
let asked: SearchService[];

const groupOf = (kind: SearchKind): FoundView => {
  const item = {
    id: newId(),
    title: '羽毛球',
    match: 'exact',
    unionName: null,
    state: null,
    at: null,
  } as const;
  return { groups: [{ kind, items: [item], hasMore: false }] };
};

const tooLate = (): Promise<never> => new Promise(() => undefined);

function call(): CallContext {
  const actor = { personId: newId(), unionId: null, unionPath: null, roles: [], version: 1 };
  return { ...systemCall(continueTrace(undefined)), actor, deadline: Date.now() + 30_000 };
}

beforeAll(async () => {
  const storeDirectory = mkdtempSync(join(tmpdir(), 'gongxiang-nats-'));
  const nats = await startNats({ storeDirectory });
  const rpc = new RpcClient(nats.url, keys);
  await rpc.onModuleInit();
  search = new SearchController(rpc);
  const logger = createLogger({ service: 'gateway', level: 'silent' });
  const servers: RpcServer[] = [];
  for (const service of searchServices) {
    const server = new RpcServer({ service, natsUrl: nats.url, key: rpcKey, logger });
    const handle = (request: object): Promise<FoundView> => {
      asked.push(service);
      return answers[service](request as SearchRequest);
    };
    await server.listen([{ contract: searchContract(service).find, handle }]);
    servers.push(server);
  }
  stop = async () => {
    await rpc.onApplicationShutdown();
    // Not closed gracefully, as that would wait for calls that are never answered.
    await nats.stop();
    for (const server of servers) await server.connection?.close();
    rmSync(storeDirectory, { recursive: true, force: true });
  };
});
afterAll(() => stop?.());

beforeEach(() => {
  asked = [];
  answers = {
    sharing: () => Promise.resolve(groupOf('activity')),
    membership: () => Promise.resolve(groupOf('union')),
    settlement: () => Promise.resolve(groupOf('costPool')),
    evaluation: () => Promise.resolve(groupOf('ranking')),
    affairs: () => Promise.resolve(groupOf('serviceItem')),
  };
});

const kindsOf = async (request: SearchRequest) => {
  const { body } = await search.find(request, call());
  return { kinds: body.groups.map(({ kind }) => kind), unanswered: body.unanswered };
};

describe('a search', () => {
  it('puts together what every service found', async () => {
    expect(await kindsOf({ q: '羽毛球' })).toEqual({
      kinds: ['activity', 'union', 'costPool', 'ranking', 'serviceItem'],
      unanswered: [],
    });
  });

  it('names a service that does not answer within 120 ms, and does not wait for it', async () => {
    answers.settlement = tooLate;
    const began = performance.now();
    expect(await kindsOf({ q: '羽毛球' })).toEqual({
      kinds: ['activity', 'union', 'ranking', 'serviceItem'],
      unanswered: ['settlement'],
    });
    expect(performance.now() - began).toBeGreaterThanOrEqual(115);
    expect(performance.now() - began).toBeLessThan(400);
  });

  it('names a service that fails, and all if none answers', async () => {
    answers.evaluation = () => Promise.reject(new DomainError('INTERNAL'));
    expect((await kindsOf({ q: '羽毛球' })).unanswered).toEqual(['evaluation']);
    for (const service of searchServices) answers[service] = tooLate;
    expect(await kindsOf({ q: '羽毛球' })).toEqual({ kinds: [], unanswered: searchServices });
  });

  it('asks only the service that has the kind', async () => {
    expect(await kindsOf({ q: '羽毛球', kind: 'union' })).toEqual({ kinds: ['union'], unanswered: [] });
    expect(asked).toEqual(['membership']);
  });

  it('is for people who are signed in', async () => {
    await expect(search.find({ q: '羽毛球' }, { ...call(), actor: null })).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
    expect(asked).toEqual([]);
  });
});
