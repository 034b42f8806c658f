import { Injectable } from '@nestjs/common';
import type { SearchItemView, SearchMatch } from '@gongxiang/contracts/words/search';
import { reachOf } from '@gongxiang/domain';
import { type Transaction, typedTitleOf } from '@gongxiang/persistence';
import { MemberPresenter } from '../../members/member/member-presenter.js';
import { type MemberRecord, MemberRepository } from '../../members/member/member.repository.js';
import { actions } from '../actions.js';
import { MemberSearchRepository } from './member-search.repository.js';
import { PersonPinyinRepository } from './person-pinyin.repository.js';

/**
 * Finds people by their whole name, number or phone wherever the caller may list members; and by the pinyin of a
 * name, which many share, only at the unions at which they hold that office themselves.
 */
@Injectable()
export class MemberSearch {
  constructor(
    private readonly members: MemberRepository,
    private readonly sounds: MemberSearchRepository,
    private readonly pinyin: PersonPinyinRepository,
    private readonly presenter: MemberPresenter,
  ) {}

  /** @returns one more than `limit` if there are more */
  async find(tx: Transaction, q: string, limit: number): Promise<SearchItemView[]> {
    const paths = reachOf(tx.call.actor, actions.searchMembers);
    if (paths.length === 0) return [];
    const sought = this.presenter.searchHashes(q.normalize('NFKC'));
    const exact = await this.members.list(tx, { paths, sought, limit });
    const known = new Set(exact.map(({ id }) => id));
    const sounding = exact.length > limit ? [] : await this.soundingLike(tx, q, limit);
    return [
      ...exact.sort(newestFirst).map((record) => this.itemOf(tx, record, 'exact')),
      ...sounding.filter(({ id }) => !known.has(id)).map((record) => this.itemOf(tx, record, 'prefix')),
    ].slice(0, limit + 1);
  }

  private async soundingLike(tx: Transaction, q: string, limit: number): Promise<MemberRecord[]> {
    const { pinyin } = typedTitleOf(q);
    if (pinyin === null) return [];
    const roles: readonly string[] = actions.searchMembers.roles;
    const held = tx.call.actor?.roles.filter(({ role }) => roles.includes(role)) ?? [];
    const unionIds = held.map(({ unionId }) => unionId);
    const ids = await this.sounds.soundingLike(tx, this.pinyin.hashOf(pinyin), { unionIds, max: limit + 1 });
    const records = await Promise.all(ids.map((id) => this.members.findById(tx, id)));
    return records.filter((record) => record !== null);
  }

  private itemOf(tx: Transaction, record: MemberRecord, match: SearchMatch): SearchItemView {
    const { id, name, unionName, state } = this.presenter.viewOf(tx, record);
    return { id, title: name, match, unionName, state, at: null };
  }
}

function newestFirst(left: MemberRecord, right: MemberRecord): number {
  return left.id < right.id ? 1 : -1;
}
