import type { BridgeName } from '@gongxiang/contracts/membership/access/bridge.contract';

/** One sign-in at a provider, from its start to its return; everything in it follows from the ticket of the browser. */
export interface BridgeAttempt {
  /** 64 hexadecimal digits: WeChat takes letters and digits only. */
  readonly state: string;
  readonly nonce: string;
  /** PKCE (RFC 7636). */
  readonly verifier: string;
}

/** What the provider led back with. */
export interface BridgeAnswer {
  readonly code: string;
  readonly iss?: string | undefined;
}

/** By what a provider names a person. */
export interface Identity {
  /** The provider, and which of its customers: the same name elsewhere is somebody else. */
  readonly issuer: string;
  readonly subject: string;
}

/** Who has signed in at the provider. */
export interface ProvenIdentity {
  /** All of one person; the first is stored when they link it. */
  readonly identities: readonly [Identity, ...Identity[]];
  /** One that the provider says it has verified itself; null without that. */
  readonly phone: string | null;
}

/**
 * Signing in with an account elsewhere. There is one adapter for each kind of provider; each call to a provider is made
 * outside of transactions, lasts three seconds at most, and follows no redirect.
 */
export interface Bridge {
  readonly name: BridgeName;
  /** By which people know the provider; null where it has no name of its own here. */
  readonly title: string | null;
  /** It works in the browser of its own app alone. */
  readonly inAppOnly: boolean;
  /**
   * @param inApp whether the page is open in the browser of that app
   * @throws DomainError `BRIDGE_DOWN`
   */
  authoriseUrl(attempt: BridgeAttempt, inApp: boolean): Promise<string>;
  /**
   * Exchanges the code, which works once.
   * @throws DomainError `BRIDGE_REFUSED` if the provider does not take it or proves nobody; `BRIDGE_DOWN`
   */
  identityOf(attempt: BridgeAttempt, answer: BridgeAnswer): Promise<ProvenIdentity>;
}

/** Those that are configured: `readonly Bridge[]`. */
export const BRIDGES = Symbol('BRIDGES');

/** Where a provider leads back to. */
export function returnAddress(publicUrl: string | undefined, name: BridgeName): string {
  return `${(publicUrl ?? '').replace(/\/$/, '')}/sign-in/return/${name}`;
}
