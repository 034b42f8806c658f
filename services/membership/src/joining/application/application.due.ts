import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { deletionTime } from './application.model.js';
import { ApplicationRepository } from './application.repository.js';
import { ApplicationRouter } from './application-router.js';
import { auditedStateOf, ApplicationWriter, erasureKind, escalationKind } from './application-writer.js';

/** What happens to applications by the clock. */
@Injectable()
export class ApplicationDue {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly router: ApplicationRouter,
    private readonly writer: ApplicationWriter,
  ) {}

  /** A union was silent: the next one above decides. With the root an application stays, past its deadline. */
  @OnDue(escalationKind)
  async escalate(tx: Transaction, applicationId: string): Promise<void> {
    const before = await this.applications.lockById(tx, applicationId);
    // It may have been decided or forwarded at the same moment.
    if (before === null || before.dueAt === null || before.dueAt > tx.now) return;
    const record = await this.applications.findById(tx, applicationId);
    const [above] = record === null ? [] : await this.router.following(tx, record.union.path);
    if (above === undefined) return;
    await this.writer.move(tx, before, {
      union: above,
      kind: 'escalated',
      leaving: { outcome: 'escalated' },
    });
  }

  @OnDue(erasureKind)
  async erase(tx: Transaction, applicationId: string): Promise<void> {
    const before = await this.applications.lockById(tx, applicationId);
    const ended = before?.decidedAt ?? null;
    if (before === null || ended === null || before.name === null || deletionTime(ended) > tx.now) return;
    const row = await this.applications.erase(tx, before);
    tx.audit({
      noun: 'application',
      id: row.id,
      before: auditedStateOf(before),
      after: { ...auditedStateOf(row), personalValuesDeleted: true },
    });
  }
}
