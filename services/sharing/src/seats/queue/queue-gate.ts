import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { QueueOpening } from './queue-opening.js';
import { queueStateOf } from './queue.model.js';
import { QueueRepository } from './queue.repository.js';

/** The places of those who sign up; null before the order is made, and nobody is in it where there is no queue. */
export type Places = ReadonlyMap<string, number | null>;

const nobody: Places = new Map();

/** Tells sign-up whose turn it may be, once for all who come together. */
@Injectable()
export class QueueGate {
  constructor(
    private readonly queues: QueueRepository,
    private readonly opening: QueueOpening,
  ) {}

  /** One statement, and none without a queue. @param activity under its lock */
  async places(tx: Transaction, activity: ActivityRow, personIds: readonly string[]): Promise<Places> {
    const { id, queue } = activity;
    if (queue === null || personIds.length === 0) return nobody;
    const rows = await this.queues.placesOf(tx, id, personIds);
    const places = new Map([...rows.values()].map(({ personId, place }) => [personId, place]));
    if (queueStateOf(queue, tx.now) !== 'open' || ![...places.values()].includes(null)) return places;
    // The first to come after the opening, ahead of the work that waits for it.
    await this.opening.opened(tx, activity);
    const made = await this.queues.placesOf(tx, id, personIds);
    return new Map([...made.values()].map(({ personId, place }) => [personId, place]));
  }
}
