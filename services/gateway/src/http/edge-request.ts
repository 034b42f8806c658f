import type { CallContext } from '@gongxiang/domain';
import type { OpenSpan } from '@gongxiang/observability';
import type { FastifyRequest } from 'fastify';
import type { EndpointMetadata } from './endpoint.js';

/** Who a request says that it comes from: read from its token or key, before anyone looks up what he may do. */
export type Identity =
  | {
      readonly kind: 'session';
      readonly personId: string;
      readonly sessionId: string;
      /** When the token ends, in ms since 1970. */
      readonly endsAt: number;
    }
  | { readonly kind: 'apiKey'; readonly hash: string }
  | { readonly kind: 'nobody'; readonly reason: 'NOT_SIGNED_IN' | 'SESSION_ENDED' };

/** What the edge adds to a request on its way in. */
export interface EdgeRequest extends FastifyRequest {
  identity: Identity;
  /** The configured address of the platform. */
  publicUrl: string | null;
  traceparent: string;
  /** Null unless the request's trace is recorded. */
  span: OpenSpan | null;
  call?: CallContext;
  /** Set where the route belongs to the interface. */
  endpoint?: EndpointMetadata;
}
