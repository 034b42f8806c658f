// What is measured against: Fastify and pg, one transaction for each sign-up, which locks its activity. No sign-in, no
// keys, no trail, no messages; the same rules for seats, uniqueness and the place in the waitlist. A list is read by offset
// and has its total counted, a single activity by its id. `/noop` does nothing, which shows what HTTP alone costs.
import fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = fastify();

app.post('/noop', async () => ({ ok: true }));

app.post('/activities/:activityId/registrations', async (request, reply) => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows: locked } = await client.query({
      name: 'lock',
      text: 'SELECT id FROM activity WHERE id = $1 FOR UPDATE',
      values: [request.params.activityId],
    });
    if (locked.length === 0) {
      await client.query('ROLLBACK');
      return reply.code(404).send({ code: 'NOT_FOUND' });
    }
    const answer = await register(client, request.params.activityId, request.body);
    await client.query('COMMIT');
    return reply.code(answer.isNew ? 201 : 200).send(answer);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
});

app.get('/activities', async (request) => {
  const { offset, limit } = request.query;
  const { rows } = await pool.query({
    name: 'list',
    text: 'SELECT * FROM listed WHERE state = $1 ORDER BY starts_at, id OFFSET $2 LIMIT $3',
    values: ['published', offset, limit],
  });
  const { rows: counted } = await pool.query({
    name: 'count',
    text: 'SELECT count(*)::int AS total FROM listed WHERE state = $1',
    values: ['published'],
  });
  return { items: rows, total: counted[0].total };
});

app.get('/activities/:activityId', async (request, reply) => {
  const { rows } = await pool.query({
    name: 'detail',
    text: 'SELECT * FROM listed WHERE id = $1',
    values: [request.params.activityId],
  });
  return rows[0] ?? reply.code(404).send({ code: 'NOT_FOUND' });
});

async function register(client, activityId, { personId, poolId }) {
  const values = [activityId, personId];
  const { rows: known } = await client.query({
    name: 'known',
    text: 'SELECT id, state, place FROM registration WHERE activity_id = $1 AND person_id = $2',
    values,
  });
  if (known.length > 0) return { ...known[0], isNew: false };
  // The lock of the activity makes the counters of its pools safe. Who waits is not overtaken.
  const { rows } = await client.query({
    name: 'seat',
    text: `UPDATE pool SET confirmed = confirmed + (waiting = 0 AND confirmed < capacity)::int,
             waiting = waiting + (NOT (waiting = 0 AND confirmed < capacity))::int
           WHERE id = $1 RETURNING waiting`,
    values: [poolId],
  });
  const { waiting } = rows[0];
  const place = waiting === 0 ? null : waiting;
  const { rows: made } = await client.query({
    name: 'insert',
    text: `INSERT INTO registration (activity_id, person_id, pool_id, state, place) VALUES ($1, $2, $3, $4, $5)
           RETURNING id, state, place`,
    values: [...values, poolId, place === null ? 'confirmed' : 'waitlisted', place],
  });
  return { ...made[0], isNew: true };
}

const address = await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${address}\n`);
process.once('SIGTERM', () => void app.close().then(() => pool.end()));
