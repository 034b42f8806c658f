import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { answerOf } from '../../api/client.js';
import { api } from '../../api/platform.js';
import { SubmitKey } from '../../api/submit-key.js';
import { type CheckInAnswer, type CheckInItem, newOperationId, type Scan } from './check-in.model.js';
import { CheckInQueue } from './check-in-queue.js';

/** As many as one request may hold. */
const batchMax = 200;
const againMs = 5_000;
const shownMax = 20;

/** A scan with what became of it; null as long as it waits to be sent. */
export interface Shown extends Scan {
  readonly answer: CheckInAnswer | null;
}

export type Target = Pick<
  CheckInItem,
  'code' | 'registrationId' | 'personId' | 'walkIn' | 'confirm' | 'heads'
>;

/** Takes scans, keeps them, and sends them until each has its answer, however long the network is away. */
export function useCheckIn(activityId: string) {
  const queryClient = useQueryClient();
  const queue = useMemo(() => new CheckInQueue(localStorage, activityId), [activityId]);
  const [waiting, setWaiting] = useState(() => queue.waiting());
  const [answered, setAnswered] = useState<readonly Shown[]>([]);
  const [error, setError] = useState<unknown>(null);
  const isSending = useRef(false);
  const submitKey = useRef(new SubmitKey());

  const send = useCallback(async (): Promise<void> => {
    const batch = queue.waiting().slice(0, batchMax);
    if (isSending.current || batch.length === 0 || !navigator.onLine) return;
    isSending.current = true;
    for (const scan of batch) queue.add({ ...scan, wasTried: true });
    const key = submitKey.current.for(batch.map(({ item }) => item));
    try {
      const { items } = await sendBatch(activityId, { batch, key });
      submitKey.current.succeeded();
      queue.drop(items.map(({ operationId }) => operationId));
      setAnswered((before) => [...shownOf(batch, items), ...before].slice(0, shownMax));
      setError(null);
      void queryClient.invalidateQueries({ queryKey: ['attendance', activityId] });
    } catch (caught) {
      submitKey.current.failed(caught);
      setError(caught);
    }
    isSending.current = false;
    setWaiting(queue.waiting());
  }, [activityId, queue, queryClient]);

  useSendAgain(waiting.length, send);

  const scan = (target: Target, label: string): void => {
    const at = new Date().toISOString();
    // Without a connection the door decides by itself; the platform keeps apart what its rule says of it.
    const offline = navigator.onLine ? {} : { admitted: true };
    queue.add({ item: { ...target, ...offline, operationId: newOperationId(), at }, label });
    setWaiting(queue.waiting());
    void send();
  };
  const takeBack = (operationIds: readonly string[]): void => {
    queue.drop(operationIds);
    setWaiting(queue.waiting());
    setError(null);
  };
  return { scan, takeBack, send, waiting, answered, error };
}

interface Batch {
  readonly batch: readonly Scan[];
  readonly key: string;
}

function sendBatch(activityId: string, { batch, key }: Batch) {
  return answerOf(
    api.POST('/api/v1/activities/{activityId}/check-ins', {
      params: { path: { activityId }, header: { 'Idempotency-Key': key } },
      body: { items: batch.map(({ item }) => item) },
    }),
  );
}

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
