import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { request } from '../../../api/request.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import { useOnline } from '../../../kit/use-online.js';
import { type Answers, changedGroups, mergedAnswers, type Sheet, type SheetGroup } from './sheet.model.js';

const keyOf = (judgeToken: string): readonly string[] => ['judgement', judgeToken];
const keptKey = (judgeToken: string): string => `gongxiang.judge.${judgeToken}`;
const restMs = 1_200;

/** The questions to a judge, with the answers so far. */
export function useSheet(judgeToken: string) {
  return useQuery({
    queryKey: keyOf(judgeToken),
    queryFn: ({ signal }) => request('get', '/judgements/{judgeToken}', { judgeToken }, { signal }),
    // What is typed here is newer than any later answer.
    staleTime: Infinity,
    gcTime: Infinity,
  });
}

/** Judgements as they are made: kept on this device at once, and sent when the judge rests or there is a network again. */
export function useJudging(judgeToken: string, sheet: Sheet) {
  const isOnline = useOnline();
  const [answers, setAnswers] = useState<Answers>(() =>
    // After the end only judgements that reached the platform count.
    mergedAnswers(sheet.groups, sheet.state === 'open' ? keptAt(judgeToken) : null),
  );
  const save = useSave(judgeToken);
  const rested = useDebounced(answers, restMs);
  const changed = changedGroups(sheet.groups, answers);
  const { mutate, isPending } = save;
  const isOpen = sheet.state === 'open';
  const tried = useRef<Answers | null>(null);
  useEffect(() => {
    // With a network again, what failed without it is tried again.
    tried.current = null;
  }, [isOnline]);
  useEffect(() => {
    // What failed is sent again only with something new: a refusal is not repeated for ever.
    if (!isOpen || !isOnline || isPending || rested !== answers || tried.current === rested) return;
    const due = changedGroups(sheet.groups, rested);
    if (due.length === 0) return;
    tried.current = rested;
    mutate(due);
  }, [rested, answers, isOnline, isOpen, isPending, sheet.groups, mutate]);
  useEffect(() => {
    if (changed.length === 0) localStorage.removeItem(keptKey(judgeToken));
  }, [changed.length, judgeToken]);
  return {
    answers,
    change: (next: Answers): void => {
      setAnswers(next);
      localStorage.setItem(keptKey(judgeToken), JSON.stringify(next));
    },
    send: (): void => mutate(changed),
    isSaved: changed.length === 0,
    isSaving: isPending,
    error: save.error,
  };
}

function useSave(judgeToken: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (groups: readonly Pick<SheetGroup, 'parentKey' | 'upper'>[]) =>
      request('put', '/judgements/{judgeToken}', { judgeToken, body: { groups: [...groups] } }, {}),
    onSuccess: (sheet) => queryClient.setQueryData(keyOf(judgeToken), sheet),
  });
}

function keptAt(judgeToken: string): unknown {
  const text = localStorage.getItem(keptKey(judgeToken));
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null; // written by another version, or by hand
  }
}
