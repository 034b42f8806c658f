import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { GatewayConfig } from './config/config.js';
import { createGateway } from './gateway.js';
import { eventSchemas, openApiDocument } from './http/openapi.js';

/**
 * Writes the OpenAPI document to the first file named, without any server: the portal's client is generated from it. The
 * schemas of events go to the second, if there is one.
 */
const [target, eventsTarget] = process.argv.slice(2);
if (target === undefined) throw new Error('Say where to write the document.');
const app = await createGateway(
  Object.assign(new GatewayConfig(), {
    natsUrl: 'nats://unused',
    jwtSecret: 'unused'.repeat(8),
    logLevel: 'error',
  }),
  { preview: true },
);
const write = (file: string, document: unknown): void =>
  writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
write(target, openApiDocument(app));
if (eventsTarget !== undefined) write(eventsTarget, eventSchemas(app));
