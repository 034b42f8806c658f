import type { Transaction } from '@gongxiang/persistence';
import { type EntityTarget, type FindOptionsOrder, type FindOptionsWhere, IsNull, Not } from 'typeorm';
import type { PictureColumns } from './picture.entity.js';

/** The most that are offered for restoring. */
const removedMax = 100;

/** The table of the pictures of one kind of owner. */
interface PictureTable<Row extends PictureColumns> {
  readonly entity: EntityTarget<Row>;
  readonly name: string;
  /** The column and the field of the owner of a picture. */
  readonly holder: { readonly column: string; readonly field: keyof Row & string };
}

/** Reads and writes picture tables. A picture changes only under the lock of its owner. */
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

  /** Shown pictures in order. */
  shown(tx: Transaction, holderId: string): Promise<Row[]> {
    return tx.sql.find(this.table.entity, {
      where: this.of(holderId, { removedAt: IsNull() }),
      order: { position: 'ASC', id: 'ASC' } as FindOptionsOrder<Row>,
    });
  }

  /** Pictures that can be restored, latest removed first. */
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
