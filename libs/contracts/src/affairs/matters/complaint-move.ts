import { event } from '../../core/contract.js';
import { Text, Uuid } from '../../core/fields.js';

/** What a member wrote to their union and what was answered, as membership kept it until there were matters. */
export interface KeptComplaint {
  readonly id: string;
  readonly kind: 'complaint' | 'suggestion' | 'question';
  readonly state: 'open' | 'answered' | 'closed';
  readonly isWithdrawn: boolean;
  readonly personId: string;
  readonly homeUnionId: string;
  readonly unionId: string;
  readonly text: string;
  /** Where in the portal its author was, or what it is about. */
  readonly page: string | null;
  readonly createdAt: string;
  readonly dueAt: string;
  readonly closedAt: string | null;
  readonly closeReason: string | null;
  /** Answers, and what was asked after them, as they followed each other. */
  readonly said: readonly KeptWords[];
}

export interface KeptWords {
  readonly text: string;
  readonly at: string;
  /** Who answered, for which union; null for what its author asked again. */
  readonly answer: { readonly unionId: string; readonly answeredBy: string } | null;
}

/** What is sealed in {@link ComplaintMoved}. */
export interface SealedComplaint {
  readonly complaint: KeptComplaint;
  /** Whoever keeps it now proves its content with this key, so that the proof tells nobody else what it says. */
  readonly proofKey: string;
}

/** What has to be the same before and after: compared by its proof. */
export type ComplaintContent = Pick<
  KeptComplaint,
  'id' | 'kind' | 'personId' | 'homeUnionId' | 'unionId' | 'text' | 'page' | 'createdAt' | 'closeReason'
> & { readonly said: readonly string[] };

/** Affairs takes complaints over: they are to be sealed to this key. */
export class ComplaintsAwaited {
  @Text({ max: 44, description: 'X25519, base64' }) publicKey: string;
}

/** A complaint on its way, in a sealed box that affairs alone opens. */
export class ComplaintMoved {
  @Uuid() id: string;
  @Text({ max: 500_000, description: 'A sealed box, base64' }) sealed: string;
}

/** A complaint is kept as a matter; whoever kept it before deletes it if the proof is that of its own copy. */
export class ComplaintKept {
  @Uuid() id: string;
  @Text({ max: 64, description: 'HMAC-SHA256 of what is stored now, in hex' }) proof: string;
}

/** Complaints of before there were matters move once, after an upgrade. */
export const complaintMoveEvents = {
  awaited: event('evt.affairs.complaints.awaited.v1', ComplaintsAwaited),
  moved: event('evt.membership.complaint.moved.v1', ComplaintMoved),
  kept: event('evt.affairs.complaint.kept.v1', ComplaintKept),
};
