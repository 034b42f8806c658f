import { Injectable } from '@nestjs/common';
import {
  type RegisterRequest,
  registrationContract,
  type RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import {
  type GroupedRequest,
  Batches,
  type PendingRequest,
  pendingRequest,
  ExistingResult,
  type Transaction,
  Transactions,
} from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { ActivityTurns } from '../../activities/activity/activity-turns.js';
import { AdmissionService, type AdmissionFacts } from './admission.service.js';
import {
  activeIdOf,
  type Application,
  applicationOf,
  orRefusal,
  personIdOf,
  requireVisible,
  viewOfAdmitted,
} from './application.js';
import { RegistrationReader } from './registration-reader.js';

type SignUp = PendingRequest<RegisterRequest>;
type Result = RegistrationView | ExistingResult<RegistrationView> | DomainError;

/** Data read under the lock of the activity. */
interface Locked {
  /** Null if there is no such activity. */
  readonly activity: ActivityRow | null;
  readonly facts: AdmissionFacts;
}

/** An application with the index of its answer in the batch. */
interface Placed {
  readonly application: Application;
  readonly index: number;
}

/**
 * Signing up, many at a time in a rush: one lock and one commit for everybody who came while the previous batch was
 * decided. Admission beyond the capacity is not batched: it changes the seats of others.
 */
@Injectable()
export class SignUpService {
  private readonly batches: Batches<SignUp, Outcome<RegistrationView>>;

  constructor(
    private readonly transactions: Transactions,
    turns: ActivityTurns,
    private readonly activities: ActivityRepository,
    private readonly admission: AdmissionService,
    private readonly reader: RegistrationReader,
  ) {
    this.batches = new Batches(turns, (activityId, batch) =>
      this.transactions.commands(registrationContract.register, batch, {
        lock: (tx, asked) => this.lock(tx, activityId, asked),
        decide: (asked, locked) => this.decide(asked, locked),
      }),
    );
  }

  /**
   * Registers one person with companions within the capacity; a registered person gets their existing registration.
   */
  register(request: RegisterRequest, call: CallContext): Promise<Outcome<RegistrationView>> {
    return this.batches.add(request.activityId, pendingRequest(request, call), call.deadline);
  }

  /**
   * Seats are counted, not reserved one by one: two concurrent counts would both find the last one free. So
   * everything is read under the lock, and sent at once: in a rush each round trip delays everybody else.
   */
  private async lock(
    tx: Transaction,
    activityId: string,
    asked: readonly GroupedRequest<RegisterRequest>[],
  ): Promise<Locked> {
    const personIds = asked.flatMap((one) => personIdOf(one.tx, one.request) ?? []);
    const [activity, facts] = await this.activities.underLock(tx, activityId, () =>
      Promise.all([
        this.activities.findById(tx, activityId),
        this.admission.loadFacts(tx, activityId, [...new Set(personIds)]),
      ]),
    );
    return { activity, facts };
  }

  /** Equivalent to processing the requests one after the other. */
  private async decide(
    asked: readonly GroupedRequest<RegisterRequest>[],
    { activity, facts }: Locked,
  ): Promise<Result[]> {
    if (activity === null) return asked.map(() => new DomainError('NOT_FOUND'));
    const results: Result[] = [];
    const placed: Placed[] = [];
    for (const [index, { tx, request }] of asked.entries()) {
      const application = orRefusal(() => {
        requireVisible(tx, activity);
        return applicationOf(tx, request);
      });
      if (application instanceof DomainError) results[index] = application;
      else placed.push({ application, index });
    }
    let rest = await this.answer(activity, { placed, facts }, results);
    while (rest.length > 0) {
      const again = await this.admission.loadFacts(txOf(rest), activity.id, rest.map(idOf));
      rest = await this.answer(activity, { placed: rest, facts: again }, results);
    }
    return results;
  }

  /** @returns second requests of the same person, to be handled once the first is decided */
  private async answer(
    activity: ActivityRow,
    { placed, facts }: { readonly placed: readonly Placed[]; readonly facts: AdmissionFacts },
    results: Result[],
  ): Promise<Placed[]> {
    const once = new Map<string, Placed>();
    for (const one of placed)
      if (!once.has(one.application.personId)) once.set(one.application.personId, one);
    const fresh: Placed[] = [];
    for (const one of once.values()) {
      const activeId = activeIdOf(facts.applicants, one.application.personId);
      if (activeId === null) fresh.push(one);
      else results[one.index] = await this.existing(activity, one.application.tx, activeId);
    }
    const applications = fresh.map(({ application }) => application);
    const admitted = await this.admission.admit(activity, applications, facts);
    for (const [position, { application, index }] of fresh.entries()) {
      const one = admitted[position] ?? new DomainError('INTERNAL');
      results[index] = one instanceof DomainError ? one : viewOfAdmitted(application.tx, one);
    }
    return placed.filter((one) => once.get(one.application.personId) !== one);
  }

  private async existing(activity: ActivityRow, tx: Transaction, activeId: string): Promise<Result> {
    try {
      return new ExistingResult(await this.reader.currentView(tx, activity, activeId));
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }
}

function idOf({ application }: Placed): string {
  return application.personId;
}

function txOf(placed: readonly Placed[]): Transaction {
  const [first] = placed;
  if (first === undefined) throw new Error('nobody is asked about');
  return first.application.tx;
}
