import { Controller } from '@nestjs/common';
import {
  ListSessionsRequest,
  RefreshSessionRequest,
  RevokeSessionRequest,
  RevokeSessionsRequest,
  sessionContract,
  SignInRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class SessionController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'auth/sessions', sessionContract.create, {
    tag: 'sign-in',
    summary: 'Signs in',
    public: true,
    idempotent: false,
    example: { account: 'operator', password: 'not-a-real-one' },
  })
  create(@Input() request: SignInRequest, @Call() call: CallContext) {
    return this.rpc.call(sessionContract.create, request, call);
  }

  @Endpoint('POST', 'auth/sessions/refresh', sessionContract.refresh, {
    tag: 'sign-in',
    summary: 'Gives a new access token and the next refresh token',
    public: true,
    idempotent: false,
    example: { refreshToken: 'the-one-of-the-last-answer' },
  })
  refresh(@Input() request: RefreshSessionRequest, @Call() call: CallContext) {
    return this.rpc.call(sessionContract.refresh, request, call);
  }

  @Endpoint('GET', 'auth/sessions', sessionContract.list, {
    tag: 'sign-in',
    summary: 'Lists where I am signed in',
  })
  list(@Input() request: ListSessionsRequest, @Call() call: CallContext) {
    return this.rpc.call(sessionContract.list, request, call);
  }

  @Endpoint('DELETE', 'auth/sessions', sessionContract.revokeAll, {
    tag: 'sign-in',
    summary:
      'Signs me out everywhere else, or everywhere and my API keys with it; tokens that were given hold a second longer at most',
    idempotent: false,
  })
  revokeAll(@Input() request: RevokeSessionsRequest, @Call() call: CallContext) {
    return this.rpc.call(sessionContract.revokeAll, request, call);
  }

  @Endpoint('DELETE', 'auth/sessions/:sessionId', sessionContract.revoke, {
    tag: 'sign-in',
    summary: 'Ends a session',
    idempotent: false,
  })
  revoke(@Input() request: RevokeSessionRequest, @Call() call: CallContext) {
    return this.rpc.call(sessionContract.revoke, request, call);
  }
}
