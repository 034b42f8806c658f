import type { ServiceConfig } from './config.js';
import type { Logger } from './logger.js';
import { sendSpansTo } from './spans.js';

/** The export of spans, as a provider: Nest ends it with the process, and sends those that wait as far as that takes no time. */
export interface Tracing {
  onApplicationShutdown(): Promise<void>;
}

/**
 * Exports spans from now on, where the configuration names a collector. Else nothing is loaded, and no span is made.
 * @param service the name under which its spans stand
 */
export async function startTracing(
  service: string,
  config: Pick<ServiceConfig, 'otelExporterOtlpEndpoint' | 'otelTracesSamplerArg'>,
  logger: Logger,
): Promise<Tracing> {
  const { otelExporterOtlpEndpoint: endpoint, otelTracesSamplerArg: sampleRatio } = config;
  if (endpoint === undefined) return { onApplicationShutdown: async () => undefined };
  const { createSpanExport } = await import('./span-export.js');
  const spanExport = createSpanExport({ service, endpoint, sampleRatio, logger });
  sendSpansTo(spanExport);
  return {
    async onApplicationShutdown() {
      sendSpansTo(null);
      await spanExport.stop();
    },
  };
}
