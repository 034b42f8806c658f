import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type ComplaintContent,
  complaintMoveEvents,
  type ComplaintMoved,
  type KeptComplaint,
  type SealedComplaint,
} from '@gongxiang/contracts/affairs/matters/complaint-move';
import { Consumer, Consumes, OnDue, recordEvent } from '@gongxiang/messaging/events';
import { CONFIG } from '@gongxiang/messaging/service';
import type { DataKeyConfig } from '@gongxiang/observability';
import { contentProof, type Transaction } from '@gongxiang/persistence';
import { openSealed, publicKeyOf } from '@gongxiang/persistence/sealed-box';
import { nothingToFollow } from '../matter/follow-up.model.js';
import type { MatterRow } from '../matter/matter.entity.js';
import { newMatterCode, newMatterNumber } from '../matter/matter-number.js';
import { MatterRepository } from '../matter/matter.repository.js';
import { MatterSeal } from '../matter/matter-seal.js';
import { MatterWriter } from '../matter/matter-writer.js';
import { ComplaintOpening } from './complaint-opening.js';
import { movedMatter } from './complaint-move.model.js';

/** Due work, once after an upgrade: complaints that membership kept until there were matters are asked for. */
const complaintsAwaitedDue = 'complaints-awaited';
const seedBytes = 32;

/**
 * Takes complaints of before over as matters, with their ids, times and words. They come sealed, so that no stream holds what
 * somebody has written; whoever kept them deletes each one once its content here is proved to be the same.
 */
@Consumer('complaint-move-consumer')
@Injectable()
export class ComplaintMove {
  /** Out of the key of this service, so that none has to be kept for what happens once. */
  private readonly seed: Uint8Array;

  constructor(
    @Inject(CONFIG) { dataKey }: Pick<DataKeyConfig, 'dataKey'>,
    private readonly opening: ComplaintOpening,
    private readonly matters: MatterRepository,
    private readonly seal: MatterSeal,
    private readonly writer: MatterWriter,
  ) {
    const key = Buffer.from(dataKey, 'base64');
    this.seed = new Uint8Array(hkdfSync('sha256', key, '', 'complaint-move', seedBytes));
  }

  @OnDue(complaintsAwaitedDue)
  async awaitThem(tx: Transaction): Promise<void> {
    const publicKey = await publicKeyOf(this.seed);
    await recordEvent(tx, complaintMoveEvents.awaited, 'complaints', {
      publicKey: publicKey.toString('base64'),
    });
  }

  /** @throws Error if it is not for this key, or before the federation is known: it is delivered again */
  @Consumes(complaintMoveEvents.moved)
  async moved(tx: Transaction, { id, sealed }: ComplaintMoved): Promise<void> {
    const { complaint, proofKey } = await this.open(sealed);
    const service = await this.opening.find(tx);
    if (service === null) throw new Error('the service for complaints is not there yet');
    if ((await this.matters.lock(tx, id)) === null) await this.take(tx, complaint, service);
    const proof = contentProof(proofKey, await this.contentOf(tx, id));
    await recordEvent(tx, complaintMoveEvents.kept, id, { id, proof });
  }

  private async take(
    tx: Transaction,
    complaint: KeptComplaint,
    service: { readonly id: string; readonly edition: number },
  ): Promise<void> {
    const { id, personId, homeUnionId, unionId } = complaint;
    const { entries, answers, reasons, ...life } = movedMatter(complaint);
    const [sentAt, dueAt] = [new Date(complaint.createdAt), new Date(complaint.dueAt)];
    const row: MatterRow = {
      id,
      personId,
      homeUnionId,
      unionId,
      ...life,
      version: 1,
      number: newMatterNumber(sentAt),
      serviceId: service.id,
      edition: service.edition,
      source: 'online',
      isAnonymous: false,
      escalatedTo: null,
      escalations: 0,
      namedOnly: false,
      handlerId: null,
      colleagueIds: [],
      sealedCode: this.seal.seal('code', id, newMatterCode()),
      sealedAnswers: this.seal.seal('answers', id, JSON.stringify(answers)),
      sealedContact: null,
      sentAt,
      acceptBy: dueAt,
      decideBy: dueAt,
      dueAt,
      pausedOn: null,
      heldUntil: null,
      proposedBy: null,
      sealedReasons: reasons && this.seal.seal('reasons', id, reasons),
      stars: null,
      sealedRating: null,
      proposedTopic: null,
      sealedTopicWords: null,
      topic: null,
      householdPlanId: null,
      ...nothingToFollow,
    };
    await this.writer.takeOver(tx, row, entries);
  }

  /** Read again from what is stored. */
  private async contentOf(tx: Transaction, id: string): Promise<ComplaintContent | null> {
    const row = await this.matters.find(tx, id);
    const opened = row && this.seal.open('answers', id, row.sealedAnswers);
    if (row?.personId == null || row.homeUnionId === null || opened === null) return null;
    const { kind, text, page } = JSON.parse(opened) as Pick<KeptComplaint, 'kind' | 'text' | 'page'>;
    const entries = await this.matters.entries(tx, id);
    const words = entries.map(({ event, sequence, sealedText }) => ({
      isSaid: event === 'decided' || event === 'reopened',
      text: this.seal.openEntry(id, sequence, sealedText),
    }));
    const said = words.flatMap(({ isSaid, text: told }) => (isSaid && told !== null ? [told] : []));
    const closeReason = words.find((one) => !one.isSaid && one.text !== null)?.text ?? null;
    const { personId, homeUnionId, unionId } = row;
    const createdAt = row.sentAt.toISOString();
    return {
      id,
      kind,
      personId,
      homeUnionId,
      unionId,
      text,
      page: page ?? null,
      createdAt,
      closeReason,
      said,
    };
  }

  private async open(sealed: string): Promise<SealedComplaint> {
    const opened = await openSealed(this.seed, sealed);
    if (opened === null) throw new Error('a complaint was sealed to another key');
    return opened as SealedComplaint;
  }
}
