import { DomainError } from '@gongxiang/domain';

/** A supplement that is in the way, as people know it. */
export interface StandingSupplement {
  readonly id: string;
  /** Of its activity. */
  readonly title: string;
  /** When it was opened, in China. */
  readonly day: string;
  /** What its bills come to. */
  readonly amountFen: bigint;
}

/** 409 `SUPPLEMENT_STANDS`, which names it and leads to it. */
export function supplementStands({ id, title, day, amountFen }: StandingSupplement): DomainError {
  const params = { costPoolId: id, title, day, amountFen: String(amountFen) };
  return new DomainError('SUPPLEMENT_STANDS', { params });
}
