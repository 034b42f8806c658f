import { awaitEvents, type AwaitsState, type AwaitState } from '@gongxiang/contracts/notification/awaits';
import type { NotifyingService } from '@gongxiang/contracts/notification/notice-raised';
import type { AwaitKind } from '@gongxiang/contracts/notification/notice-kinds';
import { networkTimeZone } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { recordEvents } from './outbox.js';
import { type Notice, officesOf, said } from './raise-notices.js';

/** What waits for people until it is done. They are notified when it begins. */
export interface Await extends Omit<Notice, 'kind' | 'cause' | 'textId'> {
  readonly kind: AwaitKind;
  /** Which of several of its kind about the same thing. */
  readonly slot?: string;
  readonly dueAt?: Date | null;
  /** See `AwaitState.linkVersion`. */
  readonly linkVersion?: number | null;
}

/** A thing with all that waits about it now. */
export interface AwaitedThing {
  readonly id: string;
  readonly awaits: readonly Await[];
}

/**
 * Says all that some things wait for, in the transaction that changes them: the service `notification` shows what is
 * new to whom it waits for, and removes what is not there any more. One statement; nothing is told where nothing
 * changes. The things have to be locked, so that two transactions cannot say the opposite of the same.
 * @param subject what they are, such as `loan`
 */
export async function syncAwaits(
  tx: Transaction,
  service: NotifyingService,
  subject: string,
  things: readonly AwaitedThing[],
): Promise<void> {
  if (things.length === 0) return;
  const wanted = things.map(({ id, awaits }) => ({ id, awaits: awaits.map(stateOf) }));
  const changed: Omit<AwaitsState, 'subject'>[] = await tx.sql.query(
    `WITH wanted AS (
       SELECT (w->>'id')::uuid AS id, w->'awaits' AS awaits FROM jsonb_array_elements($2::jsonb) AS t(w)
     ), done AS (
       DELETE FROM awaited a USING wanted w
       WHERE a.subject = $1 AND a.id = w.id AND w.awaits = '[]' RETURNING a.id, w.awaits
     ), begun AS (
       -- Those that stay as they are take no version: there are not so many numbers.
       INSERT INTO awaited AS a (subject, id, awaits)
       SELECT $1, w.id, w.awaits FROM wanted w
       WHERE w.awaits <> '[]'
         AND NOT EXISTS (SELECT FROM awaited o WHERE o.subject = $1 AND o.id = w.id AND o.awaits = w.awaits)
       ORDER BY w.id
       ON CONFLICT (subject, id) DO UPDATE SET awaits = excluded.awaits, version = nextval('awaited_version')
       RETURNING a.id, a.awaits, a.version
     )
     SELECT id, awaits, nextval('awaited_version')::int AS version FROM done
     UNION ALL SELECT id, awaits, version FROM begun`,
    [subject, JSON.stringify(wanted)],
  );
  await recordEvents(
    tx,
    awaitEvents[service],
    changed.map(({ id, version, awaits }) => ({ about: id, data: { subject, id, version, awaits } })),
  );
}

function stateOf(one: Await): AwaitState {
  const { kind, why, about, slot = '', title = null, values = {}, dueAt = null, linkVersion = null } = one;
  return {
    kind,
    why,
    slot,
    personIds: unique(one.personIds),
    offices: officesOf(one, unique(one.offices?.unionIds)),
    about: { ...about },
    title,
    values: said(values),
    timeZone: one.timeZone ?? networkTimeZone,
    dueAt: dueAt?.toISOString() ?? null,
    linkVersion,
  };
}

function unique(ids: readonly string[] = []): string[] {
  return [...new Set(ids)];
}
