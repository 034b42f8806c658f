import { roleNames, type RoleName } from '@gongxiang/domain';
import { command, Done, pageOf, PageRequest, query } from '../../core/contract.js';
import { FactorProof } from './credential-proof.js';
import { Flag, Instant, ListOf, Nested, OneOf, Text, TextList, Uuid, Whole } from '../../core/fields.js';

export class SignInRequest {
  @Text({ max: 100, description: 'Phone or login', example: 'operator' })
  account: string;

  @Text({ max: 200 })
  password: string;
}

/** The second step of a sign-in: what the refusal `SECOND_FACTOR_REQUIRED` came with, and a factor. */
export class CompleteSignInRequest extends FactorProof {
  @Text({ max: 300, description: 'As in `secondFactor.challenge` of the refusal; it holds for five minutes' })
  challenge: string;
}

export class RefreshSessionRequest {
  @Text({ max: 500 })
  refreshToken: string;
}

export class SignInView {
  @Text({ max: 2_000, description: 'Carries person and session, never roles' })
  accessToken: string;

  @Text({ max: 500, description: 'Valid once; a replay within 30 seconds gets the same successor' })
  refreshToken: string;

  @Whole({ description: 'Seconds until the access token ends', example: 600 })
  expiresIn: number;
}

export class ListSessionsRequest extends PageRequest {}

export class RevokeSessionRequest {
  @Uuid() sessionId: string;
}

/** Which sessions somebody ends: all but the one that asks, or that one too. */
export const sessionsEndedKinds = ['others', 'all'] as const;

export class RevokeSessionsRequest {
  @OneOf(sessionsEndedKinds, {
    description: '`others` spares the session that asks; `all` ends API keys as well',
  })
  which: (typeof sessionsEndedKinds)[number];
}

export class SessionsEndedView {
  @Whole({ description: 'How many living sessions were ended' }) ended: number;
}

export class SessionView {
  @Uuid() id: string;
  @Instant() createdAt: string;
  @Instant({ description: 'When it was last renewed' }) usedAt: string;
  @Instant() expiresAt: string;
  @Text({ description: 'The network address that it began from' }) from: string;
  @Text({
    nullable: true,
    max: 60,
    description: 'Browser and system, such as `WeChat, Android`; null where unknown',
  })
  device: string | null;
  @Flag({ description: 'Is it the one that asks?' }) current: boolean;
}

/** Either person and session (an access token), or the hash of an API key. */
export class ResolveSessionRequest {
  @Uuid({ optional: true }) personId?: string | null;
  @Uuid({ optional: true }) sessionId?: string | null;

  @Text({ optional: true, max: 64, description: 'SHA-256 of the whole key text, in lower-case hex' })
  apiKeyHash?: string | null;
}

export class OfficesRequest {
  @Uuid() personId: string;
}

export class ActorRoleView {
  @OneOf(roleNames) role: RoleName;
  @Uuid() unionId: string;
  @Text() path: string;
}

export class ActorView {
  @Uuid() personId: string;
  /** Set when an API key acts for the person. */
  @Uuid({ optional: true }) apiKeyId?: string;
  /** Set when the person is signed in by a session. */
  @Uuid({ optional: true }) sessionId?: string;
  @Uuid({ nullable: true }) unionId: string | null;
  @Text({ nullable: true }) unionPath: string | null;
  @ListOf(() => ActorRoleView, { max: 1_000 }) roles: ActorRoleView[];
  /** Roles that permit nothing until their holder has set up a second factor; absent where there are none. */
  @ListOf(() => ActorRoleView, { max: 1_000, optional: true }) withheldRoles?: ActorRoleView[];
  /** Changes whenever a role or the membership of the person changes. */
  @Whole() version: number;
}

export class ResolvedSessionView {
  /** False where the session or the key has ended, or is unknown; `actor` is null then. */
  @Flag() active: boolean;
  @Nested(() => ActorView, { nullable: true }) actor: ActorView | null;
  /** What an API key may be used for; empty for a session, which may be used for all. */
  @TextList({ max: 100 }) scopes: string[];
}

export const sessionContract = {
  create: command('membership.session.create', SignInRequest, SignInView, {
    http: 'POST auth/sessions',
    tag: 'sign-in',
    summary:
      'Signs in; an account with a second factor is refused with `SECOND_FACTOR_REQUIRED`, and goes on with `secondFactor.challenge` of the refusal',
    public: true,
    idempotent: false,
    example: { account: 'operator', password: 'not-a-real-one' },
  }),
  complete: command('membership.session.complete', CompleteSignInRequest, SignInView, {
    http: 'POST auth/sessions/second-factor',
    tag: 'sign-in',
    summary: 'The second step of a sign-in: a code of the authenticator app, a recovery code or a passkey',
    public: true,
    idempotent: false,
    example: { challenge: 'the-one-of-the-refusal', code: '123456' },
  }),
  refresh: command('membership.session.refresh', RefreshSessionRequest, SignInView, {
    http: 'POST auth/sessions/refresh',
    tag: 'sign-in',
    summary: 'Gives a new access token and the next refresh token',
    public: true,
    idempotent: false,
    example: { refreshToken: 'the-one-of-the-last-answer' },
  }),
  list: query('membership.session.list', ListSessionsRequest, pageOf(SessionView), {
    http: 'GET auth/sessions',
    tag: 'sign-in',
    summary: 'Lists where I am signed in',
  }),
  revoke: command('membership.session.revoke', RevokeSessionRequest, Done, {
    http: 'DELETE auth/sessions/:sessionId',
    tag: 'sign-in',
    summary: 'Ends a session',
    idempotent: false,
  }),
  revokeAll: command('membership.session.revokeAll', RevokeSessionsRequest, SessionsEndedView, {
    http: 'DELETE auth/sessions',
    tag: 'sign-in',
    summary:
      'Signs me out everywhere else, or everywhere and my API keys with it; tokens that were given hold a second longer at most',
    idempotent: false,
  }),
  resolve: query('membership.session.resolve', ResolveSessionRequest, ResolvedSessionView),
  /** For what the link in a message does in office. Not active where that asks for a sign-in, as there is a second factor to it. */
  offices: query('membership.session.offices', OfficesRequest, ResolvedSessionView),
};

/**
 * A plain NATS subject that every gateway hears: `{ "personId": "…" }`, whose resolved sessions it then forgets; those of everybody where
 * it is null.
 */
export const authChangedSubject = 'auth.changed';
