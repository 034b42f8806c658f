import * as contracts from '@gongxiang/contracts/all';
import { eventsIn } from '@gongxiang/contracts/core/exported';
import type { INestApplication, Type } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem } from './problem.js';
import { withRefusals } from './refusals.js';

/** The OpenAPI document of the whole API, complete enough to generate a client. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('工享 Gongxiang')
    .setDescription(
      'The network on which enterprise unions share activities, halls, trainers, know-how and money. ' +
        'Errors are RFC 9457 problems with a stable code; writes take an Idempotency-Key; lists page by cursor.',
    )
    .setVersion('1')
    // Relative to where the document was loaded from.
    .addServer('/')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An access token, or an API key (gx_…)' });
  for (const [tag, description] of Object.entries(contracts.tags)) builder.addTag(tag, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    autoTagControllers: false,
    extraModels: [Problem],
  });
  return withoutNullable(withRefusals(document)) as OpenAPIObject;
}

/** The data schema of each event, with the schemas that it references: for consumers of the streams. */
interface EventSchemas {
  /** Schema names by subject. */
  readonly events: Readonly<Record<string, string>>;
  readonly schemas: Readonly<Record<string, unknown>>;
}

export function eventSchemas(app: INestApplication): EventSchemas {
  const events = eventsIn(contracts)
    .map(({ contract }) => contract)
    .sort((one, other) => (one.subject < other.subject ? -1 : 1));
  const { components } = SwaggerModule.createDocument(app, new DocumentBuilder().build(), {
    include: [NoModule],
    extraModels: events.map(({ data }) => data as Type<unknown>),
  });
  return {
    events: Object.fromEntries(events.map(({ subject, data }) => [subject, data.name])),
    schemas: withoutNullable(components?.schemas ?? {}) as Record<string, unknown>,
  };
}

/** An empty module, so that no routes are described beside the events. */
class NoModule {}

/** OpenAPI 3.1 expresses null as a type, while the decorators still emit `nullable`. */
function withoutNullable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutNullable);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, withoutNullable(value)] as const);
  const schema = Object.fromEntries(entries) as Record<string, unknown>;
  if (schema['nullable'] !== true) return schema;
  const { nullable: _nullable, ...rest } = schema;
  if (typeof rest['type'] === 'string') {
    const values = rest['enum'];
    return {
      ...rest,
      type: [rest['type'], 'null'],
      ...(Array.isArray(values) ? { enum: [...(values as unknown[]), null] } : {}),
    };
  }
  return { anyOf: [rest, { type: 'null' }] };
}
