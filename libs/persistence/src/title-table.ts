import type { QueryRunner } from 'typeorm';

/** By what the things of one table are found: their titles, in a table of their own. */
export interface TitleTable {
  readonly name: string;
  /** The table of the things, by `id`, and its column with the title. */
  readonly of: string;
  readonly column: string;
}

/**
 * Creates a table of titles, with a row for each thing that there is already. Triggers add a row for each new thing
 * and empty that of a thing with another title, so that no writer of titles can forget it; due work fills the empty
 * ones, see `fillTitles`.
 */
export async function createTitleTable(runner: QueryRunner, titles: TitleTable): Promise<void> {
  const { name, of } = titles;
  await runner.query(`
    CREATE TABLE ${name} (
      id      uuid PRIMARY KEY REFERENCES ${of} ON DELETE CASCADE,
      -- The title without width, case and blanks; null until it is filled. Its beginning is a range: hence the C collation.
      heading text COLLATE "C",
      -- Each character and each pair of neighbours of the heading.
      terms   text[],
      -- The words that somebody may begin to type, each after a blank.
      pinyin  text
    );
    CREATE INDEX ${name}_heading ON ${name} (heading, id DESC);
    CREATE INDEX ${name}_terms ON ${name} USING gin (terms);
    CREATE INDEX ${name}_pinyin ON ${name} USING gin (pinyin gin_trgm_ops);
    -- Hardly any at any time.
    CREATE INDEX ${name}_empty ON ${name} (id) WHERE heading IS NULL;
  `);
  await emptyByTriggers(runner, titles, ['heading', 'terms', 'pinyin']);
}

/**
 * Triggers that keep a derived row for each row of a table: added with it, and emptied when a column changes.
 * @param emptied the columns of the derived row
 */
export async function emptyByTriggers(
  runner: QueryRunner,
  { name, of, column }: TitleTable,
  emptied: readonly string[],
): Promise<void> {
  await runner.query(`
    CREATE FUNCTION add_${name}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
    BEGIN
      INSERT INTO ${name} (id) SELECT id FROM added;
      RETURN NULL;
    END $$;
    -- For a statement: a function called for each row of a roster takes longer than inserting it.
    CREATE TRIGGER ${name}_added AFTER INSERT ON ${of} REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION add_${name}();

    CREATE FUNCTION empty_${name}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
    BEGIN
      UPDATE ${name} SET ${emptied.map((one) => `${one} = NULL`).join(', ')} WHERE id = NEW.id;
      RETURN NULL;
    END $$;
    CREATE TRIGGER ${name}_changed AFTER UPDATE OF ${column} ON ${of} FOR EACH ROW
      WHEN (OLD.${column} IS DISTINCT FROM NEW.${column}) EXECUTE FUNCTION empty_${name}();

    INSERT INTO ${name} (id) SELECT id FROM ${of};
  `);
}

export async function dropTitleTable(
  runner: QueryRunner,
  { name, of }: Pick<TitleTable, 'name' | 'of'>,
): Promise<void> {
  await runner.query(`
    DROP TRIGGER ${name}_added ON ${of};
    DROP TRIGGER ${name}_changed ON ${of};
    DROP FUNCTION add_${name}();
    DROP FUNCTION empty_${name}();
    DROP TABLE ${name};
  `);
}
