import pg from 'pg';

export interface RolePasswords {
  /** The password of `<service>_owner`, who owns the schema and runs migrations. */
  readonly owner: string;
  /** The password of `<service>`, who reads and writes rows and owns nothing. */
  readonly service: string;
}

const attemptsMax = 10;

/**
 * Only administrators may see the progress of standbys (pg_read_all_stats); a service learns whether all of them have
 * flushed the log up to a position, and nothing else. A disconnected standby is known by its replication slot.
 */
const standbysSql = `
  CREATE OR REPLACE FUNCTION public.standbys_have_flushed(place pg_lsn) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT NOT EXISTS (SELECT 1 FROM pg_stat_replication WHERE coalesce(flush_lsn < place, true))
       AND NOT EXISTS (SELECT 1 FROM pg_replication_slots
                       WHERE slot_type = 'physical' AND NOT active AND restart_lsn < place)
  $$;
`;

/**
 * Prepares a database for the services, as its administrator: one schema each, owned by `<service>_owner`, and the
 * role `<service>` that may only read and write rows. No role can read another's schema. May run again at any time.
 * @param adminUrl a role that may create roles and schemas in this database
 */
export async function bootstrapDatabase(
  adminUrl: string,
  services: Readonly<Record<string, RolePasswords>>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    try {
      return await bootstrap(client, services);
    } catch (error) {
      // Roles belong to the whole server and no lock spans databases: two databases prepared at the same time can update
      // the same role, which PostgreSQL reports as an internal error.
      const isRoleRace = error instanceof Error && /tuple concurrently updated/.test(error.message);
      if (!isRoleRace || attempt === attemptsMax) throw error;
    } finally {
      await client.end();
    }
  }
}

async function bootstrap(
  client: pg.Client,
  services: Readonly<Record<string, RolePasswords>>,
): Promise<void> {
  await client.query('BEGIN');
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('gongxiang.bootstrap', 0))`);
  await client.query(`
    CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;
    CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
    -- Nobody but the services' roles may connect, and nobody may create anything in public.
    REVOKE ALL ON SCHEMA public FROM public;
    GRANT USAGE ON SCHEMA public TO public;
    DO $$ BEGIN EXECUTE format('REVOKE ALL ON DATABASE %I FROM public', current_database()); END $$;
  `);
  await client.query(standbysSql);
  for (const [service, passwords] of Object.entries(services))
    await prepareService(client, service, passwords);
  await client.query('COMMIT');
}

async function prepareService(client: pg.Client, service: string, passwords: RolePasswords): Promise<void> {
  const owner = `${service}_owner`;
  await ensureRole(client, owner, passwords.owner);
  await ensureRole(client, service, passwords.service);
  const name = pg.escapeIdentifier(service);
  const ownerName = pg.escapeIdentifier(owner);
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS ${name} AUTHORIZATION ${ownerName};
    REVOKE ALL ON SCHEMA ${name} FROM public;
    GRANT USAGE ON SCHEMA ${name} TO ${name};
    DO $$ BEGIN
      EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO ${name}, ${ownerName}', current_database());
    END $$;
    ALTER ROLE ${name} SET search_path = ${name}, public;
    ALTER ROLE ${ownerName} SET search_path = ${name}, public;
    ALTER DEFAULT PRIVILEGES FOR ROLE ${ownerName} IN SCHEMA ${name}
      GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${name};
    ALTER DEFAULT PRIVILEGES FOR ROLE ${ownerName} IN SCHEMA ${name} GRANT USAGE, SELECT ON SEQUENCES TO ${name};
  `);
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const name = pg.escapeIdentifier(role);
  const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (known.rowCount === 0) await client.query(`CREATE ROLE ${name} LOGIN`);
  await client.query(`ALTER ROLE ${name} WITH LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
  // A managed database has no superuser: the role that creates another must join it before handing it a schema.
  await client.query(`DO $$ BEGIN
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN GRANT ${name} TO current_user; END IF;
  END $$`);
}
