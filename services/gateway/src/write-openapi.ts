import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import type { OpenAPIObject } from '@nestjs/swagger';
import { GatewayConfig } from './config/config.js';
import { createGateway } from './gateway.js';
import { eventSchemas, openApiDocument } from './http/openapi.js';

/** Sorts paths and schemas by name, so that the committed document changes only where the API does. */
function inOrder(document: OpenAPIObject): OpenAPIObject {
  const byName = <T>(parts: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(parts).sort(([one], [other]) => (one < other ? -1 : 1)));
  const { paths, components = {} } = document;
  const schemas = byName(components.schemas ?? {});
  return { ...document, paths: byName(paths), components: { ...components, schemas } };
}

/**
 * Writes the OpenAPI document, without servers, to the first file and the schemas of events to the second, if one is
 * named. Both are committed in `libs/contracts`; the portal's client is generated from the former.
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
write(target, inOrder(openApiDocument(app)));
if (eventsTarget !== undefined) write(eventsTarget, eventSchemas(app));
