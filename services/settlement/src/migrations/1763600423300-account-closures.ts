import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The end of a party's accounts: what is left goes to a successor, by an entry of its own kind, and nothing comes after. */
export class AccountClosures1763600423300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE account ADD COLUMN closed_at timestamptz;
      -- A party that has no account of a kind of money yet shall not get one either.
      CREATE TABLE closed_party (
        party_kind text NOT NULL,
        party_id   uuid NOT NULL,
        closed_at  timestamptz NOT NULL,
        PRIMARY KEY (party_kind, party_id)
      );
      CREATE TABLE account_closure (
        id             uuid PRIMARY KEY,
        version        integer NOT NULL,
        party_kind     text NOT NULL,
        party_id       uuid NOT NULL,
        -- The union that stands behind the party: whose officers see it.
        union_id       uuid NOT NULL,
        successor_kind text,
        successor_id   uuid,
        reason         text NOT NULL,
        state          text NOT NULL CHECK (state IN ('proposed', 'closed', 'withdrawn')),
        -- [{ incomeKind, amountFen }], what was moved.
        moved          jsonb NOT NULL DEFAULT '[]',
        proposed_by    uuid NOT NULL,
        proposed_at    timestamptz NOT NULL,
        decided_by     uuid,
        decided_at     timestamptz,
        entry_id       uuid REFERENCES entry,
        CHECK ((successor_kind IS NULL) = (successor_id IS NULL)),
        CHECK ((state = 'proposed') = (decided_by IS NULL)),
        CHECK (state <> 'closed' OR proposed_by <> decided_by)
      );
      -- One proposal at a time, and one end.
      CREATE UNIQUE INDEX account_closure_party ON account_closure (party_kind, party_id) WHERE state <> 'withdrawn';
    `);
    await allowKinds(runner, (kinds) => [...kinds, 'closing'], '');
  }

  /** What is posted stays, whatever it is called: a ledger loses nothing. */
  async down(runner: QueryRunner): Promise<void> {
    await allowKinds(runner, (kinds) => kinds.filter((kind) => kind !== 'closing'), 'NOT VALID');
    await runner.query(`
      DROP TABLE account_closure, closed_party;
      ALTER TABLE account DROP COLUMN closed_at;
    `);
  }
}

/** The kinds that entries may be of, from what they may be of now: other migrations add theirs. */
async function allowKinds(
  runner: QueryRunner,
  change: (kinds: readonly string[]) => readonly string[],
  validity: '' | 'NOT VALID',
): Promise<void> {
  const [{ text }] = (await runner.query(
    `SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint
     WHERE conname = 'entry_kind_check' AND conrelid = 'entry'::regclass`,
  )) as [{ text: string }];
  const kinds = [...text.matchAll(/'(\w+)'/g)].map(([, kind]) => `'${kind}'`);
  const allowed = change(kinds.map((kind) => kind.slice(1, -1))).map((kind) => `'${kind}'`);
  await runner.query(
    `ALTER TABLE entry DROP CONSTRAINT entry_kind_check,
       ADD CONSTRAINT entry_kind_check CHECK (kind IN (${[...new Set(allowed)].join(', ')})) ${validity}`,
  );
}
