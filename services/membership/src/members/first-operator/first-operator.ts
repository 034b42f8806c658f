import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { maskName, newId, rootPath, shanghaiDate } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import { CONFIG } from '@gongxiang/messaging/service';
import { continueTrace } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import type { MembershipConfig } from '../../config/config.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { memberStateOf } from '../member/member-state.js';
import { MembershipRow } from '../member/membership.entity.js';
import { fullStanding } from '../member/membership-standing.model.js';
import { PersonRow } from '../../persons/person/person.entity.js';
import { RoleGrantRow } from '../../unions/role/role.entity.js';
import { roleStateOf } from '../../unions/role/role-state.js';
import { hashPassword } from '../../access/password/passwords.js';
import { UnionRow } from '../../unions/union/union.entity.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { unionStateOf } from '../../unions/union/union-state.js';

const account = 'operator';
const operatorName = '平台管理员';

/** Creates the federation and its operator on an empty database. */
@Injectable()
export class FirstOperator implements OnApplicationBootstrap {
  constructor(
    private readonly transactions: Transactions,
    private readonly unions: UnionRepository,
    private readonly personalData: PersonalData,
    @Inject(CONFIG) private readonly config: MembershipConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const password = this.config.firstOperatorPassword;
    if (!password || !(await this.transactions.system(continueTrace(undefined), isEmpty))) return;
    const passwordHash = await hashPassword(password);
    await this.transactions.system(continueTrace(undefined), async (tx) => {
      // Replicas that start at the same time take turns here, and only the first finds no union.
      await this.unions.lockEmptyTree(tx);
      if (await isEmpty(tx)) await this.create(tx, passwordHash);
    });
  }

  private async create(tx: Transaction, passwordHash: string): Promise<void> {
    const union = federation(this.config.federationName, tx.now);
    const person = this.operator(passwordHash, tx.now);
    const membership = membershipOf(person.id, union.id, tx.now);
    const grants = (['officer', 'operator'] as const).map((role) => ({
      id: newId(),
      version: 1,
      personId: person.id,
      unionId: union.id,
      role,
      grantedBy: null,
      grantedAt: tx.now,
      validTo: null,
      revokedAt: null,
    }));
    await tx.sql.insert(UnionRow, union);
    await tx.sql.insert(PersonRow, person);
    await tx.sql.insert(MembershipRow, membership);
    await tx.sql.insert(RoleGrantRow, grants);
    await recordEvent(tx, membershipEvents.unionChanged, union.id, unionStateOf(union, null));
    const state = memberStateOf(person, membership, this.personalData);
    await recordEvent(tx, membershipEvents.memberChanged, person.id, state);
    for (const grant of grants)
      await recordEvent(tx, membershipEvents.roleChanged, grant.id, roleStateOf(grant));
  }

  private operator(passwordHash: string, now: Date): PersonRow {
    const id = newId();
    return {
      id,
      version: 1,
      account,
      passwordHash,
      locale: 'zh-CN',
      createdAt: now,
      erasedAt: null,
      name: this.personalData.seal(id, 'name', operatorName),
      nameHash: this.personalData.hash('name', operatorName),
      maskedName: maskName(operatorName),
      residentNumber: null,
      residentNumberHash: null,
      phone: null,
      phoneHash: null,
    };
  }
}

async function isEmpty(tx: Transaction): Promise<boolean> {
  return !(await tx.sql.existsBy(UnionRow, {}));
}

function federation(name: string, now: Date): UnionRow {
  return {
    id: newId(),
    version: 1,
    parentId: null,
    path: rootPath,
    nextChild: 1,
    name,
    uscc: null,
    usccCheck: null,
    tier: null,
    longitude: null,
    latitude: null,
    address: null,
    enterpriseId: null,
    active: true,
    closedAt: null,
    closingGround: null,
    successorUnionId: null,
    createdAt: now,
  };
}

function membershipOf(personId: string, unionId: string, now: Date): MembershipRow {
  const validFrom = shanghaiDate(now);
  const term = {
    state: 'active',
    validFrom,
    validTo: null,
    employmentKind: null,
    servedByUnionId: null,
    ...fullStanding,
  } as const;
  return { id: newId(), personId, unionId, ...term, createdAt: now, admittedBy: null };
}
