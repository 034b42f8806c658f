import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { Problem } from './problem.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;

interface Refusal {
  readonly name: string;
  readonly description: string;
  /** Whether this operation can be refused like this, judging by its parameters and its method. */
  readonly appliesTo: (operation: Operation, method: string) => boolean;
  readonly header?: { readonly name: string; readonly description: string };
}

const always = (): boolean => true;
const needsSignIn = ({ security }: Operation): boolean => (security ?? []).length > 0;
const isSignIn = ({ tags }: Operation): boolean => tags?.includes('sign-in') === true;
const hasBody = ({ requestBody }: Operation): boolean => requestBody !== undefined;
const hasParameter = (
  { parameters }: Operation,
  wanted: { readonly in: string; readonly name?: string },
): boolean =>
  (parameters ?? []).some(
    (one) => 'in' in one && one.in === wanted.in && (wanted.name ?? one.name) === one.name,
  );
const asksForVersion = (operation: Operation): boolean =>
  hasParameter(operation, { in: 'header', name: 'If-Match' });
const hasInput = (operation: Operation): boolean =>
  hasParameter(operation, { in: 'path' }) || hasParameter(operation, { in: 'query' }) || hasBody(operation);

/** A command on what belongs to the caller, such as a request of theirs, needs no id and no body. */
const isCommand = (_operation: Operation, method: string): boolean => method !== 'get';
const takesSomething = (operation: Operation, method: string): boolean =>
  hasInput(operation) || isCommand(operation, method);

const retryAfter = { name: 'Retry-After', description: 'After how many seconds it is worth asking again' };

/** The refusals of operations by status; the codes within a status are in the problem. */
const refusals: Readonly<Record<string, Refusal>> = {
  400: { name: 'NotValid', description: 'The request is not of the form asked for', appliesTo: always },
  401: {
    name: 'NotSignedIn',
    description: 'Nobody is signed in, or the session has ended, or the credentials are wrong',
    appliesTo: (operation) => needsSignIn(operation) || isSignIn(operation),
    header: { name: 'WWW-Authenticate', description: 'Always `Bearer`' },
  },
  403: {
    name: 'NotPermitted',
    description: 'May be seen but not done by the caller',
    appliesTo: needsSignIn,
  },
  404: {
    name: 'NotFound',
    description: 'Not there, or not for the caller to see',
    appliesTo: takesSomething,
  },
  409: {
    name: 'Conflict',
    description: 'The state of things is in the way',
    appliesTo: isCommand,
  },
  412: { name: 'Stale', description: 'Changed by somebody else meanwhile', appliesTo: asksForVersion },
  413: { name: 'BodyTooLarge', description: 'The body or the file is too large', appliesTo: hasBody },
  415: {
    name: 'MediaTypeNotTaken',
    description: 'The body is of a type that is not taken',
    appliesTo: hasBody,
  },
  422: { name: 'RuleBroken', description: 'A rule of the domain is broken', appliesTo: takesSomething },
  428: { name: 'VersionMissing', description: 'The request lacks If-Match', appliesTo: asksForVersion },
  429: { name: 'TooMany', description: 'Too many requests', appliesTo: always, header: retryAfter },
  default: {
    name: 'OtherProblem',
    description: 'A mistake of ours (500), too busy just now (503), or no room left for files (507)',
    appliesTo: always,
    header: retryAfter,
  },
};

/** Adds the possible refusals to every operation; their texts are in the document once. */
export function withRefusals(document: OpenAPIObject): OpenAPIObject {
  const paths = Object.entries(document.paths).map(([path, methods]) => {
    const described = Object.entries(methods as Record<string, Operation>).map(
      ([method, operation]) => [method, withResponses(operation, method)] as const,
    );
    return [path, Object.fromEntries(described)] as const;
  });
  const responses = Object.values(refusals).map((refusal) => [refusal.name, responseOf(refusal)] as const);
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...document.components, responses: Object.fromEntries(responses) as Responses },
  };
}

function withResponses(operation: Operation, method: string): Operation {
  const possible = Object.entries(refusals).filter(([, refusal]) => refusal.appliesTo(operation, method));
  const references = possible.map(
    ([status, { name }]) => [status, { $ref: `#/components/responses/${name}` }] as const,
  );
  return { ...operation, responses: { ...operation.responses, ...Object.fromEntries(references) } };
}

function responseOf({ description, header }: Refusal): Responses[string] {
  return {
    description,
    ...(header === undefined
      ? {}
      : { headers: { [header.name]: { description: header.description, schema: { type: 'string' } } } }),
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
  };
}
