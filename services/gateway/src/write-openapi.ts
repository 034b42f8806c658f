import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { GatewayConfig } from './config.js';
import { createGateway } from './gateway.js';
import { openApiDocument } from './http/openapi.js';

/** Writes the OpenAPI document to the file named, without any server: the portal's client is generated from it. */
const target = process.argv[2];
if (target === undefined) throw new Error('Say where to write the document.');
const app = await createGateway(
  Object.assign(new GatewayConfig(), {
    natsUrl: 'nats://unused',
    jwtSecret: 'unused'.repeat(8),
    logLevel: 'error',
  }),
  { preview: true },
);
writeFileSync(target, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
