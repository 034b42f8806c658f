import type { Clock } from '@gongxiang/domain';

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  constructor(private moment: Date = new Date('2026-11-20T09:00:00+08:00')) {}

  now(): Date {
    return new Date(this.moment);
  }

  set(moment: Date | string): void {
    this.moment = new Date(moment);
  }

  advance(milliseconds: number): void {
    this.moment = new Date(this.moment.getTime() + milliseconds);
  }
}
