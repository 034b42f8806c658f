import { Injectable } from '@nestjs/common';
import type { OfferPictureView, OfferView, Page } from '@gongxiang/contracts';
import type { Transaction } from '@gongxiang/persistence';

/** The picture by which each of a page is known: of what was looked through and left out none is asked for. */
@Injectable()
export class OfferPictures {
  async shown(tx: Transaction, page: Page<OfferView>): Promise<Page<OfferView>> {
    const ids = page.items.filter(({ kind }) => kind === 'resource').map(({ id }) => id);
    if (ids.length === 0) return page;
    const pictures = await this.firstOf(tx, ids);
    return { ...page, items: page.items.map((one) => ({ ...one, picture: pictures.get(one.id) ?? null })) };
  }

  private async firstOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, OfferPictureView>> {
    const rows: (OfferPictureView & { readonly resourceId: string })[] = await tx.sql.query(
      `SELECT DISTINCT ON (resource_id) resource_id AS "resourceId", id, alt, width, height FROM resource_picture
       WHERE resource_id = ANY($1) AND removed_at IS NULL ORDER BY resource_id, position, id`,
      [ids],
    );
    return new Map(rows.map(({ resourceId, ...picture }) => [resourceId, picture]));
  }
}
