import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Vacancies of enterprises, who is interested in them, and benefits of members. */
export class Listings1766590000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vacancy (
        id              uuid PRIMARY KEY,
        version         integer NOT NULL,
        union_id        uuid NOT NULL,
        publisher_id    uuid NOT NULL,
        employer_name   text NOT NULL,
        state           text NOT NULL CHECK (state IN ('draft', 'published', 'filled', 'ended', 'withdrawn')),
        title           text NOT NULL,
        -- Title and employer: one search in both.
        found_by        text NOT NULL,
        pinyin          text NOT NULL,
        kind            text NOT NULL,
        headcount       integer NOT NULL CHECK (headcount >= 1),
        place           text NOT NULL,
        district        text,
        pay_from_fen    bigint CHECK (pay_from_fen >= 0),
        pay_to_fen      bigint CHECK (pay_to_fen >= pay_from_fen),
        text            text NOT NULL,
        suits           text[] NOT NULL,
        phone           text,
        address         text,
        audience        text NOT NULL CHECK (audience IN ('public', 'members', 'union')),
        -- Of audience and publisher: readers look for the few that are theirs.
        audience_key    text NOT NULL,
        until           date NOT NULL,
        published_at    timestamptz,
        ended_at        timestamptz,
        withdraw_reason text,
        withdrawn_above boolean NOT NULL,
        written_by      uuid NOT NULL,
        CHECK (state = 'draft' OR published_at IS NOT NULL),
        CHECK ((ended_at IS NOT NULL) = (state IN ('filled', 'ended', 'withdrawn'))),
        CHECK (phone IS NOT NULL OR address IS NOT NULL)
      );
      CREATE INDEX vacancy_shown ON vacancy (audience_key, published_at DESC, id DESC) WHERE state = 'published';
      CREATE INDEX vacancy_union ON vacancy (union_id, state, id DESC);
      CREATE INDEX vacancy_found ON vacancy USING gin (found_by gin_trgm_ops, pinyin gin_trgm_ops);

      -- Who is interested: once each. It is deleted when it is taken back, and 180 days after the end.
      CREATE TABLE vacancy_interest (
        id           uuid PRIMARY KEY,
        version      integer NOT NULL,
        vacancy_id   uuid NOT NULL REFERENCES vacancy,
        person_id    uuid NOT NULL,
        state        text NOT NULL CHECK (state IN ('sent', 'contacted', 'hired', 'declined')),
        sealed_name  text NOT NULL,
        sealed_words text,
        sealed_phone text NOT NULL,
        sent_at      timestamptz NOT NULL,
        answered_at  timestamptz,
        answered_by  uuid,
        UNIQUE (vacancy_id, person_id),
        CHECK ((state = 'sent') = (answered_at IS NULL))
      );
      CREATE INDEX vacancy_interest_vacancy ON vacancy_interest (vacancy_id, id DESC);
      CREATE INDEX vacancy_interest_person ON vacancy_interest (person_id, id DESC);

      CREATE TABLE benefit (
        id              uuid PRIMARY KEY,
        version         integer NOT NULL,
        union_id        uuid NOT NULL,
        state           text NOT NULL CHECK (state IN ('draft', 'published', 'ended', 'withdrawn')),
        merchant        text NOT NULL,
        title           text NOT NULL,
        -- Title and merchant: one search in both.
        found_by        text NOT NULL,
        pinyin          text NOT NULL,
        category        text NOT NULL,
        way             text NOT NULL CHECK (way IN ('card', 'code', 'link')),
        code            text,
        link            text,
        place           text,
        district        text,
        conditions      text,
        audience        text NOT NULL CHECK (audience IN ('public', 'members', 'union')),
        audience_key    text NOT NULL,
        begins_on       date NOT NULL,
        until           date NOT NULL CHECK (until >= begins_on),
        published_at    timestamptz,
        withdraw_reason text,
        written_by      uuid NOT NULL,
        CHECK (state = 'draft' OR published_at IS NOT NULL),
        CHECK (category <> 'finance' OR way = 'link'),
        CHECK (way <> 'code' OR code IS NOT NULL),
        CHECK (way <> 'link' OR link IS NOT NULL)
      );
      CREATE INDEX benefit_shown ON benefit (audience_key, published_at DESC, id DESC) WHERE state = 'published';
      CREATE INDEX benefit_union ON benefit (union_id, state, id DESC);
      CREATE INDEX benefit_found ON benefit USING gin (found_by gin_trgm_ops, pinyin gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE benefit;
      DROP TABLE vacancy_interest;
      DROP TABLE vacancy;
    `);
  }
}
