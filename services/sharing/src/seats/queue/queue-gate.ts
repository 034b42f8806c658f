import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { QueueOpening } from './queue-opening.js';
import { queueStateOf } from './queue.model.js';
import { QueueRepository } from './queue.repository.js';

/** The places of people who sign up; null before the order is drawn. Empty if there is no queue. */
export type Places = ReadonlyMap<string, number | null>;

const nobody: Places = new Map();

/** Checks whose turn it is, once for all who sign up together. */
@Injectable()
export class QueueGate {
  constructor(
    private readonly queues: QueueRepository,
    private readonly opening: QueueOpening,
  ) {}

  /** One statement, and none without a queue. @param activity locked */
  async places(tx: Transaction, activity: ActivityRow, personIds: readonly string[]): Promise<Places> {
    const { id, queue } = activity;
    if (queue === null || personIds.length === 0) return nobody;
    const rows = await this.queues.placesOf(tx, id, personIds);
    const places = new Map([...rows.values()].map(({ personId, place }) => [personId, place]));
    if (queueStateOf(queue, tx.now) !== 'open' || ![...places.values()].includes(null)) return places;
    // The first sign-up after the opening may come before the due work that opens the queue.
    await this.opening.opened(tx, activity);
    const known = await this.queues.placesOf(tx, id, personIds);
    return new Map([...known.values()].map(({ personId, place }) => [personId, place]));
  }
}
