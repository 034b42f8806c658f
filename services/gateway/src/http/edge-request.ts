import type { CallContext } from '@gongxiang/domain';
import type { OpenSpan } from '@gongxiang/observability';
import type { FastifyRequest } from 'fastify';
import type { EndpointMetadata } from './endpoint.js';

/** The claimed identity of a request: read from its token or key, before its roles are resolved. */
export type Identity =
  | {
      readonly kind: 'session';
      readonly personId: string;
      readonly sessionId: string;
      /** Expiry of the token, in ms since 1970. */
      readonly endsAt: number;
    }
  | { readonly kind: 'apiKey'; readonly hash: string }
  | { readonly kind: 'nobody'; readonly reason: 'NOT_SIGNED_IN' | 'SESSION_ENDED' };

/** A request with what the hooks and the guard add. */
export interface EdgeRequest extends FastifyRequest {
  identity: Identity;
  /** The configured address of the platform. */
  publicUrl: string | null;
  traceparent: string;
  /** Null unless the request's trace is recorded. */
  span: OpenSpan | null;
  call?: CallContext;
  /** Set if the route belongs to the API. */
  endpoint?: EndpointMetadata;
}
