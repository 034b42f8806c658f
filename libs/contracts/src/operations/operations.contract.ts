import { command, NoRequest, pageOf, PageRequest, query } from '../core/contract.js';
import { Flag, Instant, Json, ListOf, Text, Uuid, Whole } from '../core/fields.js';

export const serviceNames = [
  'membership',
  'sharing',
  'settlement',
  'evaluation',
  'notification',
  'affairs',
] as const;
export type ServiceName = (typeof serviceNames)[number];

export class ListAuditRequest extends PageRequest {
  @Text({ optional: true, description: 'Only records about this kind of thing, e.g. `activity`' })
  noun?: string;

  @Text({ optional: true, description: 'Only records about this id' })
  subjectId?: string;
}

export class AuditRecordView {
  @Uuid() id: string;
  @Instant() at: string;
  @Uuid({ nullable: true }) actorId: string | null;
  @Text() action: string;
  @Text() noun: string;
  @Text() subjectId: string;
  @Json({ nullable: true }) before: Record<string, unknown> | null;
  @Json({ nullable: true }) after: Record<string, unknown> | null;
  @Text({ nullable: true }) traceId: string | null;
}

export class AuditVerdictView {
  @Flag() intact: boolean;
  @Whole({ description: 'Computed again for this answer: all, or the newest 20,000' }) sealedRows: number;
  @Whole({ description: 'In the last whole round over all of them; 0 before its end' }) roundRows: number;
  @Instant({ nullable: true }) roundEndedAt: string | null;
  @Whole({ description: 'Committed since the last seal: not chained yet' }) unsealedRows: number;
  @Text({ nullable: true, description: 'The first thing that does not fit' }) broken: string | null;
}

export class DeadLetterView {
  @Text() consumer: string;
  @Uuid() messageId: string;
  @Text() subject: string;
  @Text({ max: 2_000 }) reason: string;
  @Instant() createdAt: string;
}

export class DeadLetterList {
  @ListOf(() => DeadLetterView, { max: 200 }) items: DeadLetterView[];
}

export class ReplayDeadLetterRequest {
  @Text() consumer: string;
  @Uuid() messageId: string;
}

export class DiscardDeadLetterRequest extends ReplayDeadLetterRequest {
  @Text({ max: 500, description: 'Why it is never to be handled; kept in the audit trail' }) reason: string;
}

export class RepublishRequest {
  @Text({ description: 'The noun whose states are published again, e.g. `union`' }) noun: string;
}

export class RepublishView {
  @Text() noun: string;
  @Whole() pages: number;
}

/** What operators ask of every service alike. */
export function operationsContract(service: string) {
  return {
    listAudit: query(`${service}.operations.list-audit`, ListAuditRequest, pageOf(AuditRecordView)),
    verifyAudit: query(`${service}.operations.verify-audit`, NoRequest, AuditVerdictView),
    listDeadLetters: query(`${service}.operations.list-dead-letters`, NoRequest, DeadLetterList),
    replayDeadLetter: command(
      `${service}.operations.replay-dead-letter`,
      ReplayDeadLetterRequest,
      DeadLetterList,
    ),
    discardDeadLetter: command(
      `${service}.operations.discard-dead-letter`,
      DiscardDeadLetterRequest,
      DeadLetterList,
    ),
    republish: command(`${service}.operations.republish`, RepublishRequest, RepublishView),
  };
}
