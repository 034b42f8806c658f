import { continueTrace, currentTraceparent, isSampled, runWithTrace, traceIdOf } from './trace.js';

/** What a span says of a piece of work: routes, subjects, tables and codes. Never a value, an id or a name. */
export interface SpanDescription {
  readonly name: string;
  readonly kind: 'server' | 'client' | 'producer' | 'consumer' | 'internal';
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}

/** A piece of work that has begun and is told when it has ended. */
export interface OpenSpan {
  /** Under which whatever this work causes goes on. */
  readonly traceparent: string;
  /** @param failure an error code or class where it went wrong; messages may hold values, and stay out */
  end(failure?: string | null, attributes?: SpanDescription['attributes']): void;
}

/** Where spans go. Nothing of OpenTelemetry's SDK is loaded, and no span is made, until there is one. */
export interface SpanSink {
  /** @param parent null for the first span of a trace @returns null where that trace is not sampled */
  open(parent: string | null, what: SpanDescription): OpenSpan | null;
}

let sink: SpanSink | null = null;

/** Spans go there from now on; nowhere with null. */
export function sendSpansTo(to: SpanSink | null): void {
  sink = to;
}

/** Whether a span under this parent would be recorded; for what costs something to describe. */
export function isRecorded(parent: string | null): boolean {
  return sink !== null && isSampled(parent);
}

/** Begins a span under its parent; null where nothing is exported or the parent is not sampled. */
export function openSpan(parent: string | null, what: SpanDescription): OpenSpan | null {
  return sink !== null && isSampled(parent) ? sink.open(parent, what) : null;
}

/** What comes in from outside: its trace, and its span where it is sampled. */
export interface Entered {
  readonly traceparent: string;
  readonly span: OpenSpan | null;
}

/** Goes on with the caller's trace where its header is well formed, else begins one, which may be sampled. */
export function enterTrace(header: string | undefined, what: SpanDescription): Entered {
  const traceparent = continueTrace(header);
  if (sink === null) return { traceparent, span: null };
  const caller = header !== undefined && traceIdOf(header) !== null ? header : null;
  const span = caller === null ? sink.open(null, what) : openSpan(caller, what);
  return { traceparent: span?.traceparent ?? traceparent, span };
}

/**
 * Runs work as a span of its own, and what it calls beneath it.
 * @param parent the trace that this code runs under where absent
 * @param work is given what to write down for others who go on later; null where nobody records
 */
export async function inSpan<T>(
  what: SpanDescription,
  work: (traceparent: string | null) => Promise<T>,
  parent: string | null = currentTraceparent(),
): Promise<T> {
  const span = openSpan(parent, what);
  return span === null ? work(null) : finish(span, () => work(span.traceparent));
}

/**
 * The same for work that is told its trace and tells it on by itself: what is called beneath does not find it. At the
 * door, where Node would keep it for each of a request's promises, that costs more than all that is done to a trace.
 * @param parent the trace that it belongs to
 */
export async function inToldSpan<T>(
  what: SpanDescription,
  work: (traceparent: string | null) => Promise<T>,
  parent: string,
): Promise<T> {
  const span = openSpan(parent, what);
  return span === null ? work(null) : ending(span, () => work(span.traceparent));
}

/** The same for work that nobody asked for: the first span of a new trace. */
export async function inNewTrace<T>(
  what: SpanDescription,
  work: (traceparent: string | null) => Promise<T>,
): Promise<T> {
  const span = sink?.open(null, what) ?? null;
  return span === null ? work(null) : finish(span, () => work(span.traceparent));
}

function finish<T>(span: OpenSpan, work: () => Promise<T>): Promise<T> {
  return ending(span, () => runWithTrace(span.traceparent, work));
}

async function ending<T>(span: OpenSpan, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    span.end();
    return result;
  } catch (error) {
    span.end(failureOf(error));
    throw error;
  }
}

/** What may be told of an error: its code, or its class. */
export function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : error.constructor.name;
}
