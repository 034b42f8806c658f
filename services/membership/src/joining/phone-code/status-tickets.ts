import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { minuteMs } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';

/** How long somebody who has proven their phone reads on and acts without another code. */
const ticketMs = 30 * minuteMs;

/** What an answer gives in place of a second code: it is for one application or one filing, and nothing of it is stored. */
@Injectable()
export class StatusTickets {
  constructor(private readonly personalData: PersonalData) {}

  issue(tx: Transaction, id: string): { readonly ticket: string; readonly ticketUntil: string } {
    const until = new Date(tx.now.getTime() + ticketMs);
    return { ticket: this.ticketOf(id, until.getTime()), ticketUntil: until.toISOString() };
  }

  /** Whether a ticket was given for this id, and is still valid. */
  isValid(tx: Transaction, id: string, ticket: string): boolean {
    const until = Number(ticket.split('.')[0]);
    if (!Number.isSafeInteger(until) || until <= tx.now.getTime()) return false;
    const expected = Buffer.from(this.ticketOf(id, until));
    const given = Buffer.from(ticket);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  private ticketOf(id: string, until: number): string {
    return `${until}.${this.personalData.hash('ticket', `${id}:${until}`)}`;
  }
}
