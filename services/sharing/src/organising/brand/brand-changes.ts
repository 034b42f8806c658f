import { Injectable } from '@nestjs/common';
import { brandEvents, type BrandView } from '@gongxiang/contracts/sharing/organising/brand.contract';
import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import type { NoticeReason } from '@gongxiang/contracts/notification/notice-reasons';
import { DomainError } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import { indexTerms } from '@gongxiang/domain';
import type { BrandRow } from './brand.entity.js';
import { offerBrand } from './brand-offer.js';
import { BrandRepository } from './brand.repository.js';
import { brandStateOf, brandViewOf } from './brand.view.js';
import { scheduleBrandOffer } from './offer.due.js';
import type { BrandTemplate } from './template.js';

/** A notice about a brand. It refers to the first edition, which everybody may see. */
interface BrandNotice {
  readonly kind: NoticeKind;
  readonly why: NoticeReason;
  readonly cause: string;
  readonly partyName?: string;
  readonly reason?: string;
}

/** The one way to change a brand: lock it, decide, save it with audit, event and hints. */
@Injectable()
export class BrandChanges {
  constructor(
    private readonly brands: BrandRepository,
    private readonly references: ReferenceRepository,
    private readonly hints: RoleHints,
    private readonly notices: NoticeWriter,
  ) {}

  /** @throws DomainError `NOT_FOUND` */
  async lock(tx: Transaction, id: string): Promise<BrandRow> {
    const row = await this.brands.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, id: string): Promise<BrandRow> {
    const row = await this.brands.findById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** For brand managers at the founder; a brand that was never published is hidden from others. */
  async authorise(tx: Transaction, row: BrandRow): Promise<void> {
    const paths = await this.references.pathsOf(tx, [row.founderUnionId]);
    tx.authorise(actions.manageBrand, { paths, visible: row.publishedAt !== null });
  }

  async unionName(tx: Transaction, unionId: string): Promise<string> {
    return (await this.references.union(tx, unionId)).name;
  }

  async add(tx: Transaction, row: BrandRow, template: BrandTemplate): Promise<void> {
    await this.brands.insert(tx, row);
    await this.saveVersion(tx, row, template);
    await this.publish(tx, row, null);
  }

  /** @param template given if the change makes a new version of it */
  async save(
    tx: Transaction,
    before: BrandRow,
    changes: Partial<BrandRow>,
    template: BrandTemplate | null = null,
  ): Promise<BrandRow> {
    const changed = { ...before, ...changes, version: before.version + 1 };
    const templateVersion = before.templateVersion + (template === null ? 0 : 1);
    const row = { ...changed, templateVersion, searchTerms: indexTerms(`${changed.name} ${changed.story}`) };
    await this.brands.update(tx, row);
    if (template !== null) await this.saveVersion(tx, row, template);
    await this.publish(tx, row, before);
    return row;
  }

  async view(tx: Transaction, row: BrandRow, version = row.templateVersion): Promise<BrandView> {
    const template = await this.brands.findTemplate(tx, row.id, version);
    if (template === null) throw new DomainError('NOT_FOUND');
    return brandViewOf(row, template);
  }

  async templateOf(tx: Transaction, row: BrandRow): Promise<BrandTemplate> {
    const found = await this.brands.findTemplate(tx, row.id, row.templateVersion);
    if (found === null) throw new DomainError('NOT_FOUND');
    return found.template;
  }

  /** Notifies the officers of the founder. */
  async notifyFounder(tx: Transaction, row: BrandRow, notice: BrandNotice): Promise<void> {
    await this.inform(
      tx,
      row,
      await this.references.nearestHoldersOf(tx, actions.manageBrand, row.founderUnionId),
      notice,
    );
  }

  async inform(
    tx: Transaction,
    row: BrandRow,
    personIds: readonly string[],
    notice: BrandNotice,
  ): Promise<void> {
    const { partyName, reason, ...received } = notice;
    const values = {
      ...(partyName === undefined ? {} : { partyName }),
      ...(reason === undefined ? {} : { reason }),
    };
    await this.notices.write(tx, [
      { personIds, about: { brandId: row.id }, title: row.name, values, ...received },
    ]);
  }

  private async saveVersion(tx: Transaction, row: BrandRow, template: BrandTemplate): Promise<void> {
    const { id: brandId, templateVersion: version } = row;
    const written = { createdBy: tx.personId, createdAt: tx.now };
    await this.brands.addTemplate(tx, { brandId, version, template, ...written });
  }

  private async publish(tx: Transaction, row: BrandRow, before: BrandRow | null): Promise<void> {
    const { id, version, founderUnionId } = row;
    await offerBrand(tx, row);
    tx.audit({ noun: 'brand', id, before: before && brandStateOf(before), after: brandStateOf(row) });
    await recordEvent(tx, brandEvents.brandChanged, id, brandStateOf(row));
    await scheduleBrandOffer(tx, row);
    await this.hints.send(
      tx,
      { resource: 'brand', id, version },
      { rule: actions.manageBrand, unionIds: [founderUnionId] },
    );
  }
}
