import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto';
import { type Asked, Provider, type Reply } from './provider.fixture.js';

/** The RSA key of RFC 7515, appendix A.2: published, and so of use in tests alone. */
const publishedKey = {
  kty: 'RSA',
  n: 'ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ',
  e: 'AQAB',
  d: 'Eq5xpGnNCivDflJsRQBXHx1hdR1k6Ulwe2JZD50LpXyWPEAeP88vLNO97IjlA7_GQ5sLKMgvfTeXZx9SE-7YwVol2NXOoAJe46sui395IW_GO-pWJ1O0BkTGoVEn2bKVRUCgu-GjBVaYLU6f3l9kJfFNS3E0QbVdxzubSu3Mkqzjkn439X0M_V51gfpRLI9JYanrC4D4qAdGcopV_0ZHHzQlBjudU2QvXt4ehNYTCBr6XCLQUShb1juUO1ZdiYoFaFQT5Tw8bGUl_x_jTj3ccPDVZFD9pIuhLhBOneufuBiB4cS98l2SR_RQyGWSeWjnczT0QU91p1DhOVRuOopznQ',
  p: '4BzEEOtIpmVdVEZNCqS7baC4crd0pqnRH_5IB3jw3bcxGn6QLvnEtfdUdiYrqBdss1l58BQ3KhooKeQTa9AB0Hw_Py5PJdTJNPY8cQn7ouZ2KKDcmnPGBY5t7yLc1QlQ5xHdwW1VhvKn-nXqhJTBgIPgtldC-KDV5z-y2XDwGUc',
  q: 'uQPEfgmVtjL0Uyyx88GZFF1fOunH3-7cepKmtH4pxhtCoHqpWmT8YAmZxaewHgHAjLYsp1ZSe7zFYHj7C6ul7TjeLQeZD_YwD66t62wDmpe_HlB-TnBA-njbglfIsRLtXlnDzQkv5dTltRJ11BKBBypeeF6689rjcJIDEz9RWdc',
  dp: 'BwKfV3Akq5_MFZDFZCnW-wzl-CCo83WoZvnLQwCTeDv8uzluRSnm71I3QCLdhrqE2e9YkxvuxdBfpT_PI7Yz-FOKnu1R6HsJeDCjn12Sk3vmAktV2zb34MCdy7cpdTh_YVr7tss2u6vneTwrA86rZtu5Mbr1C1XsmvkxHQAdYo0',
  dq: 'h_96-mK1R_7glhsum81dZxjTnYynPbZpHziZjeeHcXYsXaaMwkOlODsWa7I9xXDoRwbKgB719rrmI2oKr6N3Do9U0ajaHF-NKJnwgjMd2w9cjz3_-kyNlxAr2v4IKhGNpmM5iIgOS1VZnOZ68m6_pbLBSp3nssTdlqvd0tIiTHU',
  qi: 'IYd7DHOhrWvxkwPQsRM2tOgrjbcrfvtQJipd-DlcxyVuuM9sQLdgjVk2oy26F0EmpScGLq2MowX7fhd_QJQ3ydy5cY7YIBi87w93IKLEdfnbJtoOPLUW0ITrJReOgo1cq9SbsxYawBgfp_gh6A5603k2-ZQwVK0JKSHuLFkuQ3U',
};

