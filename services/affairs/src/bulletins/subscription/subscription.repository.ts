import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { BulletinSubscriptionRow } from './subscription.entity.js';

/** Somebody who follows a topic, as they stand now. */
export interface Follower {
  /** Under which they have followed it. */
  readonly followerId: string;
  /** The record into which that was merged, or the same. */
  readonly personId: string;
  /** Of a member; null of whoever has left. */
  readonly unionId: string | null;
  readonly unionPath: string | null;
}

interface FollowerPage {
  readonly unionTopic: string;
  readonly kindTopic: string;
  /** The part of the tree where whoever follows the kind has to be a member. */
  readonly range: { readonly start: string; readonly beyond: string };
  /** Who follows only since later is not among them. */
  readonly followedBy: Date;
  readonly afterId: string | null;
  readonly limit: number;
}

@Injectable()
export class SubscriptionRepository {
  /** Once: of two at the same moment one writes, and the other changes nothing. */
  async add(tx: Transaction, row: BulletinSubscriptionRow): Promise<void> {
    await tx.sql.createQueryBuilder().insert().into(BulletinSubscriptionRow).values(row).orIgnore().execute();
  }

  async remove(tx: Transaction, personIds: readonly string[], topicKey: string): Promise<void> {
    await tx.sql.delete(BulletinSubscriptionRow, { topicKey, personId: In([...personIds]) });
  }

  /** Each topic once, whatever the ids under which it was followed; the latest first. */
  of(tx: Transaction, personIds: readonly string[]): Promise<BulletinSubscriptionRow[]> {
    return tx.sql.query(
      `SELECT topic_key AS "topicKey", union_id AS "unionId", kind, min(followed_at) AS "followedAt"
       FROM bulletin_subscription WHERE person_id = ANY($1::uuid[])
       GROUP BY topic_key, union_id, kind ORDER BY min(followed_at) DESC, topic_key`,
      [[...personIds]],
    );
  }

  /** The next of all who follow the union or the kind, in the order of the ids under which they do: two walks of an index. */
  followers(tx: Transaction, page: FollowerPage): Promise<Follower[]> {
    const { unionTopic, kindTopic, range, followedBy, afterId, limit } = page;
    const next =
      's.followed_at <= $3 AND ($4::uuid IS NULL OR s.person_id > $4) ORDER BY s.person_id LIMIT $5';
    return tx.sql.query(
      `WITH follower AS (
         (SELECT s.person_id FROM bulletin_subscription s WHERE s.topic_key = $1 AND ${next})
         UNION
         (SELECT s.person_id FROM bulletin_subscription s LEFT JOIN person_alias a ON a.from_id = s.person_id
          JOIN member_ref m ON m.person_id = coalesce(a.into_id, s.person_id) AND m.state = 'active'
          JOIN union_ref u ON u.id = m.union_id AND u.path >= $6 AND u.path < $7
          WHERE s.topic_key = $2 AND ${next}))
       SELECT f.person_id AS "followerId", coalesce(a.into_id, f.person_id) AS "personId",
         u.id AS "unionId", u.path AS "unionPath"
       FROM (SELECT person_id FROM follower ORDER BY person_id LIMIT $5) f
       LEFT JOIN person_alias a ON a.from_id = f.person_id
       LEFT JOIN member_ref m ON m.person_id = coalesce(a.into_id, f.person_id) AND m.state = 'active'
       LEFT JOIN union_ref u ON u.id = m.union_id
       ORDER BY f.person_id`,
      [unionTopic, kindTopic, followedBy, afterId, limit, range.start, range.beyond],
    );
  }
}
