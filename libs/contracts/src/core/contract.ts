import { ApiProperty } from '@nestjs/swagger';
import { AlwaysTrue, Flag, ListOf, Nested, Text, Whole } from './fields.js';
import type { Tag } from './tags.js';

/** A class whose decorated fields serve validation, types and OpenAPI at once. */
export type Dto<T> = abstract new (...args: never[]) => T;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** How a call is reached over HTTP, and everything that its description says beyond the classes of the contract. */
export interface Route {
  /** The path is below `/api/v1`; what it names is in the request. */
  readonly http: `${Method} ${string}`;
  readonly tag: Tag;
  readonly summary: string;
  /** Status of a success; 201 for a POST of a command, else 200. */
  readonly status?: 200 | 201 | 202;
  /** Nobody needs to be signed in. */
  readonly public?: boolean;
  /** The answer depends on nothing but the question: whoever asks within seconds shares it. */
  readonly remembered?: boolean;
  /** False where a repeated request does no harm, or must leave no trace: no Idempotency-Key is asked for. */
  readonly idempotent?: boolean;
  /** Asks for `If-Match`, as every {@link versioned} command does; or only of who acts for somebody else. */
  readonly ifMatch?: boolean | 'forOthers';
  /** How long anybody in between may keep the answer; nobody may where absent. */
  readonly cacheSeconds?: number;
  /** Resolves the caller's roles afresh instead of using those that were looked up within the last 30 s. */
  readonly freshRoles?: boolean;
  /** Media types of files that the answer may be in place of JSON. */
  readonly files?: readonly string[];
  /** The answer is never JSON: what the contract answers names a file, which is sent in its place. */
  readonly isFileOnly?: boolean;
  /** A body that works, for the documentation. */
  readonly example?: unknown;
}

/** One call to a service: its subject and the classes of what goes in and what comes out. */
export interface Contract<Request, Response> {
  readonly kind: 'command' | 'query';
  /** `<service>.<noun>.<verb>` */
  readonly subject: string;
  readonly request: Dto<Request>;
  readonly response: Dto<Response>;
  /** Absent where only the gateway itself makes the call. */
  readonly route?: Route;
  /** Nothing may lead from this call back to who made it: see {@link traceless}. */
  readonly traceless?: true;
  /** It may take long, and waits with its like: see {@link slow}. */
  readonly slow?: true;
  /** What the caller must have seen in its present version: see {@link versioned} and {@link versionedIn}. */
  readonly shownBy?: Contract<unknown, Versioned | ListOfVersioned>;
}

/** A call that may change something. It is idempotent by the caller's key, and answers with the outcome of a transaction. */
export interface Command<Request, Response> extends Contract<Request, Response> {
  readonly kind: 'command';
}

/** A call that changes nothing. */
export interface Query<Request, Response> extends Contract<Request, Response> {
  readonly kind: 'query';
}

/** What is kept in versions; the number is its ETag. */
export interface Versioned {
  readonly version: number;
}

/** Things that are only shown together, each in a version of its own. */
export interface ListOfVersioned {
  readonly items: readonly (Versioned & { readonly id: string })[];
}

export function command<Request, Response>(
  subject: string,
  request: Dto<Request>,
  response: Dto<Response>,
  route?: Route,
): Command<Request, Response> {
  return { kind: 'command', subject, request, response, ...(route && { route }) };
}

export function query<Request, Response>(
  subject: string,
  request: Dto<Request>,
  response: Dto<Response>,
  route?: Route,
): Query<Request, Response> {
  return { kind: 'query', subject, request, response, ...(route && { route }) };
}

/**
 * The same call without a trail: the caller's trace and address do not travel with it, and the service neither logs nor
 * counts it. For answers that nobody may be able to connect with a person.
 */
export function traceless<Call extends Contract<unknown, unknown>>(contract: Call): Call {
  return { ...contract, traceless: true };
}

/** The same call where it may compute for long: it has a few places of its own, so that quick calls do not wait for it. */
export function slow<Call extends Contract<unknown, unknown>>(contract: Call): Call {
  return { ...contract, slow: true };
}

/**
 * The same command where it decides on what others may change meanwhile: the caller says in `If-Match` which version of
 * what `shownBy` answers they have seen, and is refused where it is no longer the present one.
 */
export function versioned<Request extends Shown, Response, Shown>(
  contract: Command<Request, Response>,
  shownBy: Contract<Shown, Versioned>,
): Command<Request, Response> {
  return { ...contract, shownBy };
}

