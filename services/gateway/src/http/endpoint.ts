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
import type { Contract, Dto, Method, Route } from '@gongxiang/contracts/core/contract';
import { validateInSteps } from '@gongxiang/contracts/core/validate';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { describeEndpoint } from './describe-endpoint.js';
import type { EdgeRequest } from './edge-request.js';

export interface EndpointMetadata extends Route {
  readonly method: Method;
  readonly path: string;
  readonly status: 200 | 201 | 202;
  readonly contract: Contract<unknown, unknown>;
  readonly needsKey: boolean;
}

export const endpointKey = 'gongxiang:endpoint';
export const openKey = 'gongxiang:open';

/** Marks a controller outside the API, for programs that cannot sign in, such as health checks. */
export const Open = (): ClassDecorator => SetMetadata(openKey, true);

/**
 * Binds a method to the route of a contract, with all of its description.
 * @param own the request class if the gateway adds fields to the contract's request
 */
export function Endpoint(
  contract: Contract<unknown, unknown>,
  own: { readonly request?: Dto<unknown> } = {},
): MethodDecorator {
  const metadata = metadataOf({ ...contract, ...own });
  return applyDecorators(
    RequestMapping({ path: metadata.path, method: RequestMethod[metadata.method] }),
    HttpCode(metadata.status),
    SetMetadata(endpointKey, metadata),
    RouteConfig({ traceless: contract.traceless === true }),
    describeEndpoint(metadata),
  );
}

function metadataOf(contract: Contract<unknown, unknown>): EndpointMetadata {
  const { route } = contract;
  if (route === undefined) throw new Error(`${contract.subject} has no route`);
  const [method, path] = route.http.split(' ') as [Method, string];
  const isWrite = method !== 'GET' && contract.kind === 'command';
  return {
    ...route,
    method,
    path,
    contract,
    status: route.status ?? (method === 'POST' && isWrite ? 201 : 200),
    needsKey: isWrite && route.idempotent !== false,
    ifMatch: contract.shownBy !== undefined || (route.ifMatch ?? false),
  };
}

interface RawInput {
  readonly values: Record<string, unknown>;
  /** All of it, or what stands in the path of a request with a body. */
  readonly fromText: boolean | readonly string[];
  /** JSON was announced and none came: then errors beyond the path parameters are reported as that. */
  readonly lacksJson: boolean;
  readonly params: Record<string, string>;
}

class ValidatedInput implements PipeTransform {
  async transform(raw: RawInput, metadata: { metatype?: unknown }): Promise<object> {
    const { values, fromText } = raw;
    try {
      return await validateInSteps(metadata.metatype as Dto<object>, values, {
        refuseUnknown: true,
        fromText,
      });
    } catch (error) {
      throw raw.lacksJson && hasOtherProblems(error, raw.params) ? new DomainError('BODY_NOT_JSON') : error;
    }
  }
}

/** Whether there are problems with fields other than the path parameters. */
function hasOtherProblems(error: unknown, params: Record<string, string>): boolean {
  const problems = error instanceof DomainError ? error.errors : [];
  return problems.some(({ pointer }) => !Object.hasOwn(params, pointer.slice(1)));
}

const RawInputParameter = createParamDecorator((_data: unknown, context: ExecutionContext): RawInput => {
  const request = context.switchToHttp().getRequest<EdgeRequest>();
  const params = request.params as Record<string, string>;
  const hasBody = request.method !== 'GET' && request.method !== 'DELETE';
  const sent = hasBody ? bodyOf(request) : (request.query as Record<string, unknown>);
  const duplicate = Object.keys(params).find((name) => Object.hasOwn(sent, name));
  if (duplicate !== undefined) {
    throw new DomainError('VALIDATION_FAILED', {
      errors: [{ pointer: `/${duplicate}`, code: 'UNKNOWN_FIELD' }],
    });
  }
  const lacksJson = hasBody && request.body === undefined && request.headers['content-type'] !== undefined;
  const fromText = hasBody ? Object.keys(params) : true;
  return { values: { ...sent, ...params }, fromText, lacksJson, params };
});

function bodyOf({ body, headers }: EdgeRequest): Record<string, unknown> {
  // The multipart parser leaves no body, which must not be treated as an empty one.
  if (headers['content-type']?.startsWith('multipart/')) throw new DomainError('MEDIA_TYPE_UNSUPPORTED');
  if (body === undefined) return {};
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw new DomainError('VALIDATION_FAILED', { errors: [{ pointer: '', code: 'OBJECT_EXPECTED' }] });
}

/** Path, query and body as one request of the contract's class; unknown fields are refused. */
export function Input(): ParameterDecorator {
  return RawInputParameter(new ValidatedInput());
}

/** The call context: caller, language and deadline. */
export const Call = createParamDecorator((_data: unknown, context: ExecutionContext): CallContext => {
  const { call } = context.switchToHttp().getRequest<EdgeRequest>();
  if (call === undefined) throw new Error('the guard has not run');
  return call;
});
