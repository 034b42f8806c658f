import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is counted: pieces with labels, a stock without identity, kits of others. A booking of a counted thing takes so
 * many of it and may meet others; that they are never more than there are, the database decides by their sum.
 */
export class StockAndPieces1763600400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(counted);
    await runner.query(pieces);
    await runner.query(decisions);
    await makeAppendOnly(runner, 'piece_custody');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER loan_in_hand ON loan;
      DROP TRIGGER booking_stock ON booking;
      DROP FUNCTION loan_in_hand();
      DROP FUNCTION booking_stock();
      DROP FUNCTION stock_levels(uuid, timestamptz, timestamptz);
      -- What is counted cannot be told without its count: of such a resource nothing is booked any more.
      DELETE FROM booking WHERE quantity IS NOT NULL;
      ALTER TABLE booking
        DROP CONSTRAINT booking_free,
        DROP COLUMN piece_id,
        DROP COLUMN quantity,
        ADD CONSTRAINT booking_free EXCLUDE USING gist
          (resource_id WITH =, tstzrange(starts_at, occupied_until, '[)') WITH &&);
      DROP TABLE loan_piece, piece_custody, piece, kit_content;
      UPDATE loan SET state = 'returned', returned_at = handed_over_at WHERE state = 'handedOver'
        AND resource_id IN (SELECT id FROM resource WHERE counting <> 'one');
      ALTER TABLE loan DROP COLUMN quantity;
      CREATE UNIQUE INDEX loan_one_out ON loan (resource_id) WHERE state = 'handedOver';
      ALTER TABLE resource DROP COLUMN counting, DROP COLUMN quantity, DROP COLUMN setup_minutes;
    `);
  }
}

const counted = `
  ALTER TABLE resource
    ADD COLUMN counting text NOT NULL DEFAULT 'one' CHECK (counting IN ('one', 'pieces', 'stock', 'kit')),
    -- Pieces that are not retired, or the stock.
    ADD COLUMN quantity integer NOT NULL DEFAULT 1 CHECK (quantity BETWEEN 0 AND 100000),
    ADD COLUMN setup_minutes integer NOT NULL DEFAULT 0 CHECK (setup_minutes >= 0),
    ADD CHECK (counting IN ('pieces', 'stock') OR quantity = 1),
    -- A whole and its parts are single things.
    ADD CHECK (counting = 'one' OR part_of_id IS NULL);

  CREATE TABLE kit_content (
    kit_id      uuid NOT NULL REFERENCES resource,
    resource_id uuid NOT NULL REFERENCES resource,
    quantity    integer NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (kit_id, resource_id),
    CHECK (kit_id <> resource_id)
  );

  ALTER TABLE loan ADD COLUMN quantity integer NOT NULL DEFAULT 1 CHECK (quantity > 0);

  ALTER TABLE booking
    -- Null: the thing itself, which is there once. Else so many of what is counted, beside other bookings.
    ADD COLUMN quantity integer CHECK (quantity > 0),
    DROP CONSTRAINT booking_free,
    -- What is null meets nothing: bookings with a count leave each other alone here, and are summed up below. They
    -- stand in the same index all the same, by which every look at a calendar finds both.
    ADD CONSTRAINT booking_free EXCLUDE USING gist
      (resource_id WITH =, tstzrange(starts_at, occupied_until, '[)') WITH &&,
       (CASE WHEN quantity IS NULL THEN 1 END) WITH =);
`;

const pieces = `
  CREATE TABLE piece (
    id          uuid PRIMARY KEY,
    version     integer NOT NULL,
    resource_id uuid NOT NULL REFERENCES resource,
    -- On the label, with a check character: what is scanned, read out and typed in.
    code        text NOT NULL UNIQUE,
    -- The running number within the resource.
    number      integer NOT NULL CHECK (number > 0),
    label       text NOT NULL,
    serial      text,
    condition   text NOT NULL CHECK (condition IN ('good', 'worn', 'damaged')),
    note        text,
    place       text,
    retired_at  timestamptz,
    created_at  timestamptz NOT NULL,
    -- Also the list of a resource's pieces.
    UNIQUE (resource_id, number),
    UNIQUE (resource_id, label)
  );

  ALTER TABLE booking
    ADD COLUMN piece_id uuid REFERENCES piece,
    ADD CHECK (piece_id IS NULL OR (quantity = 1 AND kind = 'block')),
    -- A piece that is out of service lowers what there is by one, however often it is said.
    ADD CONSTRAINT booking_piece EXCLUDE USING gist
      (piece_id WITH =, tstzrange(starts_at, occupied_until, '[)') WITH &&) WHERE (piece_id IS NOT NULL);

  CREATE TABLE loan_piece (
    loan_id  uuid NOT NULL REFERENCES loan,
    piece_id uuid NOT NULL REFERENCES piece,
    out_at   timestamptz NOT NULL,
    back_at  timestamptz,
    PRIMARY KEY (loan_id, piece_id),
    CHECK (out_at <= back_at)
  );
  -- A piece is in one hand at a time, whatever the calendar says.
  CREATE UNIQUE INDEX loan_piece_one_hand ON loan_piece (piece_id) WHERE back_at IS NULL;

  CREATE TABLE piece_custody (
    piece_id  uuid NOT NULL REFERENCES piece,
    id        uuid NOT NULL,
    act       text NOT NULL CHECK (act IN ('added', 'handedOver', 'returned', 'outOfService', 'backInService',
                                           'moved', 'noted', 'retired', 'reinstated')),
    at        timestamptz NOT NULL,
    by_person uuid NOT NULL,
    loan_id   uuid REFERENCES loan,
    condition text,
    note      text,
    -- Also the trail of a piece, the latest first, read backwards.
    PRIMARY KEY (piece_id, id),
    CHECK ((act IN ('handedOver', 'returned')) = (loan_id IS NOT NULL))
  );
