import { Injectable } from '@nestjs/common';
import {
  agreementPaperContract,
  type RenderAgreementPaperRequest,
} from '@gongxiang/contracts/sharing/activities/agreement-paper.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError, partyKey, sameParty } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { PrintedFiles } from '@gongxiang/messaging/files';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { AgreementAccess } from '../agreement/agreement-access.js';
import type { AgreementRow } from '../agreement/agreement.entity.js';
import { AgreementRepository } from '../agreement/agreement.repository.js';
import { AgreementPaperRepository } from './agreement-paper.repository.js';
import { type AgreementSheet, sheetOf } from './agreement-sheet.js';

type SheetFacts = Omit<AgreementSheet, 'address' | 'madeAt'>;

/** Versions on paper, for everybody who sees them. */
@Injectable()
export class AgreementPaperService {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: AgreementRepository,
    private readonly access: AgreementAccess,
    private readonly names: AgreementPaperRepository,
    private readonly prints: PrintedFiles,
  ) {}

  /** Renders the file and stores it for minutes. @throws DomainError `NOT_FOUND`, `TIME_UP` */
  @Handles(agreementPaperContract.render)
  async render(request: RenderAgreementPaperRequest, call: CallContext): Promise<PrintedFileView> {
    const { facts, activityId } = await this.transactions.read(call, (tx) =>
      this.find(tx, request.agreementId),
    );
    const address = `${request.origin}/activities/${activityId}/agreement`;
    return this.prints.print(call, async () => ({
      bytes: await sheetOf({ ...facts, address, madeAt: new Date() }),
      contentType: 'application/pdf',
      fileName: `${facts.activityTitle} 合办协议 第${facts.versionNumber}版.pdf`,
    }));
  }

  private async find(
    tx: Transaction,
    agreementId: string,
  ): Promise<{ readonly facts: SheetFacts; readonly activityId: string }> {
    tx.authorise(actions.seeActivity, {});
    const row = await this.agreements.findById(tx, agreementId);
    if (row === null) throw new DomainError('NOT_FOUND');
    await this.access.see(tx, row.hosts);
    const { activityId, versionNumber, state, hash, terms, hosts, proposedAt, inForceAt } = row;
    return {
      activityId,
      facts: {
        ...(await this.names.activityOf(tx, activityId)),
        versionNumber,
        state,
        hash,
        terms,
        hosts,
        proposedAt,
        inForceAt,
        proposedFor: row.proposedFor.name,
        signatures: await this.signaturesOf(tx, row),
        nameOf: await this.namesIn(tx, row),
      },
    };
  }

  private async signaturesOf(tx: Transaction, row: AgreementRow): Promise<AgreementSheet['signatures']> {
    const signatures = await this.agreements.signatures(tx, [row.id]);
    return row.hosts.map((host) => {
      const signed = signatures.find((one) => sameParty(host, { kind: one.partyKind, id: one.partyId }));
      return {
        host,
        signerName: signed?.signerName ?? null,
        signedAt: signed?.signedAt ?? null,
        hash: signed?.hash ?? null,
      };
    });
  }

  /** Hosts have their names at the time; a payer or subsidiser that does not host is a union. */
  private async namesIn(tx: Transaction, { hosts, terms }: AgreementRow): Promise<(key: string) => string> {
    const names = new Map(hosts.map((host) => [partyKey(host), host.name]));
    const source = terms.rule.source?.replace('union:', '') ?? null;
    const unionIds = terms.parties.filter(({ kind }) => kind === 'union').map(({ id }) => id);
    const known = await this.names.unionNamesOf(tx, source === null ? unionIds : [...unionIds, source]);
    for (const [id, name] of known) if (!names.has(`union:${id}`)) names.set(`union:${id}`, name);
    return (key) => names.get(key) ?? key;
  }
}
