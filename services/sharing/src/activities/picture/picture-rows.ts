import type { Transaction } from '@gongxiang/persistence';
import { type EntityTarget, type FindOptionsOrder, type FindOptionsWhere, IsNull, Not } from 'typeorm';
import type { PictureColumns } from './picture.entity.js';

/** As many as are offered to be brought back. */
const removedMax = 100;

/** Where the pictures of one kind of thing stand. */
export interface PictureTable<Row extends PictureColumns> {
  readonly entity: EntityTarget<Row>;
  readonly name: string;
  /** The column, and the field, of what a picture belongs to. */
  readonly holder: { readonly column: string; readonly field: keyof Row & string };
}

/** Reads and writes pictures of any table of them. A picture changes only under the lock of what it belongs to. */
export class PictureRows<Row extends PictureColumns> {
  constructor(private readonly table: PictureTable<Row>) {}

  async insert(tx: Transaction, row: Row): Promise<void> {
    await tx.sql
      .createQueryBuilder()
      .insert()
      .into(this.table.entity)
      .values(row as never)
      .execute();
  }

  async update(tx: Transaction, holderId: string, row: Row): Promise<void> {
    await tx.sql.update(this.table.entity, this.of(holderId, { id: row.id }), row as never);
  }

  async delete(tx: Transaction, holderId: string, id: string): Promise<void> {
    await tx.sql.delete(this.table.entity, this.of(holderId, { id }));
  }

  find(tx: Transaction, holderId: string, id: string): Promise<Row | null> {
    return tx.sql.findOneBy(this.table.entity, this.of(holderId, { id }));
  }

  findBySource(tx: Transaction, holderId: string, sourceKey: string): Promise<Row | null> {
    return tx.sql.findOneBy(this.table.entity, this.of(holderId, { sourceKey }));
  }

  /** Those that are shown, in their order. */
  shown(tx: Transaction, holderId: string): Promise<Row[]> {
    return tx.sql.find(this.table.entity, {
      where: this.of(holderId, { removedAt: IsNull() }),
      order: { position: 'ASC', id: 'ASC' } as FindOptionsOrder<Row>,
    });
  }

  /** Those that can be brought back, the latest removed first. */
  removed(tx: Transaction, holderId: string): Promise<Row[]> {
    return tx.sql.find(this.table.entity, {
      where: this.of(holderId, { removedAt: Not(IsNull()) }),
      order: { removedAt: 'DESC', id: 'DESC' } as FindOptionsOrder<Row>,
      take: removedMax,
    });
  }

  async place(tx: Transaction, holderId: string, ids: readonly string[]): Promise<void> {
    const { name, holder } = this.table;
    await tx.sql.query(
      `UPDATE ${name} p SET position = o.position
       FROM unnest($2::uuid[]) WITH ORDINALITY AS o(id, position) WHERE p.${holder.column} = $1 AND p.id = o.id`,
      [holderId, ids],
    );
  }

  private of(holderId: string, more: object): FindOptionsWhere<Row> {
    return { [this.table.holder.field]: holderId, ...more } as FindOptionsWhere<Row>;
  }
}