/** A compact JWS (RFC 7515, 7.1) with RS256. */
export function jws(header: string, payload: string, key: KeyObject = signingKey): string {
  const input = `${b64(header)}.${b64(payload)}`;
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

const signingKey = createPrivateKey({ key: publishedKey, format: 'jwk' });

function b64(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** PKCE with S256 (RFC 7636, 4.6). */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

interface Granted {
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce: string;
  readonly sub: string;
  readonly claims: object;
  readonly lie: Lie;
}

/** What a test has the provider say wrongly. */
interface Lie {
  readonly claims?: object;
  /** Signs with a key that it does not publish. */
  readonly byAnotherKey?: boolean;
  readonly unsigned?: boolean;
}

/** Who signs in at the provider, and what it knows of them. */
export interface Visitor {
  readonly sub: string;
  readonly phone?: { readonly number: string; readonly isVerified: boolean };
  /** Claims of the phone stand at the userinfo endpoint alone, as the specification has it. */
  readonly isPhoneAtUserinfo?: boolean;
  readonly lie?: Lie;
}

/** An OpenID Connect provider that checks what the specifications say that it checks. */
export class OidcProvider extends Provider {
  readonly clientId = 'gongxiang';
  /** With what has to be encoded in client_secret_basic (RFC 6749, 2.3.1). */
  readonly clientSecret = 'a secret: for & tests+only';
  /** A provider that takes the secret in the body has it from a setting. */
  takesPost = false;
  private readonly codes = new Map<string, Granted>();
  private readonly tokens = new Map<string, Granted>();

  constructor(private readonly redirectUri: string) {
    super();
  }

  /** A person opens the address and signs in. @returns what stands in the address that they are led back to */
  visit(address: string, { sub, phone, isPhoneAtUserinfo = false, lie = {} }: Visitor) {
    const url = new URL(address);
    const query = Object.fromEntries(url.searchParams);
    const { redirect_uri: redirectUri = '', state = '', nonce = '', code_challenge: challenge = '' } = query;
    const isRight =
      url.origin + url.pathname === `${this.url}/authorise` &&
      query['client_id'] === this.clientId &&
      query['response_type'] === 'code' &&
      query['scope']?.split(' ').includes('openid') &&
      query['code_challenge_method'] === 'S256' &&
      redirectUri === this.redirectUri;
    if (!isRight || challenge.length !== 43 || nonce === '') throw new Error('invalid_request');
    const code = randomUUID();
    const known = phone && { phone_number: phone.number, phone_number_verified: phone.isVerified };
    const claims = { ...(isPhoneAtUserinfo ? {} : known), sub };
    const granted = { redirectUri, challenge, nonce, sub, claims, lie };
    this.codes.set(code, granted);
    this.tokens.set(code, { ...granted, claims: { sub, ...known } });
    return { code, state, iss: this.url };
  }

  protected answer(asked: Asked): Reply {
    const { method, url } = asked;
    switch (`${method} ${url.pathname}`) {
      case 'GET /.well-known/openid-configuration':
        return { body: this.metadata() };
      case 'GET /jwks':
        return { body: { keys: [{ kty: 'RSA', n: publishedKey.n, e: publishedKey.e, use: 'sig' }] } };
      case 'POST /token':
        return this.token(asked);
      case 'GET /userinfo':
        return this.userinfo(asked);
      default:
        return { status: 404, body: {} };
    }
  }

  private metadata(): object {
    return {
      issuer: this.url,
      authorization_endpoint: `${this.url}/authorise`,
      token_endpoint: `${this.url}/token`,
      userinfo_endpoint: `${this.url}/userinfo`,
      jwks_uri: `${this.url}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
      ...(this.takesPost && { token_endpoint_auth_methods_supported: ['client_secret_post'] }),
    };
  }

  private token({ headers, form }: Asked): Reply {
    const id = encodeURIComponent(this.clientId);
    const secret = new URLSearchParams({ '': this.clientSecret }).toString().slice(1);
    const basic = Buffer.from(`${id}:${secret}`).toString('base64');
    const isPost = form.get('client_id') === this.clientId && form.get('client_secret') === this.clientSecret;
    if (this.takesPost ? !isPost : decoded(headers.authorization) !== decoded(`Basic ${basic}`))
      return { status: 401, body: { error: 'invalid_client' } };
    const code = form.get('code') ?? '';
    const granted = this.codes.get(code);
    // Works once, also if what comes with it is wrong (RFC 6749, 4.1.2).
    this.codes.delete(code);
    const isRight =
      granted !== undefined &&
      form.get('grant_type') === 'authorization_code' &&
      form.get('redirect_uri') === granted.redirectUri &&
      challengeOf(form.get('code_verifier') ?? '') === granted.challenge;
    if (!isRight) return { status: 400, body: { error: 'invalid_grant' } };
    const body = {
      access_token: code,
      token_type: 'Bearer',
      expires_in: 60,
      id_token: this.idToken(granted),
    };
    return { body, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } };
  }

  private idToken({ nonce, claims, lie }: Granted): string {
    const now = Math.floor(Date.now() / 1_000);
    const payload = JSON.stringify({
      iss: this.url,
      aud: this.clientId,
      iat: now,
      exp: now + 300,
      nonce,
      ...claims,
      ...lie.claims,
    });
    if (lie.unsigned) return `${b64('{"alg":"none"}')}.${b64(payload)}.`;
    const other = lie.byAnotherKey
      ? generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey
      : undefined;
    return jws('{"alg":"RS256"}', payload, other);
  }

  private userinfo({ headers }: Asked): Reply {
    const granted = this.tokens.get((headers.authorization ?? '').replace(/^Bearer /, ''));
    return granted === undefined ? { status: 401, body: {} } : { body: granted.claims };
  }
}

/** A form encodes in more than one way: `*` or `%2A`, `+` or `%20`. */
function decoded(authorization = ''): string {
  const pair = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString();
  return decodeURIComponent(pair.replaceAll('+', '%20'));
}
