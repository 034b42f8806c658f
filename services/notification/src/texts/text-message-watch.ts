import { Injectable } from '@nestjs/common';
import { Measures } from '@gongxiang/messaging/events';
import type { DataSource } from 'typeorm';
import { oldestCode, oldestText } from './text-message.repository.js';

/** Shows operators whether people get their codes, and what is said of their accounts. */
@Injectable()
export class TextMessageWatch {
  @Measures({
    name: 'gongxiang_text_message_age_seconds',
    help: 'Since when the oldest text message about an account waits to leave; 0 if none waits',
    everySeconds: 15,
  })
  async age(sql: DataSource, now: Date): Promise<number> {
    return secondsSince(await oldestText(sql, now), now);
  }

  @Measures({
    name: 'gongxiang_code_age_seconds',
    help: 'Since when the oldest code that is still good has not left, or cannot be opened; 0 if there is none',
    everySeconds: 15,
  })
  async codeAge(sql: DataSource, now: Date): Promise<number> {
    return secondsSince(await oldestCode(sql, now), now);
  }
}

function secondsSince(since: Date | null, now: Date): number {
  return since === null ? 0 : (now.getTime() - since.getTime()) / 1_000;
}
