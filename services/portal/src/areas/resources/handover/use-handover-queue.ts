import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ProblemError } from '../../../api/problem.js';
import { session } from '../../../api/platform.js';
import { newUuid } from '../../../api/new-uuid.js';
import type { Loan } from '../loan/loan.js';
import type { HandoverRecord } from './handover-form.js';
import { HandoverQueue, type Waiting } from './handover-queue.js';
import { sendHandover } from './record-handover.js';

const againMs = 5_000;
/** Answers after which the same handover is sent again: the session has ended, or there were too many requests. */
const unsettled = [401, 429];

/** Stores recorded handovers and sends them one by one until each has its answer, however long there is no network. */
export function useHandoverQueue() {
  const queryClient = useQueryClient();
  const queue = useMemo(() => new HandoverQueue(localStorage, session.personId()), []);
  const [waiting, setWaiting] = useState(() => queue.all());
  const [sentCount, setSentCount] = useState(0);
  const isSending = useRef(false);
  const refresh = useCallback(() => setWaiting(queue.all()), [queue]);

  const send = useCallback(async (): Promise<void> => {
    if (isSending.current || !navigator.onLine) return;
    isSending.current = true;
    for (let next = queue.next(); next !== null; next = queue.next()) {
      if (!(await sent(queue, next))) break;
      setSentCount((before) => before + 1);
      refresh();
    }
    isSending.current = false;
    refresh();
    void queryClient.invalidateQueries({ queryKey: ['loan'] });
  }, [queue, refresh, queryClient]);

  const record = (loan: Loan, recorded: HandoverRecord): void => {
    const item = { ...recorded, operationId: newUuid(), at: new Date().toISOString() };
    queue.put({ loanId: loan.id, title: loan.resourceTitle, item, refusal: null });
    refresh();
    void send();
  };
  const drop = (operationId: string): void => {
    queue.drop(operationId);
    refresh();
  };
  const count = waiting.filter(({ refusal }) => refusal === null).length;
  useEffect(() => {
    if (count === 0) return undefined;
    const again = (): void => void send();
    again();
    const timer = setInterval(again, againMs);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [count, send]);
  return { waiting, sentCount, record, drop };
}

/** @returns whether the next one may be sent: this one was accepted, or refused for good */
async function sent(queue: HandoverQueue, waiting: Waiting): Promise<boolean> {
  try {
    await sendHandover(waiting.loanId, waiting.item);
    queue.drop(waiting.item.operationId);
    return true;
  } catch (error) {
    const problem = error instanceof ProblemError ? error.problem : null;
    if (problem === null || problem.status >= 500 || unsettled.includes(problem.status)) return false;
    queue.put({ ...waiting, refusal: problem.detail });
    return true;
  }
}
