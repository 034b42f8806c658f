import {
  type EfficacyAnswerView,
  type EfficacyFact,
  efficacyFactNames,
  type EfficacyInvitationView,
  type EfficacyKindResult,
  efficacyKinds,
  type EfficacyPoolView,
  type EfficacySurveyKeysView,
  type EfficacySurveyView,
  type MyEfficacyInvitationView,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import { shanghaiDate } from '@gongxiang/domain';
import type {
  EfficacyFactRow,
  EfficacyInvitationRow,
  EfficacyPoolRow,
  EfficacyResultRow,
  EfficacySurveyRow,
} from './efficacy-survey.entity.js';
import { keysHashOf } from '../../reference/sealing/blind-signature.js';
import type { OwnInvitation } from './invitation.repository.js';
import { cellKey, meanOf } from './opinions.model.js';

export function efficacySurveyView(
  row: EfficacySurveyRow,
  shown: { readonly unionName: string; readonly mayHold: boolean },
): EfficacySurveyView {
  const { id, version, unionId, name, indicatorSystemId, state } = row;
  return {
    id,
    version,
    unionId,
    ...shown,
    name,
    indicatorSystemId,
    state,
    from: row.periodFrom,
    to: row.periodTo,
    questions: row.questions.map(({ direction: _direction, ...question }) => question),
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}

/** Whether it has answered, and nothing else: the manner is for the party itself. */
export function invitationView(row: Omit<EfficacyInvitationRow, 'blindedHash'>): EfficacyInvitationView {
  return {
    kind: row.kind,
    party: { kind: row.partyKind, id: row.partyId, name: row.partyName },
    answeringUnion: row.unionName,
    answered: row.manner !== null,
  };
}

export function ownInvitationView(row: OwnInvitation): MyEfficacyInvitationView {
  const { surveyId, kind, partyKind, partyId, name, manner } = row;
  return {
    ...invitationView(row),
    id: [surveyId, kind, partyKind, partyId].join('.'),
    efficacySurveyId: surveyId,
    name,
    from: row.periodFrom,
    to: row.periodTo,
    closesAt: row.closesAt.toISOString(),
    manner,
    pool: poolView(row),
  };
}

function poolView({ poolId: id, publicKey, sealingKey }: OwnInvitation): EfficacyPoolView | null {
  if (id === null || publicKey === null || sealingKey === null) return null;
  return { id, publicKey, sealingKey: sealingKey.toString('base64url') };
}

/** What everybody can compare the keys with that they were given. */
export function efficacyKeysView(
  { id, sealingKey }: EfficacySurveyRow,
  pools: readonly EfficacyPoolRow[],
): EfficacySurveyKeysView {
  return {
    efficacySurveyId: id,
    pools: pools.flatMap(({ id: poolId, kind, publicKey }) =>
      publicKey === null || sealingKey === null
        ? []
        : [{ poolId, kind, keysHash: keysHashOf(publicKey, sealingKey) }],
    ),
  };
}

export function answerView(row: EfficacyResultRow): EfficacyAnswerView {
  return {
    id: [row.kind, row.dimension, row.key].join('.'),
    kind: row.kind,
    manner: row.dimension === 'party' ? 'named' : 'pooled',
    name: row.name,
    isRest: row.isRest,
    answers: row.answers,
    identification: meanOf(row.opinions, 'identification'),
    satisfaction: meanOf(row.opinions, 'satisfaction'),
  };
}

/** What was frozen of a season. */
export interface FrozenSeason {
  readonly totals: readonly EfficacyResultRow[];
  readonly facts: readonly EfficacyFactRow[];
}

/** Kind by kind, each beside the season before. */
export function kindResults(now: FrozenSeason, before: FrozenSeason | null): EfficacyKindResult[] {
  return efficacyKinds.map((kind) => {
    const total = now.totals.find((row) => row.kind === kind);
    const opinions = total?.opinions ?? [];
    const earlier = before?.totals.find((row) => row.kind === kind)?.opinions ?? [];
    const earlierOf = new Map(earlier.map((one) => [cellKey(one), meanOf([one])]));
    return {
      kind,
      invited: total?.invited ?? 0,
      answers: total?.answers ?? 0,
      identification: meanOf(opinions, 'identification'),
      satisfaction: meanOf(opinions, 'satisfaction'),
      previousIdentification: meanOf(earlier, 'identification'),
      previousSatisfaction: meanOf(earlier, 'satisfaction'),
      opinions: opinions.map((one) => {
        const { aspect, function: resource, business, sum, items } = one;
        const previous = earlierOf.get(cellKey(one)) ?? null;
        return { aspect, function: resource, business, mean: sum / items, previous };
      }),
      facts: factsOf(kind, now, before),
    };
  });
}

function factsOf(kind: string, now: FrozenSeason, before: FrozenSeason | null): EfficacyFact[] {
  const valueIn = (season: FrozenSeason | null, fact: string): number | null =>
    season?.facts.find((row) => row.kind === kind && row.fact === fact)?.value ?? null;
  return efficacyFactNames.map((fact) => ({
    fact,
    value: valueIn(now, fact),
    previous: valueIn(before, fact),
  }));
}

export function frozenOn(row: EfficacySurveyRow): string | null {
  return row.closedAt === null ? null : shanghaiDate(row.closedAt);
}