/** The same where it decides on one of several that are only shown together: the version is that of the item. */
export function versionedIn<Request extends Shown, Response, Shown>(
  contract: Command<Request, Response>,
  list: Contract<Shown, ListOfVersioned>,
): Command<Request, Response> {
  return { ...contract, shownBy: list };
}

/** The version of the thing with one of these ids in an answer of `shownBy`; undefined where it is not there. */
export function versionIn(shown: Versioned | ListOfVersioned, ids: readonly unknown[]): number | undefined {
  if (!('items' in shown)) return shown.version;
  return shown.items.find(({ id }) => ids.includes(id))?.version;
}

/** Something that has happened in a service, published to all others. */
export interface EventContract<Data> {
  /** `evt.<service>.<noun>.<past>.v<n>` */
  readonly subject: string;
  readonly data: Dto<Data>;
  /** The field with the person whose whole state it is: once they are merged into another, it is no news any more. */
  readonly stateOf?: string;
  /** The list with such states, where an event has several. */
  readonly statesIn?: string;
  /** Ids of merged persons in it are meant as they are written: it is about the merge itself. */
  readonly keepsIds?: true;
}

export function event<Data>(
  subject: string,
  data: Dto<Data>,
  persons: Pick<EventContract<Data>, 'stateOf' | 'statesIn' | 'keepsIds'> = {},
): EventContract<Data> {
  return { subject, data, ...persons };
}

/** The service that owns a subject: the first word, after `evt.` where it is an event. */
export function ownerOf(subject: string): string {
  const words = subject.split('.');
  return (words[0] === 'evt' ? words[1] : words[0]) ?? '';
}

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/** As many as are counted of a list; of more it is said that there are more. */
export const countedMax = 1_000;

/** How many there are in a list. */
export class ListCount {
  @Whole({ max: countedMax }) value: number;
  @Flag({ description: `There are more: beyond ${countedMax} nobody counts` }) atLeast: boolean;
}

export interface CountedPage<T> extends Page<T> {
  readonly count: ListCount | null;
}

const pages = new Map<unknown, Dto<Page<unknown>>>();
const countedPages = new Map<unknown, Dto<CountedPage<unknown>>>();

/** The class of one page of a list; the same class each time, so that OpenAPI has one schema for it. */
export function pageOf<T>(item: Dto<T>): Dto<Page<T>> {
  const known = pages.get(item);
  if (known) return known as Dto<Page<T>>;
  class PageClass {
    items: T[];
    nextCursor: string | null;
  }
  ListOf(() => item as unknown as new () => object, { max: 200 })(PageClass.prototype, 'items');
  ApiProperty({
    type: String,
    nullable: true,
    description: 'Pass as `cursor` for the next page; null at the end',
  })(PageClass.prototype, 'nextCursor');
  Object.defineProperty(PageClass, 'name', { value: `${item.name.replace(/View$/, '')}Page` });
  pages.set(item, PageClass);
  return PageClass;
}

/** The class of one page of a list that says how many there are; a class is listed in pages of one of both kinds. */
export function countedPageOf<T>(item: Dto<T>): Dto<CountedPage<T>> {
  const known = countedPages.get(item);
  if (known) return known as Dto<CountedPage<T>>;
  const page = pageOf(item);
  class CountedPageClass extends (page as new () => Page<T>) {
    count: ListCount | null;
  }
  Nested(() => ListCount, {
    nullable: true,
    description: 'How many there are in all, with the first page alone and where it was asked for',
  })(CountedPageClass.prototype, 'count');
  Object.defineProperty(CountedPageClass, 'name', { value: page.name });
  countedPages.set(item, CountedPageClass);
  return CountedPageClass;
}

/** The fields that every list request has. */
export class PageRequest {
  @Text({ optional: true, max: 500, description: 'The `nextCursor` of the page before' })
  cursor?: string;

  @Whole({ min: 1, max: 200, optional: true, description: 'Items a page, 50 where absent' })
  limit?: number;
}

/** The fields of a request for a list that says how many there are. */
export class CountedPageRequest extends PageRequest {
  @AlwaysTrue({
    optional: true,
    description: `Says with the first page how many there are, up to ${countedMax}`,
  })
  count?: true;
}

/** A request that needs nothing but the caller. */
export class NoRequest {}

/** An answer that says only that it is done. */
export class Done {
  @ApiProperty({ example: true })
  done: true = true as const;
}
