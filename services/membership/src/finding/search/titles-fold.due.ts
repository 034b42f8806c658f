import { Injectable } from '@nestjs/common';
import { foldTitles, OnDue, titlesFoldKind } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { PersonPinyinRepository } from './person-pinyin.repository.js';
import { titleTables } from './title-tables.js';

@Injectable()
export class TitlesFold {
  constructor(private readonly people: PersonPinyinRepository) {}

  @OnDue(titlesFoldKind)
  fold(tx: Transaction, key: string): Promise<void> {
    return foldTitles(tx, key, titleTables, [(part, max) => this.people.fill(part, max)]);
  }
}
