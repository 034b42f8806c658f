import { type ListOfVersioned, type Versioned, versionIn } from '@gongxiang/contracts/core/contract';
import { type Answer, askPatiently, type AnswerBody, send } from './ask.js';
import { grantRole, makeNetwork, makePerson, type Network, type Person } from './fixtures.js';
import type { TestPlatform } from './test-platform.js';

/**
 * Who asks. `keeper` holds every working role of the union `near`, and its district's finance; `approver` approves and
 * reviews in that district, and `judge` decides there what the approver had a hand in; `coHost` is the officer of `next`; `member` belongs to `near` and holds nothing; `other` holds every
 * role there is, at the union `far`; `federal` is an officer of the federation.
 */
export type Who = 'operator' | 'keeper' | 'approver' | 'judge' | 'coHost' | 'member' | 'other' | 'federal';

/** What the rows hand on to each other: earlier rows make what later rows need. */
export interface AccessWorld {
  readonly platform: TestPlatform;
  readonly network: Network;
  readonly people: Readonly<Record<Who, Person>>;
  readonly ids: Map<string, string>;
  /** Routes that ask for If-Match. */
  readonly versioned: ReadonlySet<string>;
  /** Paths that can be looked at. */
  readonly shown: ReadonlySet<string>;
}

export interface RowRequest {
  /** Of the path, where it is not what the world knows by that name. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  /** The version that was seen; where nothing is said, that of {@link AccessRow.sees} as it is now. Null sends none. */
  readonly ifMatch?: number | null;
}

/** One row of the route table: what a route answers to nobody, a plain member, another union's officer, the right person. */
export interface AccessRow {
  /** Method and path as the OpenAPI document has them, without `/api/v1`. */
  readonly route: string;
  readonly expected: readonly [nobody: number, member: number, other: number, right: number];
  /** Who the right person is; `keeper` where nothing is said. */
  readonly right?: Who;
  /** Made or waited for once, before anybody asks. */
  readonly before?: (world: AccessWorld) => Promise<unknown>;
  readonly request?: (world: AccessWorld) => RowRequest | Promise<RowRequest>;
  /**
   * Where the right person has seen what is decided on. Where nothing is said: what stands above the act in its path, or the
   * list that it stands in; and what is replaced (PUT), at its own.
   */
  readonly sees?: string;
  /** Under which name the id in the right person's answer is kept. */
  readonly keep?: string;
  readonly after?: (world: AccessWorld, answer: AnswerBody) => void;
  /** An answer without an end: only its head is read. */
  readonly streams?: boolean;
  /** Why the right person is refused, too. */
  readonly why?: string;
}

export async function makeAccessWorld(platform: TestPlatform): Promise<AccessWorld> {
  const network = await makeNetwork(platform);
  const { near, next, far, districts } = network;
  const every = ['officer', 'organiser', 'finance', 'approver', 'evaluator', 'auditor', 'operator'] as const;
  const keeper = await makePerson(platform, network, near, ['officer', 'organiser', 'finance', 'evaluator']);
  await grantRole(network, districts[0], keeper.personId, 'finance');
  const approver = await makePerson(platform, network, near);
  await grantRole(network, districts[0], approver.personId, 'approver');
  await grantRole(network, districts[0], approver.personId, 'evaluator');
  const judge = await makePerson(platform, network, near);
  await grantRole(network, districts[0], judge.personId, 'approver');
  // Nothing is posted in a network in which one officer alone could approve everything.
  const federal = await makePerson(platform, network, network.root, ['officer']);
  const people = {
    operator: network.operator,
    keeper,
    approver,
    judge,
    coHost: await makePerson(platform, network, next, ['officer', 'organiser', 'finance']),
    member: await makePerson(platform, network, near),
    other: await makePerson(platform, network, far, every),
    federal,
  };
  return { platform, network, people, ids: new Map(), ...(await routesOf(platform)) };
}

async function routesOf({ gatewayUrl }: TestPlatform): Promise<Pick<AccessWorld, 'versioned' | 'shown'>> {
  const { paths } = (await (await fetch(`${gatewayUrl}/api/openapi.json`)).json()) as Routes;
  const all = Object.entries(paths).map(([path, methods]) => ({
    path: path.replace('/api/v1', ''),
    methods,
  }));
  const asking = all.flatMap(({ path, methods }) =>
    Object.entries(methods)
      .filter(([, { parameters }]) => parameters?.some(({ name }) => name === 'If-Match'))
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
  const shown = all.filter(({ methods }) => 'get' in methods).map(({ path }) => path);
  return { versioned: new Set(asking), shown: new Set(shown) };
}

interface Routes {
  readonly paths: Readonly<
    Record<string, Record<string, { readonly parameters?: readonly { readonly name: string }[] }>>
  >;
}

export function idOf(world: AccessWorld, name: string): string {
  const id = world.ids.get(name);
  if (id === undefined || id === '') throw new Error(`no earlier row has made ${name}`);
  return id;
}

/** The version that the keeper sees now, for If-Match. */
export async function versionAt(world: AccessWorld, path: string, who: Who = 'keeper'): Promise<number> {
  const { version } = await world.people[who].client.get<Versioned>(path);
  return version;
}

/** The version that a row names: its own, or what the right person sees now of what it decides on. */
async function seenFor(
  world: AccessWorld,
  { route, sees, right }: AccessRow,
  fill: (template: string) => string,
  own: number | null | undefined,
): Promise<{ readonly ifMatch?: number }> {
  if (own !== undefined) return own === null ? {} : { ifMatch: own };
  if (!world.versioned.has(route)) return {};
  const [method, template = ''] = route.split(' ');
  const place = method === 'PUT' ? template : above(template);
  const shown = sees ?? (world.shown.has(place) ? place : above(place));
  const answer = await world.people[right ?? 'keeper'].client.get<Versioned | ListOfVersioned>(fill(shown));
  const version = versionIn(answer, fill(template).split('/'));
  if (version === undefined) throw new Error(`${shown} does not show what ${route} decides on`);
  return { ifMatch: version };
}

function above(path: string): string {
  return path.replace(/\/[^/]+$/, '');
}

/** Puts the question of a row as one of the four. */
export async function askRow(
  world: AccessWorld,
  row: AccessRow,
  person: Person | null,
  other: Pick<RowRequest, 'ifMatch'> = {},
): Promise<Answer> {
  const [method = '', template = ''] = row.route.split(' ');
  const { params, query, body, ifMatch } = { ...(await row.request?.(world)), ...other };
  const fill = (some: string): string =>
    some.replace(/\{(\w+)\}/g, (_match, name: string) => params?.[name] ?? idOf(world, name));
  const filled = fill(template);
  const path = query === undefined ? filled : `${filled}?${query}`;
  const question = {
    token: person?.token ?? null,
    body,
    ...(await seenFor(world, row, fill, ifMatch)),
  };
  const { gatewayUrl } = world.platform;
  if (!row.streams) return askPatiently(gatewayUrl, method, path, question);
  const stream = new AbortController();
  const { status, headers } = await send(gatewayUrl, method, path, question, stream.signal);
  stream.abort();
  return { status, headers, text: '', body: {} };
}
