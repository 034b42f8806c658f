import { command, Done, pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Instant, Nested, SomeOf, Text, Uuid } from '../../core/fields.js';
import { FactorProof } from './credential-proof.js';

/** `read`: calls that change nothing; `write`: those that do. A key never may more than its person. */
export const apiKeyScopes = ['read', 'write'] as const;
export type ApiKeyScope = (typeof apiKeyScopes)[number];

export class CreateApiKeyRequest {
  @Text({ max: 100, example: 'HR system' }) name: string;
  @SomeOf(apiKeyScopes, { min: 1 }) scopes: ApiKeyScope[];
  @Instant({ description: 'At most a year from now' }) expiresAt: string;

  @Text({ max: 200, description: "The person's own: a session that was left open makes no key" })
  password: string;

  @Nested(() => FactorProof, {
    optional: true,
    description: 'Needed where the person has a second factor: a key would go past it otherwise',
  })
  factor?: FactorProof;
}

export class ListApiKeysRequest extends PageRequest {}

export class RevokeApiKeyRequest {
  @Uuid() apiKeyId: string;
}

export class ApiKeyView {
  @Uuid() id: string;
  @Text() name: string;
  @SomeOf(apiKeyScopes) scopes: ApiKeyScope[];
  @Instant() createdAt: string;
  @Instant() expiresAt: string;
  @Instant({ nullable: true, description: 'Noted once an hour at most; null: no use is known' })
  lastUsedAt: string | null;
  @Flag({ description: 'Not used for 90 days: it should be revoked unless it is still needed' })
  unused: boolean;
}

export class CreatedApiKeyView extends ApiKeyView {
  @Text({ nullable: true, description: 'The key itself: shown this once, null in a repeated answer' })
  key: string | null;
}

export const apiKeyContract = {
  create: command('membership.api-key.create', CreateApiKeyRequest, CreatedApiKeyView, {
    http: 'POST api-keys',
    tag: 'sign-in',
    summary:
      'Makes a key for a program that acts for me; its text is shown once. It ends with a new password and with the membership',
    freshRoles: true,
    example: {
      name: 'HR system',
      scopes: ['read'],
      expiresAt: '2027-06-30T00:00:00+08:00',
      password: 'not-a-real-one',
    },
  }),
  list: query('membership.api-key.list', ListApiKeysRequest, pageOf(ApiKeyView), {
    http: 'GET api-keys',
    tag: 'sign-in',
    summary: 'Lists my keys',
  }),
  revoke: command('membership.api-key.revoke', RevokeApiKeyRequest, Done, {
    http: 'DELETE api-keys/:apiKeyId',
    tag: 'sign-in',
    summary: 'Revokes a key',
  }),
};
