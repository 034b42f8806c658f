import type { ErrorKind } from '@gongxiang/contracts/core/error-text';
import { Instant, ListOf, Nested, SomeOf, Text, Uuid, Whole } from '@gongxiang/contracts/core/fields';
import { errorText } from '@gongxiang/contracts/error-codes';
import { type DomainError, type Locale, moneyText } from '@gongxiang/domain';

class ProblemField {
  @Text({ min: 0, max: 500, description: 'JSON pointer into the request', example: '/parentId' })
  pointer: string;
  @Text({ example: 'UUID_EXPECTED' }) code: string;
  @Text({ max: 500 }) detail: string;
}

/** A supplement, or a refund of a cost pool, that has to be reversed first. */
class ProblemObstacle {
  @Uuid({ description: 'The supplement, or the pool of the refund' }) costPoolId: string;
  @Uuid({ nullable: true, description: 'Null where the cost pool itself is in the way' })
  refundId: string | null;
}

/** With what a sign-in goes on whose password was right. */
class ProblemSecondFactor {
  @Text({ max: 300, description: 'For `POST /auth/sessions/second-factor`' }) challenge: string;
  @SomeOf(['code', 'passkey'], {
    description:
      '`code`: of the authenticator app, or a recovery code; `passkey`: by `POST /auth/passkey-challenges`',
  })
  methods: string[];
  @Instant() expiresAt: string;
}

/** The body of every refusal (RFC 9457). Programs match on `code`; people read `detail`, in their language. */
export class Problem {
  @Text({ example: 'urn:gongxiang:problem:VALIDATION_FAILED' }) type: string;
  @Text() title: string;
  @Whole({ min: 400, max: 599 }) status: number;
  @Text() code: string;
  @Text({ max: 1_000 }) detail: string;
  @Text({ description: 'Quote this when you ask what happened' }) traceId: string;
  @ListOf(() => ProblemField, { max: 1_000 }) errors: ProblemField[];

  @Whole({ optional: true, description: 'The same request may succeed then; as in `Retry-After`' })
  retryAfterSeconds?: number;
  @Nested(() => ProblemObstacle, { optional: true, description: 'What stands in the way, to be opened' })
  obstacle?: ProblemObstacle;
  @Nested(() => ProblemSecondFactor, { optional: true, description: 'With `SECOND_FACTOR_REQUIRED` alone' })
  secondFactor?: ProblemSecondFactor;
}

const statusOfKind: Readonly<Record<ErrorKind, number>> = {
  shape: 400,
  unauthenticated: 401,
  forbidden: 403,
  hidden: 404,
  conflict: 409,
  stale: 412,
  tooLarge: 413,
  unsupported: 415,
  rule: 422,
  precondition: 428,
  tooMany: 429,
  fault: 500,
  busy: 503,
  full: 507,
};

const titles: Readonly<Record<ErrorKind, readonly [zh: string, en: string]>> = {
  shape: ['请求有误', 'The request is not valid'],
  unauthenticated: ['需要登录', 'Not signed in'],
  forbidden: ['没有权限', 'Not permitted'],
  hidden: ['没有找到', 'Not found'],
  conflict: ['当前状态不允许', 'The state is in the way'],
  stale: ['内容已变更', 'Changed meanwhile'],
  tooLarge: ['内容过大', 'Too large'],
  unsupported: ['类型不支持', 'Type not taken'],
  rule: ['不符合规则', 'A rule is broken'],
  precondition: ['缺少前提', 'Precondition missing'],
  tooMany: ['请求过多', 'Too many requests'],
  fault: ['系统错误', 'Internal error'],
  busy: ['暂时不可用', 'Busy'],
  full: ['存储空间已满', 'No room left'],
};

/** Describes a refusal in words. An unlisted code is our own mistake and is reported as INTERNAL. */
export function problemOf(error: DomainError, locale: Locale, traceId: string): Problem {
  const known = errorText(error.code);
  const kind = known?.kind ?? 'fault';
  const code = known ? error.code : 'INTERNAL';
  const [zh, en] = titles[kind];
  return {
    type: `urn:gongxiang:problem:${code}`,
    title: locale === 'en' ? en : zh,
    status: statusOfKind[kind],
    code,
    detail: words(code, error.params, locale),
    traceId,
    errors: error.errors.map((one) => ({
      pointer: one.pointer,
      code: one.code,
      detail: words(one.code, one.params ?? {}, locale),
    })),
    ...(error.retryAfterSeconds !== null && { retryAfterSeconds: error.retryAfterSeconds }),
    ...obstacleOf(error.params),
    ...secondFactorOf(error.params),
  };
}

/** The ids of the obstacle are parameters of the error, but are part of no sentence. */
function obstacleOf({ costPoolId, refundId }: DomainError['params']): Pick<Problem, 'obstacle'> {
  if (typeof costPoolId !== 'string') return {};
  return { obstacle: { costPoolId, refundId: typeof refundId === 'string' ? refundId : null } };
}

/** The challenge is a parameter of the error, but part of no sentence. */
function secondFactorOf({
  challenge,
  methods,
  expiresAt,
}: DomainError['params']): Pick<Problem, 'secondFactor'> {
  if (typeof challenge !== 'string') return {};
  return { secondFactor: { challenge, methods: String(methods).split(' '), expiresAt: String(expiresAt) } };
}

function words(code: string, params: DomainError['params'], locale: Locale): string {
  const text = errorText(code);
  if (text === undefined) return code;
  const template = locale === 'en' ? text.en : text.zh;
  return template.replace(/\{(\w+)\}/g, (_match, name: string) => wordOf(name, params[name]));
}

/** Parameters whose name ends with `Fen` are formatted as yuan. */
function wordOf(name: string, value: string | number | boolean | undefined): string {
  const text = String(value ?? '');
  return name.endsWith('Fen') && /^-?\d+$/.test(text) ? moneyText(BigInt(text)) : text;
}
