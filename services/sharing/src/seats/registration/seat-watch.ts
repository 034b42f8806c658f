import { Injectable } from '@nestjs/common';
import { Measures } from '@gongxiang/messaging/events';
import type { DataSource } from 'typeorm';
import { countOversold, countWrongSums } from './seat-watch.repository.js';

/** Counts overbooked seats. The lock of an activity prevents them; this reports whether it did. */
@Injectable()
export class SeatWatch {
  /** Seats that an officer assigned beyond the capacity, with a reason, are not counted. */
  @Measures({
    name: 'gongxiang_oversold_seats',
    help: 'Heads with a seat beyond the capacity of their pool or a cap, but for those an officer let in: always 0',
    everySeconds: 10,
  })
  oversold(sql: DataSource, now: Date): Promise<number> {
    return countOversold(sql, now);
  }

  /**
   * Compares the stored sums, by which seats are assigned, with the registrations. Triggers maintain them, so
   * application code cannot corrupt them.
   */
  @Measures({
    name: 'gongxiang_pool_lines_wrong',
    help: 'Pools whose kept sums are not what counting their registrations finds: always 0',
    everySeconds: 60,
  })
  wrongSums(sql: DataSource, now: Date): Promise<number> {
    return countWrongSums(sql, now);
  }
}
