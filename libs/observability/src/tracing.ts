import type { ServiceConfig } from './config.js';
import type { Logger } from './logger.js';
import { sendSpansTo } from './spans.js';

/**
 * The export of spans as a provider: Nest shuts it down with the process, and waiting spans are sent if that takes no
 * time.
 */
export interface Tracing {
  onApplicationShutdown(): Promise<void>;
}

/**
 * Starts exporting spans if the configuration names a collector. Otherwise nothing is loaded, and no spans are
 * created.
 * @param service the service name of its spans
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
