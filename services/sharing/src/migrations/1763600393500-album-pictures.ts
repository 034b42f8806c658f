import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteNoticeWords } from './notice-words.js';

const kinds = ['albumWaiting', 'albumApproved', 'albumHidden', 'albumReportDecided'];
const reasons = ['addedPicture', 'reportedPicture'];

/** Pictures of an activity by those who came. */
export class AlbumPictures1763600393500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE album_picture (
        activity_id   uuid NOT NULL REFERENCES activity,
        id            uuid NOT NULL,
        version       integer NOT NULL,
        person_id     uuid NOT NULL,
        state         text NOT NULL CHECK (state IN ('pending', 'approved', 'reported', 'hidden')),
        caption       text CHECK (char_length(caption) BETWEEN 1 AND 100),
        source_key    uuid NOT NULL,
        width         integer NOT NULL CHECK (width > 0),
        height        integer NOT NULL CHECK (height > 0),
        files         jsonb NOT NULL,
        is_public     boolean NOT NULL,
        -- Whoever added it said then that those who can be recognised agree.
        consent_at    timestamptz NOT NULL,
        report_reason text CHECK (report_reason IN ('inPicture', 'child', 'other')),
        -- Of whom a report was made already: nobody can hide the same picture again and again.
        reported_by   uuid[] NOT NULL,
        hide_reason   text CHECK (char_length(hide_reason) BETWEEN 1 AND 500),
        hidden_at     timestamptz,
        decided_by    uuid,
        decided_at    timestamptz,
        created_at    timestamptz NOT NULL,
        -- The at most 500 of an activity, the newest first: ids rise with time.
        PRIMARY KEY (activity_id, id),
        -- An upload makes one picture of an album, however often it is asked for.
        UNIQUE (activity_id, source_key),
        CHECK (NOT is_public OR state = 'approved'),
        CHECK ((state = 'hidden') = (hidden_at IS NOT NULL) AND (hidden_at IS NULL) = (hide_reason IS NULL)),
        CHECK ((state = 'reported') = (report_reason IS NOT NULL)),
        CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (state IN ('pending', 'reported') OR decided_at IS NOT NULL))
      );
    `);
    await rewriteNoticeWords(runner, 'kind', (words) => [...words, ...kinds]);
    await rewriteNoticeWords(runner, 'why', (words) => [...words, ...reasons]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notice WHERE kind = ANY($1)', [kinds]);
    await rewriteNoticeWords(runner, 'why', (words) => words.filter((word) => !reasons.includes(word)));
    await rewriteNoticeWords(runner, 'kind', (words) => words.filter((word) => !kinds.includes(word)));
    await runner.query(`DELETE FROM due WHERE kind = 'album-erasure'`);
    await runner.query('DROP TABLE album_picture');
  }
}
