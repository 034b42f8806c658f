import { Controller } from '@nestjs/common';
import {
  type Done,
  ListSessionsRequest,
  type Page,
  RefreshSessionRequest,
  type ResolvedSessionView,
  ResolveSessionRequest,
  RevokeSessionRequest,
  RevokeSessionsRequest,
  sessionContract,
  type SessionsEndedView,
  type SessionView,
  SignInRequest,
  type SignInView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { ResolveService } from './resolve.service.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';

@Controller()
export class SessionController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionService,
    private readonly resolver: ResolveService,
  ) {}

  @HandlesCommand(sessionContract.create)
  create(@Request() request: SignInRequest, @Call() call: CallContext): Promise<Outcome<SignInView>> {
    return this.signIn.create(request, call);
  }

  @HandlesCommand(sessionContract.refresh)
  refresh(
    @Request() request: RefreshSessionRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<SignInView>> {
    return this.sessions.refresh(request, call);
  }

  @HandlesQuery(sessionContract.list)
  list(@Request() request: ListSessionsRequest, @Call() call: CallContext): Promise<Page<SessionView>> {
    return this.sessions.list(request, call);
  }

  @HandlesCommand(sessionContract.revoke)
  revoke(@Request() request: RevokeSessionRequest, @Call() call: CallContext): Promise<Outcome<Done>> {
    return this.sessions.revoke(request, call);
  }

  @HandlesCommand(sessionContract.revokeAll)
  revokeAll(
    @Request() request: RevokeSessionsRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<SessionsEndedView>> {
    return this.sessions.revokeAll(request, call);
  }

  @HandlesQuery(sessionContract.resolve)
  resolve(
    @Request() request: ResolveSessionRequest,
    @Call() call: CallContext,
  ): Promise<ResolvedSessionView> {
    return this.resolver.resolve(request, call);
  }
}
