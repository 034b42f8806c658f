import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How long the line of each pool is. Counting it anew for each decision reads every registration of the activity, so that
 * the last sign-ups of a rush would cost many times what the first did. The database keeps the sums itself, by the
 * statement that changes a registration and in its transaction: no code can forget to, and no sum can drift unseen, as
 * the watch over the seats counts now and then.
 */
export class PoolLines1763600290000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pool_line (
        activity_id      uuid NOT NULL,
        pool_id          uuid NOT NULL,
        confirmed        integer NOT NULL,
        held             integer NOT NULL,
        waiting_heads    integer NOT NULL,
        waiting_parties  integer NOT NULL,
        -- Those of them that would fit into the empty pool.
        servable_parties integer NOT NULL,
        last_rank        integer NOT NULL,
        PRIMARY KEY (activity_id, pool_id),
        FOREIGN KEY (activity_id, pool_id) REFERENCES pool
      ) WITH (fillfactor = 50); -- a row is written by each batch: its versions find room beside it

      -- With a path of its own: an administrator who mends something by hand has another one.
      CREATE FUNCTION keep_pool_line() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        ${['INSERT', 'UPDATE', 'DELETE'].map(branch).join('\n')}
        RETURN NULL;
      END $$;
      ${triggers}

      -- What fits into a pool is another number when the pool is.
      CREATE FUNCTION keep_servable_parties() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        UPDATE pool_line SET servable_parties = (
          SELECT count(*) FROM registration r WHERE r.activity_id = NEW.activity_id AND r.pool_id = NEW.id
            AND r.state = 'waitlisted' AND r.heads <= NEW.capacity)
        WHERE activity_id = NEW.activity_id AND pool_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER pool_servable_parties AFTER UPDATE OF capacity ON pool FOR EACH ROW
        WHEN (OLD.capacity IS DISTINCT FROM NEW.capacity) EXECUTE FUNCTION keep_servable_parties();

      INSERT INTO pool_line
      SELECT r.activity_id, r.pool_id, ${sums('1')}
      FROM registration r JOIN pool p ON p.activity_id = r.activity_id AND p.id = r.pool_id
      GROUP BY r.activity_id, r.pool_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER pool_servable_parties ON pool;
      DROP TRIGGER registration_line_insert ON registration;
      DROP TRIGGER registration_line_update ON registration;
      DROP TRIGGER registration_line_delete ON registration;
      DROP FUNCTION keep_servable_parties();
      DROP FUNCTION keep_pool_line();
      DROP TABLE pool_line;
    `);
  }
}

/** What rows of a pool add to its line. @param sign of a row: 1 where it is there now, -1 where it was before */
function sums(sign: string): string {
  return `
    coalesce(sum(${sign} * r.heads) FILTER (WHERE r.state = 'confirmed'), 0)::int,
    coalesce(sum(${sign} * r.heads) FILTER (WHERE r.state = 'held'), 0)::int,
    coalesce(sum(${sign} * r.heads) FILTER (WHERE r.state = 'waitlisted'), 0)::int,
    coalesce(sum(${sign}) FILTER (WHERE r.state = 'waitlisted'), 0)::int,
    coalesce(sum(${sign}) FILTER (WHERE r.state = 'waitlisted' AND r.heads <= p.capacity), 0)::int,
    coalesce(max(r.rank) FILTER (WHERE ${sign} = 1), 0)`;
}

/** Each event has tables of its own for what changed, and may not name the others'. */
function branch(event: string): string {
  const columns = 'activity_id, pool_id, state, heads, rank';
  const now = `SELECT ${columns}, 1 AS sign FROM rows_now`;
  const before = `SELECT ${columns}, -1 AS sign FROM rows_before`;
  const changed = { INSERT: now, DELETE: before }[event] ?? `${now} UNION ALL ${before}`;
  return `
    IF TG_OP = '${event}' THEN
      INSERT INTO pool_line AS l
      SELECT r.activity_id, r.pool_id, ${sums('r.sign')}
      FROM (${changed}) AS r JOIN pool p ON p.activity_id = r.activity_id AND p.id = r.pool_id
      GROUP BY r.activity_id, r.pool_id ORDER BY r.activity_id, r.pool_id
      ON CONFLICT (activity_id, pool_id) DO UPDATE SET
        confirmed = l.confirmed + excluded.confirmed,
        held = l.held + excluded.held,
        waiting_heads = l.waiting_heads + excluded.waiting_heads,
        waiting_parties = l.waiting_parties + excluded.waiting_parties,
        servable_parties = l.servable_parties + excluded.servable_parties,
        last_rank = greatest(l.last_rank, excluded.last_rank);
    END IF;`;
}

const triggers = `
  CREATE TRIGGER registration_line_insert AFTER INSERT ON registration
    REFERENCING NEW TABLE AS rows_now FOR EACH STATEMENT EXECUTE FUNCTION keep_pool_line();
  CREATE TRIGGER registration_line_update AFTER UPDATE ON registration
    REFERENCING NEW TABLE AS rows_now OLD TABLE AS rows_before FOR EACH STATEMENT EXECUTE FUNCTION keep_pool_line();
  CREATE TRIGGER registration_line_delete AFTER DELETE ON registration
    REFERENCING OLD TABLE AS rows_before FOR EACH STATEMENT EXECUTE FUNCTION keep_pool_line();`;
