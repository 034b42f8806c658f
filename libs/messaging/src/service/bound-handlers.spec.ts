import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { DiscoveryModule, DiscoveryService, NestFactory } from '@nestjs/core';
import { Inject, Injectable, Module, type Provider, Scope } from '@nestjs/common';
import { NoRequest, ownerOf, query } from '@gongxiang/contracts/core/contract';
import { unionContract } from '@gongxiang/contracts/membership/unions/union.contract';
import { type CallContext, systemCall } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { Handles } from '../rpc/index.js';
import { boundHandlers } from './bound-handlers.js';

class Answer {
  by: string;
}
const contract = { who: query('bench.thing.who', NoRequest, Answer) };

@Injectable()
class Reader {
  private readonly name = 'reader';

  @Handles(contract.who)
  async who(_request: NoRequest, _call: CallContext): Promise<Answer> {
    return { by: this.name };
  }
}

@Injectable()
class Second extends Reader {}

@Injectable({ scope: Scope.REQUEST })
class Fleeting extends Reader {}

@Injectable()
class OnFleeting extends Reader {
  constructor(@Inject('fleeting') readonly of: unknown) {
    super();
  }
}

async function boundIn(service: string, providers: Provider[]) {
  @Module({ imports: [DiscoveryModule], providers })
  class Made {}
  const app = await NestFactory.createApplicationContext(Made, { logger: false, abortOnError: false });
  try {
    return boundHandlers(
      service,
      [contract.who.subject, unionContract.get.subject],
      app.get(DiscoveryService),
    );
  } finally {
    await app.close();
  }
}

describe('what a service answers', () => {
  it('is found in its providers, each counted once under however many tokens', async () => {
    const [handler, ...others] = await boundIn('bench', [Reader, { provide: 'other', useExisting: Reader }]);
    expect(others).toEqual([]);
    expect(handler?.contract).toBe(contract.who);
    expect(await handler?.handle({}, systemCall(continueTrace(undefined)))).toEqual({ by: 'reader' });
  });

  it('ends the start in words where a subject is bound twice', async () => {
    await expect(boundIn('bench', [Reader, Second])).rejects.toThrow('bench.thing.who is answered twice');
  });

  it('ends the start in words where a contract of the service is bound nowhere', async () => {
    const { subject } = unionContract.get;
    await expect(boundIn(ownerOf(subject), [Reader])).rejects.toThrow(subject);
  });

  it.each([
    ['a use case', [Fleeting]],
    ['what a use case needs', [OnFleeting, { provide: 'fleeting', useClass: Fleeting }]],
  ])('ends the start in words where %s is made for each request', async (_what, providers) => {
    await expect(boundIn('bench', providers as Provider[])).rejects.toThrow('is made for each request');
  });
});
