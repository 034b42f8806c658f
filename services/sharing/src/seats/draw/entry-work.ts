import { Injectable } from '@nestjs/common';
import type { DrawEntryView, EnterDrawRequest } from '@gongxiang/contracts/sharing/seats/draw.contract';
import { DomainError } from '@gongxiang/domain';
import { type GroupedRequest, ExistingResult, type Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { AdmissionService } from '../registration/admission.service.js';
import type { Candidate } from '../registration/candidate.js';
import {
  activeIdOf,
  type Application,
  applicationOf,
  orRefusal,
  requireVisible,
} from '../registration/application.js';
import { DrawEditing } from './draw-editing.js';
import type { DrawEntryRow, DrawRow } from './draw.entity.js';
import { newToken } from './draw-hash.js';
import { DrawSecrets } from './draw-secrets.js';
import { requireEnterable } from './draw.model.js';
import { DrawEntryRepository } from './draw-entry.repository.js';
import { DrawRepository } from './draw.repository.js';
import { entryViewOf } from './draw.view.js';

type Result = DrawEntryView | ExistingResult<DrawEntryView> | DomainError;

const entriesMax = 10_000;

interface Applied {
  readonly application: Application;
  readonly draw: DrawRow;
  readonly index: number;
}

/** Entries under the lock of the activity, so that the close cannot overtake one that was acknowledged. */
@Injectable()
export class EntryWork {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly draws: DrawRepository,
    private readonly entries: DrawEntryRepository,
    private readonly admission: AdmissionService,
    private readonly editing: DrawEditing,
    private readonly secrets: DrawSecrets,
  ) {}

  lock(tx: Transaction, activityId: string): Promise<ActivityRow | null> {
    return this.activities.lockById(tx, activityId);
  }

  /** Equivalent to processing the requests one after the other. */
  async enter(
    asked: readonly GroupedRequest<EnterDrawRequest>[],
    activity: ActivityRow | null,
  ): Promise<Result[]> {
    const [first] = asked;
    if (first === undefined) return [];
    if (activity === null) return asked.map(() => new DomainError('NOT_FOUND'));
    const draws = new Map((await this.draws.ofActivity(first.tx, activity.id)).map((row) => [row.id, row]));
    const results: Result[] = [];
    const applied: Applied[] = [];
    for (const [index, { tx, request }] of asked.entries()) {
      const one = orRefusal(() => appliedOf(tx, { activity, request, index, draws }));
      if (one instanceof DomainError) results[index] = one;
      else applied.push(one);
    }
    // Only one draw is open at a time, so all requests are for the same one.
    for (let rest = applied; rest.length > 0;) rest = await this.answer(activity, rest, results);
    return results;
  }

  async withdraw(tx: Transaction, drawId: string): Promise<DrawEntryView | ExistingResult<DrawEntryView>> {
    const { activity, draw } = await this.editing.lockDraw(tx, drawId);
    requireVisible(tx, activity);
    tx.authorise(actions.enterDraw, {});
    const entry = await this.entries.find(tx, draw.id, tx.personId);
    if (entry === null) throw new DomainError('DRAW_NOT_ENTERED');
    if (entry.state === 'withdrawn') return new ExistingResult(entryViewOf(entry, draw));
    requireEnterable(draw, tx.now);
    await this.entries.withdraw(tx, entry);
    await this.draws.update(tx, draw.id, { entries: draw.entries - 1 });
    tx.audit({
      noun: 'draw-entry',
      id: draw.id,
      before: { state: entry.state, heads: entry.heads },
      after: { state: 'withdrawn' },
    });
    return entryViewOf({ ...entry, state: 'withdrawn' }, draw);
  }

  /** @returns second requests of the same person, to be handled once the first is decided */
  private async answer(
    activity: ActivityRow,
    applied: readonly Applied[],
    results: Result[],
  ): Promise<Applied[]> {
    const once = new Map<string, Applied>();
    for (const one of applied)
      if (!once.has(one.application.personId)) once.set(one.application.personId, one);
    const [first] = applied;
    if (first === undefined) return [];
    const { tx } = first.application;
    const personIds = [...once.keys()];
    const [known, facts] = await Promise.all([
      this.entries.ofPersons(tx, first.draw.id, personIds),
      this.admission.loadFacts(tx, activity.id, personIds),
    ]);
    const fresh = [...once.values()].filter(({ application: { personId }, draw, index }) => {
      const entry = known.get(personId);
      if (entry?.state === 'entered') results[index] = new ExistingResult(entryViewOf(entry, draw));
      else if (activeIdOf(facts.applicants, personId) === null) return true;
      else results[index] = new DomainError('REGISTERED_ALREADY');
      return false;
    });
    const applications = fresh.map(({ application }) => application);
    const examined = await this.admission.examineAll(asForEntry(activity), applications, facts);
    await this.saveEntries(fresh, { examined, known, results });
    return applied.filter((one) => once.get(one.application.personId) !== one);
  }

  private async saveEntries(
    fresh: readonly Applied[],
    decided: {
      readonly examined: readonly (Candidate | DomainError)[];
      readonly known: ReadonlyMap<string, DrawEntryRow>;
      readonly results: Result[];
    },
  ): Promise<void> {
    const [first] = fresh;
    if (first === undefined) return;
    const { tx } = first.application;
    // Read again: a batch may be answered in two passes.
    const draw = (await this.draws.findById(tx, first.draw.id)) ?? first.draw;
    const rows: DrawEntryRow[] = [];
    for (const [position, { application, index }] of fresh.entries()) {
      const one = decided.examined[position] ?? new DomainError('INTERNAL');
      if (one instanceof DomainError) decided.results[index] = one;
      else if (draw.entries + rows.length >= entriesMax)
        decided.results[index] = new DomainError('DRAW_FULL', { params: { max: entriesMax } });
      else {
        const row = this.entryOf(draw.id, one, decided.known.get(application.personId) ?? null);
        rows.push(row);
        decided.results[index] = entryViewOf(row, draw);
        const after = { state: row.state, heads: row.heads };
        application.tx.audit({ noun: 'draw-entry', id: draw.id, after });
      }
    }
    await this.entries.save(tx, rows);
    await this.draws.update(tx, draw.id, { entries: draw.entries + rows.length });
  }

  /** @param before the person's withdrawn entry */
  private entryOf(drawId: string, candidate: Candidate, before: DrawEntryRow | null): DrawEntryRow {
    const { application, answers, form } = candidate;
    const { personId, companions, tx } = application;
    const { salt, token } = before ?? newToken(drawId, personId);
    const signUp = { companions, answers, formVersion: form.version };
    return {
      drawId,
      personId,
      salt,
      token,
      state: 'entered',
      heads: 1 + companions.length,
      sealedSignUp: this.secrets.sealSignUp({ drawId, personId }, signUp),
      enteredAt: tx.now,
      poolId: null,
      weight: null,
      timesCame: null,
      number: null,
      place: null,
      turn: null,
      result: null,
      outReason: null,
    };
  }
}

interface Entering {
  readonly activity: ActivityRow;
  readonly request: EnterDrawRequest;
  readonly index: number;
  readonly draws: ReadonlyMap<string, DrawRow>;
}

/** @throws DomainError where the draw cannot be entered now */
function appliedOf(tx: Transaction, { activity, request, index, draws }: Entering): Applied {
  requireVisible(tx, activity);
  const draw = draws.get(request.drawId.toLowerCase());
  if (draw === undefined) throw new DomainError('NOT_FOUND');
  requireEnterable(draw, tx.now);
  const { drawId: _drawId, ...signUp } = request;
  return { application: applicationOf(tx, { ...signUp, activityId: activity.id }), draw, index };
}

/** Entering checks what a sign-up checks, in the window of the draw instead of the sign-up window. */
function asForEntry(activity: ActivityRow): ActivityRow {
  const { draw } = activity;
  if (draw === null) return activity;
  return {
    ...activity,
    draw: null,
    signUpOpensAt: new Date(draw.opensAt),
    signUpClosesAt: new Date(draw.closesAt),
  };
}
