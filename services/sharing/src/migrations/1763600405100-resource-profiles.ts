import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a resource is beside its title: what a borrower agrees to, who hands it over, and the files of know-how, which is not
 * taken for a time but read during it.
 */
export class ResourceProfiles1763600405100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- slot: one has it at a time; access: many may read it at once, and nothing is booked.
      ALTER TABLE resource ADD COLUMN lending text NOT NULL DEFAULT 'slot' CHECK (lending IN ('slot', 'access')),
        -- The version in force; 0 where there are no conditions.
        ADD COLUMN conditions_version integer NOT NULL DEFAULT 0 CHECK (conditions_version >= 0),
        ADD CONSTRAINT resource_access CHECK (lending = 'slot' OR function IN ('information', 'management'));

      CREATE TABLE resource_conditions (
        resource_id uuid NOT NULL REFERENCES resource,
        version     integer NOT NULL CHECK (version > 0),
        text        text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 10000),
        created_by  uuid NOT NULL,
        created_at  timestamptz NOT NULL,
        PRIMARY KEY (resource_id, version)
      );
      -- What the borrower has accepted; null where there was nothing to accept.
      ALTER TABLE loan ADD COLUMN conditions_version integer,
        ADD CONSTRAINT loan_conditions FOREIGN KEY (resource_id, conditions_version) REFERENCES resource_conditions;

      CREATE TABLE resource_custodian (
        resource_id uuid PRIMARY KEY REFERENCES resource,
        name        text CHECK (char_length(name) BETWEEN 1 AND 100),
        desk_hours  text CHECK (char_length(desk_hours) BETWEEN 1 AND 200),
        contact     text CHECK (char_length(contact) BETWEEN 1 AND 200)
      );

      CREATE TABLE resource_attributes (
        resource_id        uuid PRIMARY KEY REFERENCES resource,
        area_square_metres integer CHECK (area_square_metres > 0),
        seats              integer CHECK (seats > 0),
        equipment          text[] NOT NULL,
        accessibility      text,
        skills             text[] NOT NULL,
        languages          text[] NOT NULL,
        certificates       text[] NOT NULL,
        included           text,
        at_borrowers_place boolean
      );

      CREATE TABLE resource_document (
        resource_id uuid NOT NULL REFERENCES resource,
        id          uuid NOT NULL,
        title       text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 100),
        file_name   text NOT NULL CHECK (char_length(file_name) BETWEEN 1 AND 100),
        kind        text NOT NULL CHECK (kind IN ('pdf', 'docx', 'xlsx', 'pptx', 'csv', 'txt')),
        file_key    uuid NOT NULL,
        source_key  uuid NOT NULL,
        sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        size        integer NOT NULL CHECK (size BETWEEN 1 AND 10485760),
        downloads   integer NOT NULL CHECK (downloads >= 0),
        created_by  uuid NOT NULL,
        created_at  timestamptz NOT NULL,
        removed_at  timestamptz,
        -- The few of a resource are read together.
        PRIMARY KEY (resource_id, id),
        -- An upload makes one document of a resource, however often it is asked for.
        UNIQUE (resource_id, source_key)
      );
      CREATE TABLE resource_picture (
        resource_id uuid NOT NULL REFERENCES resource,
        id          uuid NOT NULL,
        position    integer NOT NULL,
        caption     text CHECK (char_length(caption) BETWEEN 1 AND 200),
        alt         text CHECK (char_length(alt) BETWEEN 1 AND 200),
        source_key  uuid NOT NULL,
        width       integer NOT NULL CHECK (width > 0),
        height      integer NOT NULL CHECK (height > 0),
        files       jsonb NOT NULL,
        created_by  uuid NOT NULL,
        created_at  timestamptz NOT NULL,
        removed_at  timestamptz,
        PRIMARY KEY (resource_id, id),
        UNIQUE (resource_id, source_key)
      );
      -- Whether a row names a file, which the daily sweep asks.
      CREATE INDEX resource_document_file ON resource_document (file_key);
    `);
    await makeAppendOnly(runner, 'resource_conditions');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind IN ('resource-document-erasure', 'resource-picture-erasure');
      DROP TABLE resource_picture, resource_document, resource_attributes, resource_custodian;
      ALTER TABLE loan DROP CONSTRAINT loan_conditions, DROP COLUMN conditions_version;
      DROP TABLE resource_conditions;
      ALTER TABLE resource DROP CONSTRAINT resource_access, DROP COLUMN conditions_version, DROP COLUMN lending;
    `);
  }
}
