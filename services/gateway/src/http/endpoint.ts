import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  type PipeTransform,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type Contract, type Dto, validateInSteps } from '@gongxiang/contracts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { describeEndpoint } from './describe-endpoint.js';
import type { EdgeRequest } from './edge-request.js';
import type { Tag } from './tags.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface EndpointOptions {
  readonly tag: Tag;
  readonly summary: string;
  /** Status of a success; 201 for a POST that makes something, else 200. */
  readonly status?: 200 | 201 | 202;
  /** Nobody needs to be signed in. */
  readonly public?: boolean;
  /** False where a repeated request does no harm, or must leave no trace: no Idempotency-Key is asked for. */
  readonly idempotent?: boolean;
  /** Changes what others may have changed: asks for `If-Match`, as every `versioned` contract does; or only of who acts for somebody else. */
  readonly ifMatch?: boolean | 'forOthers';
  /** How long anybody in between may keep the answer; nobody may where absent. */
  readonly cacheSeconds?: number;
  /** Too grave for roles that are up to 30 seconds old. */
  readonly freshRoles?: boolean;
  /** Media types of files that the answer may be in place of JSON. */
  readonly files?: readonly string[];
  /** Then it is never JSON: what the contract answers is for the gateway alone. */
  readonly isFileOnly?: boolean;
  /** A body that works, for the documentation. */
  readonly example?: unknown;
}

export interface EndpointMetadata extends EndpointOptions {
  readonly method: Method;
  readonly path: string;
  readonly contract: Contract<unknown, unknown>;
  readonly needsKey: boolean;
}

export const endpointKey = 'gongxiang:endpoint';
export const openKey = 'gongxiang:open';

/** A controller outside the interface, for programs that have nobody to sign in: health. */
export const Open = (): ClassDecorator => SetMetadata(openKey, true);

/** Binds a method to a route, a contract, and everything that the documentation says of them. */
export function Endpoint(
  method: Method,
  path: string,
  contract: Contract<unknown, unknown>,
  options: EndpointOptions,
): MethodDecorator {
  const isWrite = method !== 'GET' && contract.kind === 'command';
  const status = options.status ?? (method === 'POST' && isWrite ? 201 : 200);
  const needsKey = isWrite && options.idempotent !== false;
  const ifMatch = contract.shownBy !== undefined || options.ifMatch;
  const metadata: EndpointMetadata = { ...options, status, method, path, contract, needsKey, ifMatch };
  return applyDecorators(
    RequestMapping({ path, method: RequestMethod[method] }),
    HttpCode(status),
    SetMetadata(endpointKey, metadata),
    RouteConfig({ traceless: contract.traceless === true }),
    describeEndpoint(metadata),
  );
}

interface Gathered {
  readonly values: Record<string, unknown>;
  readonly fromText: boolean;
  /** JSON was announced and none came: then what is wrong beyond the address is that. */
  readonly lacksJson: boolean;
  readonly params: Record<string, string>;
}

class ValidatedInput implements PipeTransform {
  async transform(gathered: Gathered, metadata: { metatype?: unknown }): Promise<object> {
    const { values, fromText } = gathered;
    try {
      return await validateInSteps(metadata.metatype as Dto<object>, values, {
        refuseUnknown: true,
        fromText,
      });
    } catch (error) {
      throw gathered.lacksJson && needsMore(error, gathered.params)
        ? new DomainError('BODY_NOT_JSON')
        : error;
    }
  }
}

/** Is there anything missing that the address does not name? */
function needsMore(error: unknown, params: Record<string, string>): boolean {
  const problems = error instanceof DomainError ? error.errors : [];
  return problems.some(({ pointer }) => !Object.hasOwn(params, pointer.slice(1)));
}

const Gather = createParamDecorator((_data: unknown, context: ExecutionContext): Gathered => {
  const request = context.switchToHttp().getRequest<EdgeRequest>();
  const params = request.params as Record<string, string>;
  const hasBody = request.method !== 'GET' && request.method !== 'DELETE';
  const sent = hasBody ? bodyOf(request) : (request.query as Record<string, unknown>);
  const twice = Object.keys(params).find((name) => Object.hasOwn(sent, name));
  if (twice !== undefined) {
    throw new DomainError('VALIDATION_FAILED', { errors: [{ pointer: `/${twice}`, code: 'UNKNOWN_FIELD' }] });
  }
  const lacksJson = hasBody && request.body === undefined && request.headers['content-type'] !== undefined;
  return { values: { ...sent, ...params }, fromText: !hasBody, lacksJson, params };
});

function bodyOf({ body, headers }: EdgeRequest): Record<string, unknown> {
  // The parser of uploads leaves no body behind, which must not pass for an empty one.
  if (headers['content-type']?.startsWith('multipart/')) throw new DomainError('MEDIA_TYPE_UNSUPPORTED');
  if (body === undefined) return {};
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw new DomainError('VALIDATION_FAILED', { errors: [{ pointer: '', code: 'OBJECT_EXPECTED' }] });
}

/** Path, query and body as one request of the contract's class; whatever the class does not know is refused. */
export function Input(): ParameterDecorator {
  return Gather(new ValidatedInput());
}

/** Who asks, in which language, and how long he waits. */
export const Call = createParamDecorator((_data: unknown, context: ExecutionContext): CallContext => {
  const { call } = context.switchToHttp().getRequest<EdgeRequest>();
  if (call === undefined) throw new Error('the guard has not run');
  return call;
});
