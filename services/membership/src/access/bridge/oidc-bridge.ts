import { DomainError } from '@gongxiang/domain';
import type { Logger } from '@gongxiang/observability';
import * as openid from 'openid-client';
import {
  type Bridge,
  type BridgeAnswer,
  type BridgeAttempt,
  type ProvenIdentity,
  returnAddress,
} from './bridge.js';
import { bridgeDown, callProvider, textOf } from './provider-call.js';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly title: string | null;
  readonly publicUrl: string | undefined;
}

/** Addresses and keys of a provider seldom change. */
const discoveryMs = 3_600_000;
/** Seconds by which the clocks may differ. */
const clockTolerance = 30;
const scope = 'openid phone';

/** Errors of the library that say that no usable answer came; all others say that the answer proves nobody. */
const downCodes = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_PARSE_ERROR',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_HTTP_REQUEST_FORBIDDEN',
  'OAUTH_REQUEST_PROTOCOL_FORBIDDEN',
  'OAUTH_MISSING_SERVER_METADATA',
  'OAUTH_INVALID_SERVER_METADATA',
]);

/** OpenID Connect Core 1.0, code flow with PKCE (RFC 7636): the federation's own provider. */
export class OidcBridge implements Bridge {
  readonly name = 'oidc';
  readonly title: string | null;
  readonly inAppOnly = false;
  private readonly redirectUri: string;
  private found: { readonly configuration: Promise<openid.Configuration>; readonly until: number } | null =
    null;

  constructor(
    private readonly settings: OidcSettings,
    private readonly logger: Logger,
  ) {
    this.title = settings.title;
    this.redirectUri = returnAddress(settings.publicUrl, this.name);
  }

  async authoriseUrl({ state, nonce, verifier }: BridgeAttempt): Promise<string> {
    const configuration = await this.configuration();
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri,
      scope,
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return url.href;
  }

  async identityOf(attempt: BridgeAttempt, { code, iss }: BridgeAnswer): Promise<ProvenIdentity> {
    const configuration = await this.configuration();
    const { state, nonce, verifier } = attempt;
    const current = new URL(this.redirectUri);
    current.search = new URLSearchParams({ code, state, ...(iss && { iss }) }).toString();
    try {
      const tokens = await openid.authorizationCodeGrant(configuration, current, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims?.sub) throw new DomainError('BRIDGE_REFUSED', { pointer: '/code' });
      const phone =
        verifiedPhoneOf(claims) ?? (await this.phoneOf(configuration, tokens.access_token, claims.sub));
      return { identities: [{ issuer: claims.iss, subject: claims.sub }], phone };
    } catch (error) {
      throw this.refusalOf(error);
    }
  }

  /** OpenID Connect Core 1.0, 5.4: with a code, claims of the scope `phone` may stand at the userinfo endpoint alone. */
  private async phoneOf(
    configuration: openid.Configuration,
    accessToken: string,
    subject: string,
  ): Promise<string | null> {
    if (configuration.serverMetadata().userinfo_endpoint === undefined) return null;
    return verifiedPhoneOf(await openid.fetchUserInfo(configuration, accessToken, subject));
  }

  /** Asks the provider once an hour; several who come at once wait for the same answer. */
  private async configuration(): Promise<openid.Configuration> {
    const now = performance.now();
    if (this.found === null || this.found.until < now)
      this.found = { configuration: this.discover(), until: now + discoveryMs };
    const { found } = this;
    try {
      return await found.configuration;
    } catch (error) {
      if (this.found === found) this.found = null;
      throw this.refusalOf(error);
    }
  }

  private discover(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const server = new URL(issuer);
    // The configuration takes plain HTTP for this machine alone.
    const plain = server.protocol === 'http:' ? [openid.allowInsecureRequests] : [];
    return openid.discovery(
      server,
      clientId,
      { client_secret: clientSecret, [openid.clockTolerance]: clockTolerance },
      authenticationOf(clientSecret),
      {
        // Without them the library trusts the connection to the token endpoint, and compares no signature.
        execute: [openid.enableNonRepudiationChecks, ...plain],
        [openid.customFetch]: (url, init) => callProvider(url, init as RequestInit),
      },
    );
  }

  private refusalOf(error: unknown): unknown {
    const fault = faultOf(error);
    if (fault === null) return error;
    if (fault.isDown) return bridgeDown(this.logger, this.name, fault.reason);
    this.logger.warn({ bridge: this.name, reason: fault.reason }, 'a provider has proven nobody');
    return new DomainError('BRIDGE_REFUSED', { pointer: '/code' });
  }
}

/** @returns null if it is no error of the provider */
function faultOf(error: unknown): { readonly isDown: boolean; readonly reason: string } | null {
  if (error instanceof openid.ResponseBodyError)
    return { isDown: error.error !== 'invalid_grant', reason: error.error };
  if (error instanceof openid.WWWAuthenticateChallengeError) return { isDown: true, reason: error.code };
  if (error instanceof openid.ClientError)
    return { isDown: error.code === undefined || downCodes.has(error.code), reason: error.code ?? 'unknown' };
  // `fetch` and the bounds upon it.
  if (error instanceof TypeError || error instanceof DOMException)
    return { isDown: true, reason: error.name };
  return null;
}

/** As the provider wants it; `client_secret_basic` is what it takes where it names nothing (OpenID Connect Discovery 1.0). */
function authenticationOf(clientSecret: string): openid.ClientAuth {
  const [basic, post] = [openid.ClientSecretBasic(clientSecret), openid.ClientSecretPost(clientSecret)];
  return (server, client, body, headers) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return taken.includes('client_secret_basic')
      ? basic(server, client, body, headers)
      : post(server, client, body, headers);
  };
}

function verifiedPhoneOf(claims: Readonly<Record<string, unknown>>): string | null {
  return claims['phone_number_verified'] === true ? textOf(claims['phone_number']) : null;
}
