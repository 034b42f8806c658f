import { ApiProperty } from '@nestjs/swagger';
import { ListOf, Text, Whole } from './fields.js';

/** A class whose decorated fields serve validation, types and OpenAPI at once. */
export type Dto<T> = abstract new (...args: never[]) => T;

/** One call to a service: its subject and the classes of what goes in and what comes out. */
export interface Contract<Request, Response> {
  readonly kind: 'command' | 'query';
  /** `<service>.<noun>.<verb>` */
  readonly subject: string;
  readonly request: Dto<Request>;
  readonly response: Dto<Response>;
  /** Nothing may lead from this call back to who made it: see {@link traceless}. */
  readonly traceless?: true;
  /** It may take long, and waits with its like: see {@link slow}. */
  readonly slow?: true;
  /** What the caller must have seen in its present version: see {@link versioned} and {@link versionedIn}. */
  readonly shownBy?: Contract<unknown, Versioned | ListOfVersioned>;
}

/** What is kept in versions; the number is its ETag. */
export interface Versioned {
  readonly version: number;
}

/** Things that are only shown together, each in a version of its own. */
export interface ListOfVersioned {
  readonly items: readonly (Versioned & { readonly id: string })[];
}

/** A call that may change something. It is idempotent by the caller's key. */
export function command<Request, Response>(
  subject: string,
  request: Dto<Request>,
  response: Dto<Response>,
): Contract<Request, Response> {
  return { kind: 'command', subject, request, response };
}

/** A call that changes nothing. */
export function query<Request, Response>(
  subject: string,
  request: Dto<Request>,
  response: Dto<Response>,
): Contract<Request, Response> {
  return { kind: 'query', subject, request, response };
}

/**
 * The same call without a trail: the caller's trace and address do not travel with it, and the service neither logs nor
 * counts it. For answers that nobody may be able to connect with a person.
 */
export function traceless<Request, Response>(
  contract: Contract<Request, Response>,
): Contract<Request, Response> {
  return { ...contract, traceless: true };
}

/** The same call where it may compute for long: it has a few places of its own, so that quick calls do not wait for it. */
export function slow<Request, Response>(contract: Contract<Request, Response>): Contract<Request, Response> {
  return { ...contract, slow: true };
}

/**
 * The same command where it decides on what others may change meanwhile: the caller says in `If-Match` which version of
 * what `shownBy` answers he has seen, and is refused where it is no longer the present one.
 */
export function versioned<Request extends Shown, Response, Shown>(
  contract: Contract<Request, Response>,
  shownBy: Contract<Shown, Versioned>,
): Contract<Request, Response> {
  return { ...contract, shownBy };
}

/** The same where it decides on one of several that are only shown together: the version is that of the item. */
export function versionedIn<Request extends Shown, Response, Shown>(
  contract: Contract<Request, Response>,
  list: Contract<Shown, ListOfVersioned>,
): Contract<Request, Response> {
  return { ...contract, shownBy: list };
}

/** The version of the thing with one of these ids in an answer of `shownBy`; undefined where it is not there. */
export function versionIn(shown: Versioned | ListOfVersioned, ids: readonly unknown[]): number | undefined {
  if (!('items' in shown)) return shown.version;
  return shown.items.find(({ id }) => ids.includes(id))?.version;
}

/** Something that has happened in a service, told to all others. */
export interface EventContract<Data> {
  /** `evt.<service>.<noun>.<past>.v<n>` */
  readonly subject: string;
  readonly data: Dto<Data>;
}

export function event<Data>(subject: string, data: Dto<Data>): EventContract<Data> {
  return { subject, data };
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

const pages = new Map<unknown, Dto<Page<unknown>>>();

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

/** The fields that every list request has. */
export class PageRequest {
  @Text({ optional: true, max: 500, description: 'The `nextCursor` of the page before' })
  cursor?: string;

  @Whole({ min: 1, max: 200, optional: true, description: 'Items a page, 50 where absent' })
  limit?: number;
}

/** A request that needs nothing but the caller. */
export class NoRequest {}

/** An answer that says only that it is done. */
export class Done {
  @ApiProperty({ example: true })
  done: true = true as const;
}
