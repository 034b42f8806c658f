import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { PictureRow } from './picture.entity.js';
import { PictureRows } from './picture-rows.repository.js';

const rows = new PictureRows<PictureRow>({
  entity: PictureRow,
  name: 'activity_picture',
  holder: { column: 'activity_id', field: 'activityId' },
});

/** The pictures of activities. */
@Injectable()
export class PictureRepository {
  readonly insert = rows.insert.bind(rows);
  readonly delete = rows.delete.bind(rows);
  readonly find = rows.find.bind(rows);
  readonly findBySource = rows.findBySource.bind(rows);
  readonly shown = rows.shown.bind(rows);
  readonly removed = rows.removed.bind(rows);
  readonly place = rows.place.bind(rows);

  update(tx: Transaction, row: PictureRow): Promise<void> {
    return rows.update(tx, row.activityId, row);
  }
}
