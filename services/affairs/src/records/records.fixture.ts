import {
  type EnterRecord,
  type RecordContent,
  recordContract,
  type RecordView,
} from '@gongxiang/contracts/affairs/records/record.contract';
import type { Actor } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';

/** A certificate of a lawyer, unless told otherwise. */
export function recordOf(changes: Partial<RecordContent> = {}): RecordContent {
  return {
    kind: 'certificate',
    title: '律师执业证',
    issuer: '省司法厅',
    number: '14201202410001',
    details: {},
    ...changes,
  };
}

export function enterRecord(
  affairs: ServiceFixture,
  actor: Actor,
  changes: Partial<EnterRecord> = {},
): Promise<RecordView> {
  return affairs.ask(
    recordContract.enter,
    { ...recordOf(changes), personId: changes.personId ?? null },
    actor,
  );
}

/** A record that a person has entered about themselves and an officer has verified. */
export async function verifiedRecord(
  affairs: ServiceFixture,
  people: { readonly person: Actor; readonly officer: Actor },
  changes: Partial<RecordContent> = {},
): Promise<RecordView> {
  const { id, version } = await enterRecord(affairs, people.person, changes);
  return affairs.ask(recordContract.verify, { recordId: id }, people.officer, { ifMatch: version });
}
