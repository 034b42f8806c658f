import { command, Done, NoRequest, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, Text, Uuid } from '../../core/fields.js';
import { CredentialProof } from './credential-proof.js';
import { SignInView } from './session.contract.js';

/** Where else people may sign in: the federation's own provider (OpenID Connect), WeCom 企业微信, WeChat 微信. */
export const bridgeNames = ['oidc', 'wecom', 'wechat'] as const;
export type BridgeName = (typeof bridgeNames)[number];

export class BridgeView {
  @OneOf(bridgeNames, { name: 'BridgeName' }) bridge: BridgeName;

  @Text({
    nullable: true,
    max: 40,
    description:
      'By which people know the federation’s own provider, if it is set; null for WeCom and WeChat',
  })
  title: string | null;

  @Flag({
    description: 'It works in the browser of its own app alone, as that of a WeChat service account does',
  })
  inAppOnly: boolean;
}

export class BridgesView {
  @ListOf(() => BridgeView, { max: 3 }) bridges: BridgeView[];
}

const bridgeField = { name: 'BridgeName', description: 'One of `GET /auth/bridges`' } as const;
const inAppField = {
  optional: true,
  description: 'Whether the page is open in the browser of that app, where nothing has to be scanned',
} as const;

export class StartBridgeRequest {
  @OneOf(bridgeNames, bridgeField) bridge: BridgeName;
  @Flag(inAppField) inApp?: boolean;
}

/** Where the browser goes, and what it keeps meanwhile. */
export class BridgeStartView {
  @Text({
    max: 2_000,
    description:
      'At the provider; it leads back to `/sign-in/return/{bridge}` of the portal with `code` and `state`',
  })
  url: string;

  @Text({
    max: 300,
    description:
      'Stays in the browser that has asked: without it nobody can use the `code` and `state` that come back',
  })
  ticket: string;

  @Instant({ description: 'Ten minutes later; it works once' }) expiresAt: string;
}

/** What came back from the provider, with what the browser has kept. */
export class BridgeReturn {
  @OneOf(bridgeNames, bridgeField) bridge: BridgeName;
  @Text({ max: 2_000, description: 'As it stands in the address that the provider led back to' })
  code: string;
  @Text({ max: 64, pattern: /^[0-9a-f]{64}$/, description: 'Likewise' }) state: string;
  @Text({ optional: true, max: 500, description: 'Likewise, where it is there (RFC 9207)' }) iss?: string;
  @Text({ max: 300, description: 'That of the start' }) ticket: string;
}

export class FinishBridgeRequest extends BridgeReturn {}

export class BeginLinkRequest {
  @OneOf(bridgeNames, bridgeField) bridge: BridgeName;
  @Flag(inAppField) inApp?: boolean;
  @Nested(() => CredentialProof) proof: CredentialProof;
}

export class AddLinkRequest extends BridgeReturn {}

/** An account elsewhere by which the person signs in. Which one it is there is stored as a hash alone. */
export class LinkedAccountView {
  @Uuid() id: string;
  @OneOf(bridgeNames, { name: 'BridgeName' }) bridge: BridgeName;
  @Instant() createdAt: string;
  @Instant({ nullable: true, description: 'When it last signed in; null where it never did' })
  usedAt: string | null;
  @Text({ description: 'The network address that it was linked from' }) from: string;
}

export class RemoveLinkedAccountRequest {
  @Uuid() linkedAccountId: string;
  @Nested(() => CredentialProof) proof: CredentialProof;
}

const exampleReturn = {
  code: 'the-one-of-the-address',
  state: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  ticket: 'the-one-of-the-start',
};
const exampleProof = { proof: { password: 'not-a-real-one' } };

export const bridgeContract = {
  list: query('membership.bridge.list', NoRequest, BridgesView, {
    http: 'GET auth/bridges',
    tag: 'sign-in',
    summary: 'Lists where else one may sign in here; empty where nothing is configured',
    public: true,
  }),
  start: command('membership.bridge.start', StartBridgeRequest, BridgeStartView, {
    http: 'POST auth/bridges/:bridge/start',
    tag: 'sign-in',
    summary: 'Begins to sign in with an account elsewhere',
    public: true,
    idempotent: false,
    example: { inApp: false },
  }),
  finish: command('membership.bridge.finish', FinishBridgeRequest, SignInView, {
    http: 'POST auth/bridges/:bridge/finish',
    tag: 'sign-in',
    summary:
      'Signs in whoever has linked that account, or is the one person on record with the phone that the provider has verified; a second factor is asked for as after a password',
    public: true,
    idempotent: false,
    example: exampleReturn,
  }),
  beginLink: command('membership.linked-account.begin', BeginLinkRequest, BridgeStartView, {
    http: 'POST me/credentials/linked-accounts/options',
    tag: 'sign-in',
    summary: 'Begins to link an account elsewhere',
    status: 200,
    idempotent: false,
    example: { bridge: 'wecom', ...exampleProof },
  }),
  addLink: command('membership.linked-account.add', AddLinkRequest, LinkedAccountView, {
    http: 'POST me/credentials/linked-accounts',
    tag: 'sign-in',
    summary: 'Links the account that the provider has led back with: it signs in from then on',
    idempotent: false,
    example: { bridge: 'wecom', ...exampleReturn },
  }),
  removeLink: command('membership.linked-account.remove', RemoveLinkedAccountRequest, Done, {
    http: 'POST me/credentials/linked-accounts/:linkedAccountId/remove',
    tag: 'sign-in',
    summary: 'Unlinks an account elsewhere: it no longer signs in',
    status: 200,
    idempotent: false,
    example: exampleProof,
  }),
};
