import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiProperty,
  type ApiPropertyOptions,
  ApiQuery,
  type ApiQueryOptions,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { EndpointMetadata } from './endpoint.js';

/** Where `ApiProperty` keeps what is said of a field. */
const propertyKey = 'swagger/apiModelProperties';

/** The OpenAPI description of an endpoint, derived from its contract; refusals are added for the whole document. */
export function describeEndpoint(endpoint: EndpointMetadata): MethodDecorator {
  const { contract, method, path } = endpoint;
  const pathParameters = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  const rest = withoutFields(contract.request as Type<object>, pathParameters);
  const hasBody = method !== 'GET' && method !== 'DELETE';
  const fields = propertyNames(rest);
  return applyDecorators(
    ApiTags(endpoint.tag),
    ApiOperation({
      summary: endpoint.summary,
      operationId: operationIdOf(contract.subject),
      // Explicitly empty, so that a public route cannot be mistaken for an oversight.
      ...(endpoint.public ? { security: [] } : {}),
    }),
    ...statusesOf(endpoint).map(([status, description]) => successOf(endpoint, status, description)),
    ...pathParameters.map((name) => ApiParam({ name, required: true, schema: parameterSchema(name) })),
    ...(hasBody && fields.length > 0 ? [ApiBody(bodyOf(rest, endpoint.example))] : []),
    ...(hasBody ? [] : fields.map((name) => ApiQuery(queryParameter(rest, name)))),
    ...headersOf(endpoint),
    ...(endpoint.public ? [] : [ApiBearerAuth()]),
  );
}

/** Success statuses: 200 instead of 201 means that it existed already. */
function statusesOf({ status }: EndpointMetadata): [status: number, description: string][] {
  return status === 201
    ? [
        [201, 'Done'],
        [200, 'It was there already'],
      ]
    : [[status, 'Done']];
}

/** JSON of the contract's class, and files if the endpoint offers them. */
function successOf(endpoint: EndpointMetadata, status: number, description: string): MethodDecorator {
  const type = endpoint.contract.response as Type<object>;
  if (endpoint.files === undefined) return ApiResponse({ status, description, type });
  const file = { schema: { type: 'string', format: 'binary' } } as const;
  const files = Object.fromEntries(endpoint.files.map((mediaType) => [mediaType, file]));
  if (endpoint.isFileOnly) return ApiResponse({ status, description, content: files });
  const json = { schema: { $ref: getSchemaPath(type) } };
  return applyDecorators(
    ApiExtraModels(type),
    ApiResponse({ status, description, content: { 'application/json': json, ...files } }),
  );
}

function headersOf(endpoint: EndpointMetadata): MethodDecorator[] {
  const headers: MethodDecorator[] = [];
  if (endpoint.needsKey) {
    headers.push(
      ApiHeader({
        name: 'Idempotency-Key',
        required: true,
        description: 'Your own key for this request: sent again, it is answered with the first answer',
        schema: { type: 'string', maxLength: 200 },
      }),
    );
  }
  if (endpoint.ifMatch) {
    headers.push(
      ApiHeader({
        name: 'If-Match',
        required: endpoint.ifMatch === true,
        description:
          endpoint.ifMatch === true
            ? versionSource(endpoint)
            : `${versionSource(endpoint)}: for somebody else only`,
        schema: { type: 'string' },
      }),
    );
  }
  return headers;
}

/** Describes the source of the version that the caller must have seen. */
function versionSource({ contract }: EndpointMetadata): string {
  if (contract.shownBy === undefined) return 'The ETag that you last saw';
  const { subject, response } = contract.shownBy;
  const isList = propertyNames(response as Type<object>).includes('items');
  return `The ${isList ? 'version of the item' : 'ETag'} of ${operationIdOf(subject)}, as you last saw it`;
}

/**
 * Describes one field of a request as a query parameter. (Nest's own description omits the enum, and does not know
 * that a query string has no null.)
 */
function queryParameter(request: Type<object>, name: string): ApiQueryOptions {
  const field = Reflect.getMetadata(propertyKey, request.prototype as object, name) as Record<
    string,
    unknown
  >;
  const {
    required,
    description,
    type,
    enumName: _enumName,
    nullable: _nullable,
    isArray: _isArray,
    ...rest
  } = field;
  const word = typeof type === 'function' ? type.name.toLowerCase() : type;
  return {
    name,
    required: required === true,
    ...(typeof description === 'string' ? { description } : {}),
    schema: { ...rest, type: word } as never,
  };
}

/** Path parameters are ids, except for a few words. */
function parameterSchema(name: string): { type: 'string'; format?: string } {
  return name.endsWith('Id') ? { type: 'string', format: 'uuid' } : { type: 'string' };
}

function bodyOf(type: Type<object>, example: unknown): Parameters<typeof ApiBody>[0] {
  return example === undefined ? { type } : { type, examples: { example: { value: example } } };
}

/** `sharing.registration.register` → `sharingRegistrationRegister` */
function operationIdOf(subject: string): string {
  return subject.replace(/[.-](\w)/g, (_match, letter: string) => letter.toUpperCase());
}

const bodies = new Map<string, Type<object>>();

/**
 * The request without its path parameters; one class per name, as two schemas with the same name would collide. Nobody
 * validates it, so that it has descriptions only: `OmitType` looks through the rules of all classes for those of one.
 */
function withoutFields(request: Type<object>, fields: readonly string[]): Type<object> {
  const present = fields.filter((field) => propertyNames(request).includes(field));
  if (present.length === 0) return request;
  const name = `${request.name.replace(/Request$/, '')}Body`;
  const known = bodies.get(name);
  if (known) return known;
  const body = { [name]: class {} }[name] as Type<object>;
  for (const property of propertyNames(request).filter((one) => !present.includes(one)))
    ApiProperty(
      Reflect.getMetadata(propertyKey, request.prototype as object, property) as ApiPropertyOptions,
    )(body.prototype as object, property);
  bodies.set(name, body);
  return body;
}

function propertyNames(type: Type<object>): string[] {
  const names = Reflect.getMetadata('swagger/apiModelPropertiesArray', type.prototype as object) as
    string[] | undefined;
  return (names ?? []).map((name) => name.replace(/^:/, ''));
}
