import { run } from './sql.js';

const perActivity = 1_000;

/**
 * Registrations of closed activities, as a network has them that is some years old. They are put in by the administrator,
 * as copies of an activity that is there, each with people of its own. Their ids are in the order of their making, as those of
 * the services: it is what keeps an index cheap that grows.
 */
export async function addEarlierRegistrations(url: string, count: number): Promise<void> {
  const activities = Math.ceil(count / perActivity);
  await run(
    url,
    `SET search_path = sharing;
     CREATE TEMPORARY TABLE earlier AS SELECT uuidv7() AS id FROM generate_series(1, ${activities});
     CREATE TEMPORARY TABLE pattern AS SELECT a.* FROM activity a JOIN pool p ON p.activity_id = a.id LIMIT 1;
     ALTER TABLE pattern DROP COLUMN id;
     INSERT INTO activity SELECT copied.* FROM earlier e CROSS JOIN LATERAL (
       SELECT (jsonb_populate_record(NULL::activity, to_jsonb(p) || jsonb_build_object('id', e.id, 'state', 'closed', 'closed_at', now()))).*
       FROM pattern p) AS copied;
     INSERT INTO pool (activity_id, id, version, name, capacity, created_at)
       SELECT id, uuidv7(), 1, '往年名额', ${perActivity}, now() FROM earlier;
     -- Else the foreign key and the lines of the pools are planned for the few that were there before.
     ANALYZE activity, pool;
     INSERT INTO registration (activity_id, person_id, id, version, pool_id, state, heads, rank, check_in_code, registered_by,
         registered_at)
       SELECT p.activity_id, gen_random_uuid(), uuidv7(), 1, p.id, 'confirmed', 1, n, 'earlier' || n,
         gen_random_uuid(), now() - interval '1 year'
       FROM earlier e JOIN pool p ON p.activity_id = e.id CROSS JOIN generate_series(1, ${perActivity}) AS n;
     ANALYZE registration`,
  );
}
