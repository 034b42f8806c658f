import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { meContract, UpdateMeRequest } from '@gongxiang/contracts/membership/members/me.contract';
import {
  ComputeSharesRequest,
  costPoolContract,
  CreateCostPoolRequest,
  SubmitCostPoolRequest,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { newId } from '@gongxiang/domain';
import { createLogger } from '@gongxiang/observability';
import { Endpoint, Input } from './endpoint.js';
import { installJsonBody } from './json-body.js';
import { ProblemFilter } from './problem-filter.js';

/** Routes with a required, an optional, and no body; each echoes its input. */
@Controller()
class Echo {
  @Endpoint(costPoolContract.create)
  create(@Input() request: CreateCostPoolRequest): object {
    return { ...request };
  }

  @Endpoint(costPoolContract.computeShares)
  compute(@Input() request: ComputeSharesRequest): object {
    return { ...request };
  }

  @Endpoint(costPoolContract.submit)
  submit(@Input() request: SubmitCostPoolRequest): object {
    return { ...request };
  }

  @Endpoint(meContract.update)
  update(@Input() request: UpdateMeRequest): object {
    return { ...request };
  }
}

@Module({ controllers: [Echo] })
class EchoModule {}

let app: NestFastifyApplication;
let url: string;

beforeAll(async () => {
  const options = { logger: false, bodyParser: false } as const;
  app = await NestFactory.create<NestFastifyApplication>(EchoModule, new FastifyAdapter(), options);
  installJsonBody(app.getHttpAdapter().getInstance() as never, () => Promise.resolve());
  app.useGlobalFilters(new ProblemFilter(createLogger({ service: 'json-body', level: 'silent' })));
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(() => app.close());

const id = newId();

async function post(
  path: string,
  body?: string,
  method = 'POST',
): Promise<{ status: number; answer: Record<string, unknown> }> {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  const response = await fetch(`${url}/${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

describe('a request that says it is JSON', () => {
  it.each([
    ['without a body, where there is none', `cost-pools/${id}/submit`, undefined],
    ['of no length, where there is none', `cost-pools/${id}/submit`, ''],
    ['without a body, where one may be left out', `cost-pools/${id}/shares`, undefined],
    ['with an empty object', `cost-pools/${id}/submit`, '{}'],
  ])('%s, is taken', async (_what, path, body) => {
    const { status, answer } = await post(path, body);
    expect(status).toBe(200);
    expect(answer).toMatchObject({ costPoolId: id });
  });

  it.each([
    ['without a body that is needed', 'cost-pools', undefined, 'BODY_NOT_JSON'],
    ['of no length where a body is needed', 'cost-pools', '', 'BODY_NOT_JSON'],
    ['with a body without what is needed', 'cost-pools', '{}', 'VALIDATION_FAILED'],
    ['without a body, at an address that is wrong', 'cost-pools/1/submit', undefined, 'VALIDATION_FAILED'],
    ['that is broken', `cost-pools/${id}/submit`, '{"a":', 'BODY_NOT_JSON'],
    ['of nothing but a space', `cost-pools/${id}/submit`, ' ', 'BODY_NOT_JSON'],
    ['that reaches for a prototype', `cost-pools/${id}/submit`, '{"__proto__":{"a":1}}', 'BODY_NOT_JSON'],
    ['with a constructor', `cost-pools/${id}/submit`, '{"constructor":{"prototype":{}}}', 'BODY_NOT_JSON'],
  ])('%s, is refused', async (_what, path, body, code) => {
    const { status, answer } = await post(path, body);
    expect([status, answer['code']]).toEqual([400, code]);
  });

  it('that is to change something, without a body, is refused', async () => {
    const { status, answer } = await post('me', undefined, 'PATCH');
    expect([status, answer['code']]).toEqual([400, 'BODY_NOT_JSON']);
  });
});
