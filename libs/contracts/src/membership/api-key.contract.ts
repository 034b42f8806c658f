import { command, Done, pageOf, PageRequest, query } from '../contract.js';
import { Instant, SomeOf, Text, Uuid } from '../fields.js';

/** `read`: calls that change nothing; `write`: those that do. A key never may more than its person. */
export const apiKeyScopes = ['read', 'write'] as const;
export type ApiKeyScope = (typeof apiKeyScopes)[number];

export class CreateApiKeyRequest {
  @Text({ max: 100, example: 'HR system' }) name: string;
  @SomeOf(apiKeyScopes, { min: 1 }) scopes: ApiKeyScope[];
  @Instant({ description: 'At most a year from now' }) expiresAt: string;

  @Text({ max: 200, description: "The person's own: a session that was left open makes no key" })
  password: string;
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
}

export class CreatedApiKeyView extends ApiKeyView {
  @Text({ nullable: true, description: 'The key itself: shown this once, null in a repeated answer' })
  key: string | null;
}

export const apiKeyContract = {
  create: command('membership.api-key.create', CreateApiKeyRequest, CreatedApiKeyView),
  list: query('membership.api-key.list', ListApiKeysRequest, pageOf(ApiKeyView)),
  revoke: command('membership.api-key.revoke', RevokeApiKeyRequest, Done),
};
