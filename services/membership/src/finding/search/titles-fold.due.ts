import { Injectable } from '@nestjs/common';
import { foldTitles, OnDue, titlesFoldKind } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { PersonPinyinRepository } from './person-pinyin.repository.js';
import { titleTables } from './title-tables.js';

const peopleKey = 'people';

@Injectable()
export class TitlesFold {
  constructor(private readonly people: PersonPinyinRepository) {}

  /** People by themselves: a name that cannot be opened must not keep unions from being found. */
  @OnDue(titlesFoldKind)
  fold(tx: Transaction, key: string): Promise<void> {
    return key === peopleKey
      ? foldTitles(tx, key, [], [(part, max) => this.people.fill(part, max)])
      : foldTitles(tx, key, titleTables);
  }
}
