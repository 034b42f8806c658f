import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node';
import type { Logger } from './logger.js';
import type { OpenSpan, SpanDescription, SpanSink } from './spans.js';
import { within } from './within.js';

/**
 * Maximum number of queued spans; further ones are dropped, so that an outage of the collector costs no more than
 * this.
 */
const queuedMax = 4_096;
const batchMax = 512;
const batchEveryMs = 1_000;
const exportTimeoutMs = 3_000;
/** How long the end of a process waits for the last spans. */
const flushTimeoutMs = 1_000;
const complainEveryMs = 60_000;

const kinds: Readonly<Record<SpanDescription['kind'], SpanKind>> = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
};

interface SpanExportOptions {
  readonly service: string;
  /** URL of the collector, without `/v1/traces`. */
  readonly endpoint: string;
  /** The sampled fraction of traces started here, from 0 to 1; the caller has decided for incoming ones. */
  readonly sampleRatio: number;
  readonly logger: Logger;
}

/** Sends spans to an OpenTelemetry collector over OTLP/HTTP, in batches and in the background. */
export function createSpanExport(options: SpanExportOptions): SpanSink & { stop(): Promise<void> } {
  const exporter = new OTLPTraceExporter({
    url: `${options.endpoint.replace(/\/+$/, '')}/v1/traces`,
    timeoutMillis: exportTimeoutMs,
  });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.namespace': 'gongxiang', 'service.name': options.service }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(options.sampleRatio) }),
    spanProcessors: [
      new BatchSpanProcessor(complaining(exporter as unknown as SpanExporter, options.logger), {
        maxQueueSize: queuedMax,
        maxExportBatchSize: batchMax,
        scheduledDelayMillis: batchEveryMs,
        exportTimeoutMillis: exportTimeoutMs,
      }),
    ],
  });
  const tracer = provider.getTracer('gongxiang');
  return {
    open(parent, { name, kind, attributes }) {
      const context = parent === null ? ROOT_CONTEXT : contextOf(parent);
      const span = tracer.startSpan(name, { kind: kinds[kind], attributes: { ...attributes } }, context);
      return span.isRecording() ? opened(span) : null;
    },
    stop: () => within(flushTimeoutMs, provider.shutdown(), undefined),
  };
}

function contextOf(traceparent: string): Context {
  const [, traceId = '', spanId = '', flags = '00'] = traceparent.split('-');
  const traceFlags = Number.parseInt(flags, 16);
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

function opened(span: Span): OpenSpan {
  const { traceId, spanId } = span.spanContext();
  return {
    traceparent: `00-${traceId}-${spanId}-01`,
    end(failure = null, attributes = {}) {
      span.setAttributes({ ...attributes, ...(failure === null ? {} : { 'error.type': failure }) });
      if (failure !== null) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/**
 * Logs once a minute that the collector does not accept spans. The reason is left out: it may contain its address and
 * headers.
 */
function complaining(exporter: SpanExporter, logger: Logger): SpanExporter {
  let complainedAt = Number.NEGATIVE_INFINITY;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error !== undefined && performance.now() - complainedAt > complainEveryMs) {
          complainedAt = performance.now();
          logger.warn({ lost: spans.length }, 'the collector does not take spans, which are dropped');
        }
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
    ...(exporter.forceFlush ? { forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve() } : {}),
  };
}
