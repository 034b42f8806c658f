import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { ApplicationRepository } from './application.repository.js';
import { ApplicationRouter } from './application-router.js';
import { ApplicationWriter } from './application-writer.js';

/** Passes on what waits at a union that is closed. */
@Injectable()
export class ApplicationForwarding {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly router: ApplicationRouter,
    private readonly writer: ApplicationWriter,
  ) {}

  /** To the next union above that takes members, which has the whole time to decide. @returns how many */
  async forwardAll(tx: Transaction, { id, path }: UnionRow): Promise<number> {
    const [above] = await this.router.following(tx, path);
    if (above === undefined) return 0;
    const waiting = await this.applications.lockWaitingAt(tx, id);
    for (const before of waiting)
      await this.writer.move(tx, before, {
        union: above,
        kind: 'forwarded',
        leaving: { outcome: 'forwarded' },
      });
    return waiting.length;
  }
}
