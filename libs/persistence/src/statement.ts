import type { SpanDescription } from '@gongxiang/observability';

const operation = /^\s*(?:\/\*.*?\*\/\s*)?([a-z]+)/i;
const table = /\b(?:from|into|update|join)\s+("?[a-z_]+"?(?:\."?[a-z_]+"?)?)/i;

/**
 * Describes a statement for a span by its first word and its first table. Never its text, which might contain a
 * personal value by mistake.
 */
export function describeStatement(text: string): SpanDescription {
  const verb = operation.exec(text)?.[1]?.toUpperCase() ?? 'STATEMENT';
  const collection = table.exec(text)?.[1]?.replaceAll('"', '');
  return {
    name: collection === undefined ? verb : `${verb} ${collection}`,
    kind: 'client',
    attributes: {
      'db.system.name': 'postgresql',
      'db.operation.name': verb,
      ...(collection === undefined ? {} : { 'db.collection.name': collection }),
    },
  };
}
