import { Injectable } from '@nestjs/common';
import { Measures } from '@gongxiang/messaging/events';
import type { DataSource } from 'typeorm';

/** Activities looked at in one turn: the published ones that start last. */
const activitiesMax = 1_000;

/** Counts seats that were given and are not there. The lock of an activity forbids it; this says whether it did. */
@Injectable()
export class SeatWatch {
  /** Who was seated beyond the capacity by an officer, with a reason, is not counted. */
  @Measures({
    name: 'gongxiang_oversold_seats',
    help: 'Heads with a seat beyond the capacity of their pool, but for those an officer let in: always 0',
    everySeconds: 10,
  })
  async oversold(sql: DataSource): Promise<number> {
    const [found] = (await sql.query(
      `SELECT coalesce(sum(greatest(0, seated.heads - p.capacity)), 0)::int AS heads
       FROM (SELECT id FROM activity WHERE state = 'published' ORDER BY starts_at DESC LIMIT ${activitiesMax}) AS a
       JOIN pool p ON p.activity_id = a.id
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(r.heads), 0) AS heads FROM registration r
         WHERE r.activity_id = p.activity_id AND r.pool_id = p.id AND r.state IN ('confirmed', 'held')
           AND r.override_reason IS NULL) AS seated`,
    )) as [{ heads: number }];
    return found.heads;
  }
}
