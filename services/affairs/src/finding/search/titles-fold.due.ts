import { Injectable } from '@nestjs/common';
import { foldTitles, OnDue, titlesFoldKind } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { titleTables } from './title-tables.js';

@Injectable()
export class TitlesFold {
  @OnDue(titlesFoldKind)
  fold(tx: Transaction, key: string): Promise<void> {
    return foldTitles(tx, key, titleTables);
  }
}
