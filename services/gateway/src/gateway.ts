import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import cors from '@fastify/cors';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { SwaggerModule } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger, createMetrics, type Metrics, NestLogger } from '@gongxiang/observability';
import type { GatewayConfig } from './config/config.js';
import { GatewayModule } from './gateway.module.js';
import { ActorDirectory } from './http/actor-directory.js';
import { installEdgeHooks } from './http/edge-hooks.js';
import { installFixedHeaders } from './http/fixed-headers.js';
import { holdRefusals } from './http/held-refusals.js';
import { installJsonBody } from './http/json-body.js';
import { openApiDocument } from './http/openapi.js';
import { OutcomeAdapter } from './http/outcome-adapter.js';
import { bodyLimiter, corsOptions, limitOptions, serverOptions } from './http/server-options.js';
import { fileBytesMax } from './operations/file.controller.js';
import { installPortal } from './portal/portal-pages.js';

/** Assembles the gateway: hooks, limits, routes, documentation and the portal's pages. */
export async function createGateway(
  config: GatewayConfig,
  options: { readonly preview?: boolean } = {},
): Promise<NestFastifyApplication> {
  const logger = createLogger({ service: 'gateway', level: config.logLevel });
  const metrics = createMetrics('gateway');
  const adapter = new OutcomeAdapter(serverOptions(config));
  const app = await NestFactory.create<NestFastifyApplication>(
    GatewayModule.with(config, { logger, metrics }),
    adapter,
    {
      logger: new NestLogger(logger),
      abortOnError: false,
      preview: options.preview ?? false,
      // Fastify's JSON parser is enough; Nest would also accept forms.
      bodyParser: false,
    },
  );
  app.setGlobalPrefix('api/v1', {
    exclude: ['health/live', 'health/ready', 'calendars/*file', 'public/bulletins.atom'],
  });
  if (options.preview) return app;
  const { jwtSecret, publicUrl = null } = config;
  installEdgeHooks(adapter.getInstance() as never, { jwtSecret, publicUrl, logger, metrics });
  await installLimits(app, config);
  installDocumentation(app);
  if (config.portalDirectory && existsSync(config.portalDirectory))
    await installPortal(app, config.portalDirectory, config);
  serveMetrics(metrics, config);
  return app;
}

async function installLimits(app: NestFastifyApplication, config: GatewayConfig): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  installFixedHeaders(fastify as never, {
    contentSecurityPolicy: {
      directives: {
        'img-src': ["'self'", 'data:', 'blob:'],
        // Videos and recordings that are not for everybody.
        'media-src': ["'self'", 'blob:'],
        // At check-in the camera decodes QR codes with our own WebAssembly module if the browser cannot.
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        // Ant Design injects styles at runtime, and bars have their length as an attribute.
        'style-src': ["'self'", "'unsafe-inline'"],
        // An intranet may have no certificate: a proxy that terminates TLS upgrades requests itself.
        'upgrade-insecure-requests': null,
      },
    },
  });
  if (config.corsOrigin) await app.register(cors, corsOptions(config.corsOrigin));
  // One byte above the limit: the parser truncates at its limit, and a truncated file must not look complete.
  await app.register(multipart, { limits: { fileSize: fileBytesMax + 1, files: 1, fields: 10 } });
  await app.register(rateLimit, limitOptions(config, app.get(ActorDirectory)));
  holdRefusals(fastify as never);
  installJsonBody(fastify as never, bodyLimiter(fastify as never));
}

/** `/api/docs` for people, `/api/openapi.json` for programs; the document is created on the first request. */
function installDocumentation(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: '工享 Gongxiang API',
  });
}

/** Serves metrics on a separate port, so that the public one never exposes them. */
function serveMetrics(metrics: Metrics, { metricsPort, metricsAddress }: GatewayConfig): void {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    void metrics.registry.metrics().then((text) => {
      response.writeHead(200, { 'Content-Type': metrics.registry.contentType }).end(text);
    });
  });
  server.listen(metricsPort, metricsAddress).unref();
}