`;

const decisions = `
  -- How many of a counted resource are taken, at each moment within a time at which that changes.
  CREATE FUNCTION stock_levels(of_resource uuid, from_time timestamptz, until_time timestamptz)
    RETURNS TABLE (at timestamptz, level bigint) LANGUAGE sql STABLE SET search_path FROM CURRENT
  AS $$
    SELECT change.at, sum(sum(change.by)) OVER (ORDER BY change.at) FROM (
      SELECT greatest(b.starts_at, from_time) AS at, b.quantity::bigint AS by FROM booking b
        WHERE b.resource_id = of_resource AND b.quantity IS NOT NULL
          AND tstzrange(b.starts_at, b.occupied_until, '[)') && tstzrange(from_time, until_time, '[)')
      UNION ALL
      SELECT b.occupied_until, -b.quantity FROM booking b
        WHERE b.resource_id = of_resource AND b.quantity IS NOT NULL AND b.occupied_until < until_time
          AND tstzrange(b.starts_at, b.occupied_until, '[)') && tstzrange(from_time, until_time, '[)')
    ) AS change GROUP BY change.at
  $$;

  -- The sum of what overlaps is never more than there are. The row of the resource is locked first, whoever inserts
  -- and by whatever way, so that of two bookings the second sees the first.
  CREATE FUNCTION booking_stock() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    stock integer;
    peak  bigint;
  BEGIN
    SELECT r.quantity INTO stock FROM resource r
      WHERE r.id = NEW.resource_id AND r.counting IN ('pieces', 'stock') FOR NO KEY UPDATE;
    -- A kit has no number of its own: what it is made of decides.
    IF NOT FOUND THEN RETURN NULL; END IF;
    SELECT max(l.level) INTO peak FROM stock_levels(NEW.resource_id, NEW.starts_at, NEW.occupied_until) l;
    IF peak > stock THEN
      RAISE EXCEPTION 'more is booked than there is' USING ERRCODE = 'exclusion_violation',
        CONSTRAINT = 'booking_stock', DETAIL = greatest(0, stock - (peak - NEW.quantity));
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER booking_stock AFTER INSERT OR UPDATE OF starts_at, occupied_until, quantity ON booking
    FOR EACH ROW WHEN (NEW.quantity IS NOT NULL) EXECUTE FUNCTION booking_stock();

  -- No more is in people's hands than there is, also where a loan is overdue and the next one is due. An index could
  -- say so of single things alone; what a whole, a kit or a count takes stands in its bookings.
  CREATE FUNCTION loan_in_hand() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    PERFORM FROM resource r WHERE r.id IN (SELECT b.resource_id FROM booking b WHERE b.id = NEW.id)
      ORDER BY r.id FOR NO KEY UPDATE;
    IF EXISTS (
      SELECT FROM booking mine JOIN resource r ON r.id = mine.resource_id
      WHERE mine.id = NEW.id AND r.counting <> 'kit' AND r.quantity < (
        SELECT sum(coalesce(b.quantity, 1)) FROM booking b JOIN loan l ON l.id = b.id
        WHERE b.resource_id = r.id AND l.state = 'handedOver'))
    THEN
      RAISE EXCEPTION 'it is still in another hand' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'loan_one_out';
    END IF;
    RETURN NULL;
  END $$;
  DROP INDEX loan_one_out;
  CREATE TRIGGER loan_in_hand AFTER UPDATE OF state ON loan
    FOR EACH ROW WHEN (NEW.state = 'handedOver' AND OLD.state <> 'handedOver') EXECUTE FUNCTION loan_in_hand();
`;
