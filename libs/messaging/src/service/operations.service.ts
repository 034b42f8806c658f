import { Injectable } from '@nestjs/common';
import type { NoRequest, Page } from '@gongxiang/contracts/core/contract';
import {
  type AuditRecordView,
  type AuditVerdictView,
  type DeadLetterList,
  type DiscardDeadLetterRequest,
  type ListAuditRequest,
  operationsContract,
  type ReplayDeadLetterRequest,
  type RepublishRequest,
  type RepublishView,
} from '@gongxiang/contracts/operations/operations.contract';
import { type ActionRule, type CallContext, DomainError, rootPath } from '@gongxiang/domain';
import {
  decodeCursor,
  listAuditRecords,
  rowsFor,
  toPage,
  type Transaction,
  Transactions,
  verifyAudit,
} from '@gongxiang/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import { findDeadLetter, listDeadLetters, closeDeadLetter } from '../events/index.js';
import { Handles, type Outcome } from '../rpc/index.js';
import { EventRuntime } from './event-runtime.js';

const operate: ActionRule = { roles: ['operator'] };
const audit: ActionRule = { roles: ['auditor', 'operator'] };

/** The calls that every service offers to operators and auditors, under its own name. */
export function operationsService(service: string): new (...args: never[]) => object {
  const contract = operationsContract(service);

  @Injectable()
  class OperationsService {
    constructor(
      private readonly runtime: EventRuntime,
      private readonly transactions: Transactions,
      private readonly dataSource: DataSource,
    ) {}

    @Handles(contract.listAudit)
    listAudit(request: ListAuditRequest, call: CallContext): Promise<Page<AuditRecordView>> {
      return this.transactions.read(call, (tx) => listAudit(tx, request));
    }

    @Handles(contract.verifyAudit)
    verifyAudit(_request: NoRequest, call: CallContext): Promise<AuditVerdictView> {
      return this.transactions.read(call, async (tx) => {
        allow(tx, audit);
        const { roundEndedAt, ...verdict } = await verifyAudit(this.dataSource);
        return { ...verdict, roundEndedAt: roundEndedAt?.toISOString() ?? null };
      });
    }

    @Handles(contract.listDeadLetters)
    listDeadLetters(_request: NoRequest, call: CallContext): Promise<DeadLetterList> {
      return this.transactions.read(call, async (tx) => {
        allow(tx, operate);
        return deadLetters(this.dataSource);
      });
    }

    @Handles(contract.replayDeadLetter)
    async replayDeadLetter(
      request: ReplayDeadLetterRequest,
      call: CallContext,
    ): Promise<Outcome<DeadLetterList>> {
      await this.transactions.read(call, async (tx) => allow(tx, operate));
      await this.runtime.replay(request.consumer, request.messageId);
      return { body: await deadLetters(this.dataSource), existing: false, replayed: false };
    }

    @Handles(contract.discardDeadLetter)
    discardDeadLetter(
      request: DiscardDeadLetterRequest,
      call: CallContext,
    ): Promise<Outcome<DeadLetterList>> {
      return this.transactions.command(call, contract.discardDeadLetter, request, async (tx) => {
        allow(tx, operate);
        const { consumer, messageId, reason } = request;
        const letter = await findDeadLetter(tx.sql, consumer, messageId);
        if (letter === null) throw new DomainError('NOT_FOUND');
        await closeDeadLetter(tx.sql, consumer, messageId);
        tx.audit({ noun: 'deadLetter', id: messageId, after: { consumer, discarded: reason } });
        return deadLetters(tx.sql);
      });
    }

    @Handles(contract.republish)
    async republish(request: RepublishRequest, call: CallContext): Promise<Outcome<RepublishView>> {
      await this.transactions.read(call, async (tx) => allow(tx, operate));
      const pages = await this.runtime.republish(request.noun);
      return { body: { noun: request.noun, pages }, existing: false, replayed: false };
    }
  }
  return OperationsService;
}

/** Operator and auditor are roles at the root; anybody else gets NOT_PERMITTED rather than NOT_FOUND. */
function allow(tx: Transaction, rule: ActionRule): void {
  tx.authorise(rule, { paths: [rootPath], visible: true });
}

async function listAudit(tx: Transaction, request: ListAuditRequest): Promise<Page<AuditRecordView>> {
  allow(tx, audit);
  const [before] = decodeCursor(request.cursor, 1) ?? [null];
  const rows = await listAuditRecords(tx.sql, {
    before: before === null ? null : String(before),
    noun: request.noun ?? null,
    subjectId: request.subjectId ?? null,
    rowsMax: rowsFor(request.limit),
  });
  const views = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  return toPage(views, { limit: request.limit, cursorOf: (row) => [row.id] });
}

async function deadLetters(sql: Pick<EntityManager, 'query'>): Promise<DeadLetterList> {
  const letters = await listDeadLetters(sql);
  return { items: letters.map((letter) => ({ ...letter, createdAt: letter.createdAt.toISOString() })) };
}
