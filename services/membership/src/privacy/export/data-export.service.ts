import { Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import {
  type AskDataExport,
  dataExportContract,
  type DataExportId,
  type DataExportsView,
  type DataExportView,
  downloadsPerExport,
  exportMinutes,
  exportsPerDay,
  exportsShown,
} from '@gongxiang/contracts/membership/privacy/data-export.contract';
import { type CallContext, dayMs, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { refuseApiKey } from '../../access/password/current-password-check.js';
import { CredentialProofs } from '../../access/second-factor/credential-proofs.js';
import { actions } from '../actions.js';
import type { DataExportRow } from './data-export.entity.js';
import { DataExportRepository } from './data-export.repository.js';

/** Who asks for a copy of their data, and when it is downloaded; the gateway puts it together from every service. */
@Injectable()
export class DataExportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly exports: DataExportRepository,
    private readonly proofs: CredentialProofs,
  ) {}

  /** @throws DomainError `TOO_MANY_REQUESTS` after ten in 24 hours, and those of the proof */
  @Handles(dataExportContract.ask)
  ask({ proof }: AskDataExport, call: CallContext): Promise<Outcome<DataExportView>> {
    return this.proofs.command(call, dataExportContract.ask, proof, async (tx, person) => {
      // The person's row is locked, so that two at once are counted one after the other.
      const recent = await this.exports.listSince(tx, person.id, new Date(tx.now.getTime() - dayMs));
      const [oldest] = recent;
      if (oldest !== undefined && recent.length >= exportsPerDay) {
        const seconds = Math.ceil((oldest.askedAt.getTime() + dayMs - tx.now.getTime()) / 1000);
        throw new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: seconds, params: { seconds } });
      }
      const row: DataExportRow = {
        id: newId(),
        personId: person.id,
        askedAt: tx.now,
        until: new Date(tx.now.getTime() + exportMinutes * 60_000),
        downloadedAt: null,
        sessionId: call.actor?.sessionId ?? null,
        downloads: 0,
      };
      await this.exports.insert(tx, row);
      tx.audit({ noun: 'data-export', id: row.id, before: null, after: { personId: person.id } });
      return viewOf(row);
    });
  }

  @Handles(dataExportContract.list)
  list(_request: NoRequest, call: CallContext): Promise<DataExportsView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.exportOwnData, {});
      const rows = await this.exports.listOf(tx, tx.personId, exportsShown);
      return { items: rows.map(viewOf) };
    });
  }

  /**
   * Several times within the hour, as connections break off; by the session that has proved who it is, so that neither
   * the address of the file nor another session that is open somewhere is worth anything to whoever finds it. One of
   * another session, that was not asked for within the hour or was downloaded too often is NOT_FOUND.
   */
  @Handles(dataExportContract.open)
  open({ exportId }: DataExportId, call: CallContext): Promise<Outcome<DataExportView>> {
    refuseApiKey(call.actor);
    const asked = { ...call, idempotencyKey: null };
    return this.transactions.command(asked, dataExportContract.open, {}, async (tx) => {
      tx.authorise(actions.exportOwnData, {});
      const before = await this.exports.lockById(tx, exportId);
      if (before?.personId !== tx.personId || !isOpen(before, call, tx.now))
        throw new DomainError('NOT_FOUND');
      const row = { ...before, downloadedAt: tx.now, downloads: before.downloads + 1 };
      await this.exports.update(tx, row);
      tx.audit({
        noun: 'data-export',
        id: row.id,
        before: { downloadedAt: before.downloadedAt?.toISOString() ?? null, downloads: before.downloads },
        after: { downloadedAt: row.downloadedAt.toISOString(), downloads: row.downloads },
      });
      return viewOf(row);
    });
  }
}

function isOpen({ until, sessionId, downloads }: DataExportRow, { actor }: CallContext, now: Date): boolean {
  const isOwnSession = sessionId === null || sessionId === actor?.sessionId;
  return isOwnSession && until > now && downloads < downloadsPerExport;
}

function viewOf({ id, askedAt, until, downloadedAt }: DataExportRow): DataExportView {
  return {
    id,
    askedAt: askedAt.toISOString(),
    until: until.toISOString(),
    downloadedAt: downloadedAt?.toISOString() ?? null,
  };
}
