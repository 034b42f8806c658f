import { Injectable } from '@nestjs/common';
import { pieceContract, type RenderLabelsRequest } from '@gongxiang/contracts/sharing/lending/piece.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError, type Locale } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { PrintedFiles } from '@gongxiang/messaging/files';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import type { PieceRow } from '../custody/custody.entity.js';
import { CustodyRepository } from '../custody/custody.repository.js';
import { shownCode } from '../custody/label-code.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { labelsOf } from './label-paper.js';
import { PieceEditing } from './piece-editing.js';

const texts: Readonly<Record<Locale, string>> = { 'zh-CN': '标签', en: 'labels' };

interface Labelled {
  readonly title: string;
  readonly owner: string;
  readonly pieces: readonly PieceRow[];
}

/** The labels of pieces, for the manager of the resource. */
@Injectable()
export class LabelService {
  constructor(
    private readonly transactions: Transactions,
    private readonly editing: PieceEditing,
    private readonly custody: CustodyRepository,
    private readonly references: ReferenceRepository,
    private readonly prints: PrintedFiles,
  ) {}

  /**
   * Renders the sheet and stores it for minutes. @throws DomainError `NOT_FOUND` also if there is nothing to label
   */
  @Handles(pieceContract.renderLabels)
  async render(request: RenderLabelsRequest, call: CallContext): Promise<PrintedFileView> {
    const { title, owner, pieces } = await this.transactions.read(call, (tx) => this.find(tx, request));
    const locale = request.lang ?? call.locale;
    const fileTitle = `${title} ${texts[locale]}`;
    const labels = pieces.map(({ label, code }) => ({
      title,
      label,
      code: shownCode(code),
      address: `${request.origin}/pieces/${code}`,
    }));
    return this.prints.print(call, async () => ({
      bytes: await labelsOf({ title: fileTitle, owner, labels, locale, madeAt: new Date() }),
      contentType: 'application/pdf',
      fileName: `${fileTitle}.pdf`,
    }));
  }

  private async find(tx: Transaction, { resourceId, pieceId }: RenderLabelsRequest): Promise<Labelled> {
    const resource = await this.editing.findManaged(tx, resourceId);
    const all = await this.custody.inService(tx, resource.id);
    const pieces = pieceId === undefined ? all : all.filter(({ id }) => id === pieceId);
    if (pieces.length === 0) throw new DomainError('NOT_FOUND');
    const [owner = ''] = await this.references.namesOf(tx, [resource.ownerUnionId]);
    return { title: resource.title, owner, pieces };
  }
}
