import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { LoanRow } from '../../lending/loan/loan.entity.js';
import { LoanRepository } from '../../lending/loan/loan.repository.js';
import { BookingService } from '../../lending/resource/booking.service.js';
import type { ActivityRow } from './activity.entity.js';

/** As long as a venue may be that is typed. */
const venueMax = 200;

/** The place of an activity: whether it may name a resource or a loan, and what members read of it. */
@Injectable()
export class PlaceService {
  constructor(
    private readonly booking: BookingService,
    private readonly loans: LoanRepository,
  ) {}

  /**
   * Checks the place when it is named. Later changes of the loan are the loan's own affair.
   * @throws DomainError `NOT_FOUND` also for a loan unrelated to any host, `LOAN_NOT_APPROVED`,  
   * `LOAN_OF_OTHER_RESOURCE`, `LOAN_TOO_SHORT`
   */
  async check(tx: Transaction, activity: ActivityRow): Promise<void> {
    const { resourceId, loanId } = activity;
    if (resourceId !== null && (await this.booking.find(tx, resourceId)) === null) {
      throw new DomainError('NOT_FOUND', { pointer: '/resourceId' });
    }
    if (loanId === null) return;
    const loan = await this.loans.findById(tx, loanId);
    if (loan === null || !isOfHosts(loan, activity)) {
      throw new DomainError('NOT_FOUND', { pointer: '/loanId' });
    }
    checkLoan(loan, activity);
  }

  /**
   * Where it takes place, in words: those of the organiser, else the name and address of the resource, borrowed or not.
   * They are written down with the activity, as members see it in places that know nothing of resources.
   */
  async venueOf(
    tx: Transaction,
    { venue, resourceId, loanId }: Pick<ActivityRow, 'venue' | 'resourceId' | 'loanId'>,
  ): Promise<string | null> {
    if (venue !== null && venue.trim() !== '') return venue;
    const loan = resourceId === null && loanId !== null ? await this.loans.findById(tx, loanId) : null;
    const id = resourceId ?? loan?.resourceId;
    const resource = id === undefined ? null : await this.booking.find(tx, id);
    if (resource === null) return venue;
    const address = [resource.district, resource.place].filter((part) => part !== null).join(' ');
    return [resource.title, address]
      .filter((part) => part !== '')
      .join(' · ')
      .slice(0, venueMax);
  }

  /** The same after an edit: words that only said the former resource give way to those of the new one. */
  async venueAfter(tx: Transaction, before: ActivityRow, wanted: ActivityRow): Promise<string | null> {
    const isElsewhere = wanted.loanId !== before.loanId || wanted.resourceId !== before.resourceId;
    const saysFormer = isElsewhere && wanted.venue === (await this.venueOf(tx, { ...before, venue: null }));
    return this.venueOf(tx, saysFormer ? { ...wanted, venue: null } : wanted);
  }
}

/** Before the hosts have agreed, a draft may use the time of a future co-host: then the lender is the organiser. */
function isOfHosts(loan: LoanRow, { unionId, coHosts }: ActivityRow): boolean {
  const hosts = [unionId, ...coHosts.map((coHost) => coHost.unionId)];
  return hosts.includes(loan.borrowerUnionId) || hosts.includes(loan.ownerUnionId);
}

function checkLoan(loan: LoanRow, { resourceId, startsAt, endsAt }: ActivityRow): void {
  if (loan.state !== 'approved' && loan.state !== 'handedOver') {
    throw new DomainError('LOAN_NOT_APPROVED', { pointer: '/loanId' });
  }
  if (resourceId !== null && resourceId !== loan.resourceId) {
    throw new DomainError('LOAN_OF_OTHER_RESOURCE', { pointer: '/loanId' });
  }
  if (startsAt < loan.startsAt || endsAt > loan.endsAt) {
    throw new DomainError('LOAN_TOO_SHORT', { pointer: '/loanId' });
  }
}
