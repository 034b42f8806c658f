import type { Contract } from '@gongxiang/contracts/core/contract';
import type { SpanDescription } from '@gongxiang/observability';

/** Span attributes that client and server share. */
export function attributesOf(
  contract: Contract<unknown, unknown>,
): NonNullable<SpanDescription['attributes']> {
  return { 'messaging.system': 'nats', 'messaging.destination.name': contract.subject };
}
