import { Injectable } from '@nestjs/common';
import { type RegisterRequest, registrationContract, type RegistrationView } from '@gongxiang/contracts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import {
  type Asked,
  Batches,
  type Called,
  called,
  Existing,
  type Transaction,
  Transactions,
} from '@gongxiang/persistence';
import type { ActivityRow } from '../activity/activity.entity.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { ActivityTurns } from './activity-turns.js';
import { AdmissionService } from './admission.service.js';
import {
  activeIdOf,
  type Application,
  applicationOf,
  orRefusal,
  requireVisible,
  viewOfAdmitted,
} from './application.js';
import { RegistrationReader } from './registration.reader.js';

type SignUp = Called<RegisterRequest>;
type Result = RegistrationView | Existing<RegistrationView> | DomainError;

/** Somebody's application with the place that its answer has in the batch. */
interface Placed {
  readonly application: Application;
  readonly index: number;
}

/**
 * Signing up, in a rush many at a time: one lock and one commit for all who came while the ones before were decided. Who
 * is let in beyond the capacity comes alone: his seat changes the seats of others.
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
        // Seats are counted, not reserved one by one: two who counted at the same time would both find the last one free.
        lock: (tx) => this.activities.lockById(tx, activityId),
        decide: (asked, activity) => this.decide(asked, activity),
      }),
    );
  }

  /** Registers one person with his companions within the capacity; who is registered already is told what he has. */
  register(request: RegisterRequest, call: CallContext): Promise<Outcome<RegistrationView>> {
    return this.batches.add(request.activityId, called(request, call), call.deadline);
  }

  /** Exactly as one after the other. */
  private async decide(
    asked: readonly Asked<RegisterRequest>[],
    activity: ActivityRow | null,
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
    for (let rest = placed; rest.length > 0;) rest = await this.answer(activity, rest, results);
    return results;
  }

  /** @returns those who come a second time, to be asked about once the first time is decided */
  private async answer(
    activity: ActivityRow,
    placed: readonly Placed[],
    results: Result[],
  ): Promise<Placed[]> {
    const once = new Map<string, Placed>();
    for (const one of placed)
      if (!once.has(one.application.personId)) once.set(one.application.personId, one);
    const ground = await this.admission.ground(txOf(placed), activity, [...once.keys()]);
    const fresh: Placed[] = [];
    for (const one of once.values()) {
      const activeId = activeIdOf(ground.applicants, one.application.personId);
      if (activeId === null) fresh.push(one);
      else results[one.index] = await this.existing(activity, one.application.tx, activeId);
    }
    const applications = fresh.map(({ application }) => application);
    const admitted = await this.admission.admit(activity, applications, ground);
    for (const [position, { application, index }] of fresh.entries()) {
      const one = admitted[position] ?? new DomainError('INTERNAL');
      results[index] = one instanceof DomainError ? one : viewOfAdmitted(application.tx, one);
    }
    return placed.filter((one) => once.get(one.application.personId) !== one);
  }

  private async existing(activity: ActivityRow, tx: Transaction, activeId: string): Promise<Result> {
    try {
      return new Existing(await this.reader.existingView(tx, activity, activeId));
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }
}

function txOf(placed: readonly Placed[]): Transaction {
  const [first] = placed;
  if (first === undefined) throw new Error('nobody is asked about');
  return first.application.tx;
}
