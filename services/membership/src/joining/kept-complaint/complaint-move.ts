import { Injectable, Logger } from '@nestjs/common';
import {
  type ComplaintContent,
  type ComplaintKept,
  complaintMoveEvents,
  type ComplaintsAwaited,
  type KeptComplaint,
  type SealedComplaint,
} from '@gongxiang/contracts/affairs/matters/complaint-move';
import { Consumer, Consumes, OnDue, recordEvents, schedule, syncAwaits } from '@gongxiang/messaging/events';
import { contentProof, type Transaction } from '@gongxiang/persistence';
import { sealTo } from '@gongxiang/persistence/sealed-box';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { KeptComplaintRepository, type WholeComplaint } from './kept-complaint.repository.js';

const moveDue = 'complaints-move';
const movedPerStep = 50;
const againAfterMs = 60 * 60 * 1_000;

interface Progress {
  readonly publicKey: string;
  readonly afterId: string | null;
}

/**
 * Complaints are matters now: those that are kept here move to affairs, sealed, some at a time. Each is deleted once affairs has
 * proved that it keeps the same words; one whose proof differs stays, and is named in the log.
 */
@Consumer('complaint-move-consumer')
@Injectable()
export class ComplaintMove {
  private readonly log = new Logger(ComplaintMove.name);

  constructor(
    private readonly kept: KeptComplaintRepository,
    private readonly personalData: PersonalData,
  ) {}

  @Consumes(complaintMoveEvents.awaited)
  async awaited(tx: Transaction, { publicKey }: ComplaintsAwaited): Promise<void> {
    await this.goOn(tx, { publicKey, afterId: null });
  }

  @OnDue(moveDue)
  async move(tx: Transaction, _key: string, payload: unknown): Promise<void> {
    const { publicKey, afterId } = payload as Progress;
    const some = await this.kept.after(tx, afterId, movedPerStep);
    const last = some.at(-1);
    if (last === undefined) return this.lookAgain(tx, publicKey);
    const key = Buffer.from(publicKey, 'base64');
    const events = await Promise.all(
      some.map(async (one) => ({
        about: one.row.id,
        data: { id: one.row.id, sealed: await this.seal(one, key) },
      })),
    );
    await recordEvents(tx, complaintMoveEvents.moved, events);
    await this.goOn(tx, { publicKey, afterId: last.row.id });
  }

  @Consumes(complaintMoveEvents.kept)
  async movedThere(tx: Transaction, { id, proof }: ComplaintKept): Promise<void> {
    const whole = await this.kept.lock(tx, id);
    if (whole === null) return;
    if (proof !== contentProof(this.proofKey(), contentOf(this.opened(whole)))) {
      this.log.error(`complaint ${id} was kept with other words than it has here; it stays`);
      return;
    }
    await this.kept.delete(tx, id);
    await syncAwaits(tx, 'membership', 'intake', [{ id, awaits: [] }]);
  }

  private goOn(tx: Transaction, payload: Progress, at = tx.now): Promise<void> {
    return schedule(tx, { kind: moveDue, key: '', at, payload: { ...payload } });
  }

  /** Replicas are replaced one by one: one of the release before may still have taken some. */
  private async lookAgain(tx: Transaction, publicKey: string): Promise<void> {
    const [left] = await this.kept.after(tx, null, 1);
    const at = new Date(tx.now.getTime() + againAfterMs);
    if (left !== undefined) await this.goOn(tx, { publicKey, afterId: null }, at);
  }

  private seal(whole: WholeComplaint, publicKey: Uint8Array): Promise<string> {
    const sealed: SealedComplaint = { complaint: this.opened(whole), proofKey: this.proofKey() };
    return sealTo(publicKey, sealed);
  }

  private proofKey(): string {
    return this.personalData.hash('request', 'complaint-move');
  }

  private opened({ row, answers, followUps }: WholeComplaint): KeptComplaint {
    const { id, kind, state, personId, homeUnionId, unionId, subjectNoun, subjectId, closedAt } = row;
    const open = (sealed: string): string => this.personalData.open(personId, 'intake', sealed);
    const answered = answers.map(({ text, answeredAt, unionId: by, answeredBy }) => ({
      text: open(text),
      at: answeredAt.toISOString(),
      answer: { unionId: by, answeredBy },
    }));
    const asked = followUps.map(({ text, askedAt }) => ({
      text: open(text),
      at: askedAt.toISOString(),
      answer: null,
    }));
    return {
      id,
      kind,
      state,
      personId,
      homeUnionId,
      unionId,
      isWithdrawn: row.ending === 'withdrawn',
      text: open(row.text),
      page: row.page ?? (subjectNoun === null ? null : `${subjectNoun} ${subjectId}`),
      createdAt: row.createdAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
      closeReason: row.closeReason && open(row.closeReason),
      said: [...answered, ...asked].sort((one, other) => Date.parse(one.at) - Date.parse(other.at)),
    };
  }
}

function contentOf(complaint: KeptComplaint): ComplaintContent {
  const { id, kind, personId, homeUnionId, unionId, text, page, createdAt, closeReason, said } = complaint;
  return {
    id,
    kind,
    personId,
    homeUnionId,
    unionId,
    text,
    page,
    createdAt,
    closeReason,
    said: said.map((words) => words.text),
  };
}
