import { continueTrace, currentTraceparent, isSampled, runWithTrace, traceIdOf } from './trace.js';

/** The description of a span: routes, subjects, tables and codes. Never values, ids or names. */
export interface SpanDescription {
  readonly name: string;
  readonly kind: 'server' | 'client' | 'producer' | 'consumer' | 'internal';
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}

/** A started span. */
export interface OpenSpan {
  /** The trace context for work caused by this one. */
  readonly traceparent: string;
  /** @param failure an error code or class on failure; messages may contain values, and are left out */
  end(failure?: string | null, attributes?: SpanDescription['attributes']): void;
}

/** The destination of spans. Without one, the OpenTelemetry SDK is not loaded, and no spans are created. */
export interface SpanSink {
  /** @param parent null for the first span of a trace @returns null if the trace is not sampled */
  open(parent: string | null, what: SpanDescription): OpenSpan | null;
}

let sink: SpanSink | null = null;

/** Sets the destination of spans; null disables them. */
export function sendSpansTo(to: SpanSink | null): void {
  sink = to;
}

/** Whether a span under this parent would be recorded; check it before an expensive description. */
export function isRecorded(parent: string | null): boolean {
  return sink !== null && isSampled(parent);
}

/** Starts a span under its parent; null if nothing is exported or the parent is not sampled. */
export function openSpan(parent: string | null, what: SpanDescription): OpenSpan | null {
  return sink !== null && isSampled(parent) ? sink.open(parent, what) : null;
}

/** An incoming request: its trace, and its span if it is sampled. */
export interface Entered {
  readonly traceparent: string;
  readonly span: OpenSpan | null;
}

/** Continues the caller's trace if its header is well formed; otherwise starts one, which may be sampled. */
export function enterTrace(header: string | undefined, what: SpanDescription): Entered {
  const traceparent = continueTrace(header);
  if (sink === null) return { traceparent, span: null };
  const caller = header !== undefined && traceIdOf(header) !== null ? header : null;
  const span = caller === null ? sink.open(null, what) : openSpan(caller, what);
  return { traceparent: span?.traceparent ?? traceparent, span };
}

/**
 * Runs work as a span, with everything that it calls beneath it.
 * @param parent defaults to the current trace
 * @param work gets the trace context to store for work that continues later; null if the trace is not recorded
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
 * Like {@link inSpan} for work that passes its trace on explicitly, without AsyncLocalStorage. At the gateway Node
 * would propagate the storage through each of a request's promises, which costs more than everything else done for a
 * trace.
 * @param parent the trace that it belongs to
 */
export async function inExplicitSpan<T>(
  what: SpanDescription,
  work: (traceparent: string | null) => Promise<T>,
  parent: string,
): Promise<T> {
  const span = openSpan(parent, what);
  return span === null ? work(null) : ending(span, () => work(span.traceparent));
}

/** Like {@link inSpan} for background work: the first span of a new trace. */
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

/** The loggable part of an error: its code, or its class. */
export function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : error.constructor.name;
}
