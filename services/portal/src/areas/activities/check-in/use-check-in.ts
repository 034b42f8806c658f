import { presenceAfter } from '@gongxiang/domain/door';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { SubmitKey } from '../../../api/submit-key.js';
import {
  type CheckInAnswer,
  type CheckInItem,
  directionOf,
  type Judged,
  settledBy,
  type Scan,
  type Shown,
} from './check-in.model.js';
import { newUuid } from '../../../api/new-uuid.js';
import { CheckInQueue } from './check-in-queue.js';
import { useDoorAccess } from './door-access.js';
import type { Door } from './use-door.js';

/** As many as one request may hold. */
const batchMax = 200;
const againMs = 5_000;
const shownMax = 20;
/** Nobody at the door waits longer than this for the platform: then the roster of this device decides. */
const patienceMs = 2_000;
/** After this the same batch is sent again. */
const sendMs = 20_000;

export type Target = Pick<
  CheckInItem,
  'code' | 'registrationId' | 'personId' | 'direction' | 'walkIn' | 'confirm' | 'heads'
>;

export type CheckIn = ReturnType<typeof useCheckIn>;

/** Takes scans, stores them, and sends them until each has its answer, however long the network is away. */
export function useCheckIn(activityId: string, door: Door) {
  const queue = useMemo(() => new CheckInQueue(localStorage, activityId), [activityId]);
  const [waiting, setWaiting] = useState(() => queue.waiting());
  const [current, setCurrent] = useState<string | null>(null);
  const refresh = useCallback(() => setWaiting(queue.waiting()), [queue]);
  const { send, answered, error, setError, undone } = useSending(activityId, { queue, refresh, door });

  const settle = async (operationId: string): Promise<void> => {
    const scan = queue.find(operationId);
    if (scan === null || scan.said !== undefined) return;
    const judged = await door.judge(scan.item);
    // Judging took a moment, in which the platform may have answered after all.
    const now = queue.find(operationId);
    if (now === null) return;
    const settled = settledBy(now, judged);
    queue.add(settled);
    markBy(door, settled, judged);
    refresh();
  };

  const take = (scan: Scan): void => {
    queue.add(scan);
    setCurrent(scan.item.operationId);
    refresh();
    const { operationId } = scan.item;
    if (!navigator.onLine) return void settle(operationId);
    void send();
    setTimeout(() => void settle(operationId), patienceMs);
  };
  const scan = (target: Target, label: string): void => take({ item: itemOf(target), label });
  const letIn = (shown: Shown): void => {
    const against = againstRule(shown);
    take(against);
    void door.judge(against.item).then((judged) => markBy(door, against, judged));
  };
  const takeBack = (operationIds: readonly string[]): void => {
    // The newest first, so that each leaves what was before it.
    for (const one of [...operationIds].reverse()) {
      const { personHash, before } = queue.find(one) ?? {};
      if (personHash) door.mark(personHash, before ?? null, false);
    }
    queue.drop(operationIds);
    refresh();
    setError(null);
  };
  useSendAgain(waiting.length, send);
  const shown = currentOf(current, { waiting, answered });
  return { scan, letIn, takeBack, undone, send, waiting, answered, error, current: shown };
}

/** Until the platform says otherwise, the person is where this device says. */
function markBy(door: Door, { item }: Scan, judged: Judged | null): void {
  if (!judged?.personHash) return;
  const done = { direction: directionOf(item), admitted: item.admitted === true };
  const { before, heads, said } = judged;
  door.mark(judged.personHash, presenceAfter(before, done, { result: said.result, heads }), false);
}

function itemOf(target: Target): CheckInItem {
  return { ...target, operationId: newUuid(), at: new Date().toISOString() };
}

/** A scan of its own: it records what happened beside what the rule said. */
function againstRule({ item, label, said, answer, personHash = null }: Shown): Scan {
  const { operationId: _operationId, at: _at, ...target } = item;
  const rule = answer ?? said ?? null;
  return {
    item: { ...itemOf(target), admitted: true },
    label,
    personHash,
    said: rule === null ? null : { result: rule.result, code: rule.code },
  };
}

function currentOf(
  operationId: string | null,
  { waiting, answered }: { readonly waiting: readonly Scan[]; readonly answered: readonly Shown[] },
): Shown | null {
  const isIt = ({ item }: Scan): boolean => item.operationId === operationId;
  const queued = waiting.find(isIt);
  return queued === undefined ? (answered.find(isIt) ?? null) : { ...queued, answer: null };
}

interface Sending {
  readonly queue: CheckInQueue;
  readonly refresh: () => void;
  readonly door: Door;
}

function useSending(activityId: string, { queue, refresh, door }: Sending) {
  const queryClient = useQueryClient();
  const access = useDoorAccess();
  const [answered, setAnswered] = useState<readonly Shown[]>([]);
  const [error, setError] = useState<unknown>(null);
  const isSending = useRef(false);
  const submitKey = useRef(new SubmitKey());
  const learn = useRef(door.learn);
  useEffect(() => {
    learn.current = door.learn;
  });
  const sendOnce = useCallback(async (): Promise<boolean> => {
    const batch = queue.waiting().slice(0, batchMax);
    if (batch.length === 0 || !navigator.onLine) return false;
    for (const scan of batch) queue.add({ ...scan, wasTried: true });
    const key = submitKey.current.for(batch.map(({ item }) => item));
    try {
      const asked = batch.map(({ item }) => item);
      const { items } = await access.checkIn(activityId, asked, { key, signal: AbortSignal.timeout(sendMs) });
      submitKey.current.succeeded();
      // What the device said while the answer was on its way belongs to it.
      const sent = batch.map((scan) => queue.find(scan.item.operationId) ?? scan);
      queue.drop(items.map(({ operationId }) => operationId));
      const shown = shownOf(sent, items);
      setAnswered((before) => [...shown, ...before].slice(0, shownMax));
      setError(null);
      await learn.current(shown);
      void queryClient.invalidateQueries({ queryKey: ['attendance'] });
      return true;
    } catch (caught) {
      submitKey.current.failed(caught);
      setError(caught);
      return false;
    } finally {
      refresh();
    }
  }, [access, activityId, queue, queryClient, refresh]);
  /** One batch after the other, until nothing waits or one fails. */
  const send = useCallback(async (): Promise<void> => {
    if (isSending.current) return;
    isSending.current = true;
    let isTaken = true;
    while (isTaken) isTaken = await sendOnce();
    isSending.current = false;
  }, [sendOnce]);
  const undone = (shown: Shown): void => {
    setAnswered((before) => before.map((one) => (isSame(one, shown) ? { ...one, isUndone: true } : one)));
    void door.forget(shown);
  };
  return { send, answered, error, setError, undone };
}

function isSame(one: Shown, other: Shown): boolean {
  return one.item.operationId === other.item.operationId;
}

/** The newest first. */
function shownOf(batch: readonly Scan[], answers: readonly CheckInAnswer[]): Shown[] {
  return batch
    .map((scan) => ({
      ...scan,
      answer: answers.find(({ operationId }) => operationId === scan.item.operationId) ?? null,
    }))
    .reverse();
}

/** As long as something waits: every few seconds, and at once when the network is back. */
function useSendAgain(count: number, send: () => Promise<void>): void {
  useEffect(() => {
    if (count === 0) return undefined;
    const again = (): void => void send();
    const timer = setInterval(again, againMs);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [count, send]);
}
