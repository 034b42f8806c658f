import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Done, type Page } from '@gongxiang/contracts/core/contract';
import {
  apiKeyContract,
  type ApiKeyScope,
  type ApiKeyView,
  type CreateApiKeyRequest,
  type CreatedApiKeyView,
  type ListApiKeysRequest,
  type RevokeApiKeyRequest,
} from '@gongxiang/contracts/membership/access/api-key.contract';
import { type CallContext, dayMs, DomainError, newId, rootPath } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import { CurrentPasswordCheck, refuseApiKey } from '../password/current-password-check.js';
import { FactorCheck } from '../second-factor/factor-check.js';
import { hasSecondFactor, SecondFactors } from '../second-factor/second-factors.js';
import type { ApiKeyRow } from './api-key.entity.js';
import { isUnused } from './api-key.model.js';
import { ApiKeyRepository } from './api-key.repository.js';

/** Few enough for a person to tell apart, so that an attacker in a session cannot hide one among hundreds. */
const keysMax = 10;
const daysMax = 366;
const secretBytes = 32;

@Injectable()
export class ApiKeyService {
  constructor(
    private readonly transactions: Transactions,
    private readonly apiKeys: ApiKeyRepository,
    private readonly currentPassword: CurrentPasswordCheck,
    private readonly personalData: PersonalData,
    private readonly authChanges: AuthChanges,
    private readonly factors: SecondFactors,
    private readonly factorCheck: FactorCheck,
  ) {}

  @Handles(apiKeyContract.create)
  async create(request: CreateApiKeyRequest, call: CallContext): Promise<Outcome<CreatedApiKeyView>> {
    if (call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    refuseApiKey(call.actor);
    const verifiedHash = await this.currentPassword.verify(call, request.password);
    const work = async (tx: Transaction): Promise<CreatedApiKeyView | Refused> => {
      tx.authorise(actions.createApiKey, {});
      const expiresAt = requireExpiry(request.expiresAt, tx.now);
      if (!(await this.currentPassword.accept(tx, verifiedHash)))
        return { code: 'PASSWORD_WRONG', pointer: '/password' };
      const refused = await this.checkFactor(tx, request);
      if (refused !== null) return refused;
      if ((await this.apiKeys.countActive(tx, tx.personId)) >= keysMax)
        throw new DomainError('API_KEYS_TOO_MANY', { params: { max: keysMax } });
      const id = newId();
      const key = `gx_${id}_${randomBytes(secretBytes).toString('base64url')}`;
      const keyHash = createHash('sha256').update(key).digest('hex');
      const { name, scopes } = request;
      const row: ApiKeyRow = {
        id,
        personId: tx.personId,
        name,
        scopes,
        keyHash,
        createdAt: tx.now,
        expiresAt,
        revokedAt: null,
        lastUsedAt: null,
        notedFrom: tx.now,
      };
      await this.apiKeys.insert(tx, row);
      tx.audit({
        noun: 'api-key',
        id,
        after: { personId: row.personId, scopes, expiresAt: expiresAt.toISOString() },
      });
      return { ...viewOf(row, tx.now), key };
    };
    // The stored request hash must not allow trying out passwords.
    const secrets = JSON.stringify([request.password, request.factor]);
    const comparable = { ...request, password: this.personalData.hash('request', secrets), factor: null };
    const outcome = await this.transactions.command(call, apiKeyContract.create, comparable, work, {
      keep: (body) => ('code' in body ? body : { ...body, key: null }),
    });
    // Thrown after the commit, as a rollback would undo the count of the failure.
    const { body } = outcome;
    if ('code' in body) throw new DomainError(body.code, { pointer: body.pointer });
    return { ...outcome, body };
  }

  /** A key acts without a second factor: making one asks for it. */
  private async checkFactor(tx: Transaction, { factor }: CreateApiKeyRequest): Promise<Refused | null> {
    if (!hasSecondFactor(await this.factors.stateOf(tx, tx.personId))) return null;
    if (!factor?.code && !factor?.passkey)
      throw new DomainError('FACTOR_CODE_REQUIRED', { pointer: '/factor/code' });
    if (await this.factorCheck.accept(tx, tx.personId, factor)) return null;
    return factor.passkey
      ? { code: 'PASSKEY_WRONG', pointer: '/factor/passkey' }
      : { code: 'FACTOR_WRONG', pointer: '/factor/code' };
  }

  @Handles(apiKeyContract.list)
  list(request: ListApiKeysRequest, call: CallContext): Promise<Page<ApiKeyView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnApiKeys, {});
      const rows = await this.apiKeys.list(tx, tx.personId, request);
      const views = rows.map((row) => viewOf(row, tx.now));
      return toPage(views, { limit: request.limit, cursorOf: (view) => [view.id] });
    });
  }

  @Handles(apiKeyContract.revoke)
  revoke(request: RevokeApiKeyRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, apiKeyContract.revoke, request, async (tx) => {
      const row = await this.apiKeys.lockById(tx, request.apiKeyId);
      if (row === null) throw new DomainError('NOT_FOUND');
      tx.authorise(actions.revokeApiKey, { personId: row.personId, paths: [rootPath] });
      if (row.revokedAt !== null) return new Done();
      await this.apiKeys.update(tx, { ...row, revokedAt: tx.now });
      tx.audit({ noun: 'api-key', id: row.id, before: { revoked: false }, after: { revoked: true } });
      this.authChanges.publish(tx, row.personId);
      return new Done();
    });
  }
}

/** A refusal whose attempt is counted: it is thrown after the commit. */
interface Refused {
  readonly code: 'PASSWORD_WRONG' | 'FACTOR_WRONG' | 'PASSKEY_WRONG';
  readonly pointer: string;
}

/** @throws DomainError `API_KEY_EXPIRY` unless it is in the future, within a year */
function requireExpiry(text: string, now: Date): Date {
  const expiresAt = new Date(text);
  const isAllowed = expiresAt > now && expiresAt.getTime() <= now.getTime() + daysMax * dayMs;
  if (!isAllowed) throw new DomainError('API_KEY_EXPIRY', { pointer: '/expiresAt' });
  return expiresAt;
}

function viewOf(row: ApiKeyRow, now: Date): ApiKeyView {
  const { id, name, createdAt, expiresAt, lastUsedAt } = row;
  const scopes = row.scopes as ApiKeyScope[];
  return {
    id,
    name,
    scopes,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    unused: isUnused(row, now),
  };
}
