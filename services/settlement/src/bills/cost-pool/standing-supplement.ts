import { DomainError } from '@gongxiang/domain';

/** A supplement that blocks an operation, with the details that users recognise it by. */
export interface StandingSupplement {
  readonly id: string;
  /** The title of its activity. */
  readonly title: string;
  /** The day it was opened, in China. */
  readonly day: string;
  /** The total of its bills. */
  readonly amountFen: bigint;
}

/** 409 `SUPPLEMENT_STANDS`; the parameters identify the supplement so that the page can link to it. */
export function supplementStands({ id, title, day, amountFen }: StandingSupplement): DomainError {
  const params = { costPoolId: id, title, day, amountFen: String(amountFen) };
  return new DomainError('SUPPLEMENT_STANDS', { params });
}
