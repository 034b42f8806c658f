import type { Contract } from '@gongxiang/contracts/core/contract';
import type { SpanDescription } from '@gongxiang/observability';

/** What both ends of a request say of it. */
export function attributesOf(
  contract: Contract<unknown, unknown>,
): NonNullable<SpanDescription['attributes']> {
  return { 'messaging.system': 'nats', 'messaging.destination.name': contract.subject };
}
