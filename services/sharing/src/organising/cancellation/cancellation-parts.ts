import { Injectable } from '@nestjs/common';
import type {
  CancellationEffectView,
  CancelledAgreementView,
} from '@gongxiang/contracts/sharing/organising/cancellation.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { AgreementRepository } from '../../activities/agreement/agreement.repository.js';
import { namedOf } from '../leaving/leaving-cost.js';
import { CancellationHosts } from './cancellation-hosts.js';
import { CancellationLoan } from './cancellation-loan.js';
import { CancellationRepository } from './cancellation.repository.js';

type Parts = Omit<CancellationEffectView, 'activityId' | 'activityVersion' | 'phase' | 'problem'>;

/** The scope of a cancellation: seats, draws, hosts, place, money and inboxes, as they are now. */
@Injectable()
export class CancellationParts {
  constructor(
    private readonly repository: CancellationRepository,
    private readonly hosts: CancellationHosts,
    private readonly loan: CancellationLoan,
    private readonly agreements: AgreementRepository,
  ) {}

  async of(tx: Transaction, activity: ActivityRow): Promise<Parts> {
    const seats = await this.repository.seatsOf(tx, activity.id);
    const draw = await this.repository.pendingDraw(tx, activity.id);
    const speakers = await this.hosts.speakersOf(tx, activity);
    return {
      seats,
      draw,
      ...(await this.repository.dropped(tx, activity.id)),
      coHosts: activity.coHosts.map(({ kind, id, name }) => ({ kind, id, name })),
      invitations: activity.openInvitations,
      loan: await this.loan.of(tx, activity),
      agreement: await this.agreementOf(tx, activity),
      notices: {
        participants: seats.confirmed + seats.held + seats.waiting,
        entrants: draw?.entries ?? 0,
        hosts: speakers.length,
      },
    };
  }

  private async agreementOf(
    tx: Transaction,
    { agreementId }: ActivityRow,
  ): Promise<CancelledAgreementView | null> {
    const version = agreementId && (await this.agreements.findById(tx, agreementId));
    if (!version) return null;
    const { id, versionNumber, terms, hosts } = version;
    return {
      id,
      versionNumber,
      fundCategory: terms.fundCategory,
      parties: terms.parties.map((party) => namedOf(party, hosts)),
    };
  }
}
