import { Injectable } from '@nestjs/common';
import { placeholdersIn, type Transaction } from '@gongxiang/persistence';
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

interface FollowersAsked {
  readonly unionTopic: string;
  /** What it is about: of kind, business and function. */
  readonly topics: readonly string[];
  /** The part of the tree where whoever follows one of these has to be a member. */
  readonly range: { readonly start: string; readonly beyond: string };
  /** Who follows only since later is not among them. */
  readonly followedBy: Date;
  readonly afterId: string | null;
  /** How many subscriptions of each topic are looked at, whosever they are. */
  readonly lookedAtMax: number;
  readonly limit: number;
}

/** Some of those who follow a union, or what it publishes about. */
export interface FollowersPage {
  readonly followers: readonly Follower[];
  /** After whom to go on; null at the end. */
  readonly next: string | null;
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
      `SELECT topic_key AS "topicKey", union_id AS "unionId", kind, business, function, min(followed_at) AS "followedAt"
       FROM bulletin_subscription WHERE person_id = ANY($1::uuid[])
       GROUP BY topic_key, union_id, kind, business, function ORDER BY min(followed_at) DESC, topic_key`,
      [[...personIds]],
    );
  }

  /**
   * The next of all who follow the union or a topic, in the order of the ids under which they do: a walk of an index for each.
   * A kind is followed all over the network, and published by a small union it concerns few of them: so a bound on those
   * who are found would not be one on those who are looked at.
   */
  async followers(tx: Transaction, asked: FollowersAsked): Promise<FollowersPage> {
    const { unionTopic, topics, range, followedBy, afterId, lookedAtMax, limit } = asked;
    const values: unknown[] = [];
    const bind = placeholdersIn(values);
    const [after, perTopic] = [bind(afterId), bind(lookedAtMax)];
    // Each its own walk: one over all of them would be planned for the topic that most follow.
    const walks = [unionTopic, ...topics].map(
      (topic) => `(SELECT s.person_id, s.followed_at, ${topic === unionTopic} AS "isOfUnion"
         FROM bulletin_subscription s WHERE s.topic_key = ${bind(topic)} AND (${after}::uuid IS NULL OR s.person_id > ${after})
         ORDER BY s.person_id LIMIT ${perTopic})`,
    );
    const rows: (Record<'lookedTo', string | null> & (Follower | Record<keyof Follower, null>))[] =
      await tx.sql.query(
        `WITH looked AS (${walks.join(' UNION ALL ')}),
         -- None where there are fewer: they are all that is left.
         place AS (
           SELECT (SELECT person_id FROM looked ORDER BY person_id OFFSET ${perTopic}::int - 1 LIMIT 1) AS "lookedTo"),
         found AS (
           SELECT f.person_id AS "followerId", coalesce(a.into_id, f.person_id) AS "personId",
             u.id AS "unionId", u.path AS "unionPath"
           FROM (SELECT person_id, bool_or("isOfUnion") AS "isOfUnion" FROM looked, place
                 WHERE followed_at <= ${bind(followedBy)} AND ("lookedTo" IS NULL OR person_id <= "lookedTo")
                 GROUP BY person_id) f
           LEFT JOIN person_alias a ON a.from_id = f.person_id
           LEFT JOIN member_ref m ON m.person_id = coalesce(a.into_id, f.person_id) AND m.state = 'active'
           LEFT JOIN union_ref u ON u.id = m.union_id
           WHERE f."isOfUnion" OR (u.path >= ${bind(range.start)} AND u.path < ${bind(range.beyond)})
           ORDER BY f.person_id LIMIT ${bind(limit)})
         SELECT place."lookedTo", found.* FROM place LEFT JOIN found ON true ORDER BY found."followerId"`,
        values,
      );
    const followers = rows.filter((row): row is typeof row & Follower => row.followerId !== null);
    // As many as were asked for may not be all of those who were looked at.
    const last = followers.length === limit ? followers.at(-1)?.followerId : rows[0]?.lookedTo;
    return { followers, next: last ?? null };
  }
}
