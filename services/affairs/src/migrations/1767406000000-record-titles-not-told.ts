import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits to be verified is told by its kind: under a new version, which the next digest has told anew. */
export class RecordTitlesNotTold1767406000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE awaited w SET version = nextval('awaited_version'), awaits = jsonb_set(
        jsonb_set(w.awaits, '{0,title}', 'null'), '{0,values}', jsonb_build_object('recordKind', r.kind))
      FROM person_record r WHERE w.subject = 'person-record' AND r.id = w.id;
      -- Of records that went with their person.
      DELETE FROM awaited w WHERE w.subject = 'person-record' AND NOT EXISTS (SELECT FROM person_record r WHERE r.id = w.id);
    `);
  }

  /** What was told stays so until it changes. */
  async down(): Promise<void> {}
}
