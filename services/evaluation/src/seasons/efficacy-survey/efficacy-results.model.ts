import type {
  AnsweringManner,
  EfficacyKind,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import type { AskedQuestion } from './efficacy-questions.model.js';
import { type OpinionSum, type Steps, sumAnswers, sumOpinions } from './opinions.model.js';
import { poolUpwards } from './pooling.model.js';

/** What is known of who was asked, and in which manner each answers. */
export interface Asked {
  readonly kind: EfficacyKind;
  /** Of the party, `kind:id`. */
  readonly key: string;
  readonly name: string;
  /** Whose answer it is: {@link voiceOf}. */
  readonly voice: string;
  readonly poolPath: string;
  readonly manner: AnsweringManner | null;
}

export interface Answers {
  /** By kind and party: {@link answerKey}. */
  readonly named: ReadonlyMap<string, Steps>;
  /** By kind and place: {@link answerKey}. As many as used their tokens. */
  readonly pooled: ReadonlyMap<string, readonly Steps[]>;
}

/** One line of what is published of a kind. */
interface PublishedOpinions {
  readonly dimension: 'all' | 'party' | 'pool';
  readonly key: string;
  readonly name: string;
  readonly isRest: boolean;
  readonly invited: number | null;
  readonly answers: number;
  readonly opinions: readonly OpinionSum[];
}

export function answerKey(kind: EfficacyKind, key: string): string {
  return `${kind} ${key}`;
}

/**
 * Everything that is ever published of one kind of party: each named answer, the pools that reached five, and the sum of
 * just these. What no pool could take is in no figure, so a total less the named answers leaves whole pools.
 * @param asked of this kind
 * @param nameOf what the union at a place is called
 */
export function publishKind(
  kind: EfficacyKind,
  asked: readonly Asked[],
  answers: Answers,
  survey: { readonly questions: readonly AskedQuestion[]; readonly rootPath: string },
  nameOf: (path: string) => string,
): readonly PublishedOpinions[] {
  const lines = [
    ...namedLines(kind, asked, answers, survey.questions),
    ...pooledLines(kind, asked, answers, { ...survey, nameOf }),
  ];
  const all: PublishedOpinions = {
    dimension: 'all',
    key: '',
    name: '',
    isRest: false,
    invited: asked.length,
    answers: lines.reduce((sum, line) => sum + line.answers, 0),
    opinions: sumOpinions(lines.map(({ opinions }) => opinions)),
  };
  return [all, ...lines];
}

function namedLines(
  kind: EfficacyKind,
  asked: readonly Asked[],
  { named }: Answers,
  questions: readonly AskedQuestion[],
): PublishedOpinions[] {
  return asked.flatMap(({ key, name, manner }) => {
    const steps = named.get(answerKey(kind, key));
    if (manner !== 'named' || steps === undefined) return [];
    const opinions = sumAnswers(questions, [steps]);
    return [{ dimension: 'party' as const, key, name, isRest: false, invited: null, answers: 1, opinions }];
  });
}

function pooledLines(
  kind: EfficacyKind,
  asked: readonly Asked[],
  { pooled }: Answers,
  survey: {
    readonly questions: readonly AskedQuestion[];
    readonly rootPath: string;
    readonly nameOf: (path: string) => string;
  },
): PublishedOpinions[] {
  const voices = new Map<string, string[]>();
  for (const { poolPath, voice, manner } of asked) {
    if (manner === 'pooled') voices.set(poolPath, [...(voices.get(poolPath) ?? []), voice]);
  }
  const groups = [...voices]
    .map(([path, all]) => ({ path, voices: all, answers: pooled.get(answerKey(kind, path))?.length ?? 0 }))
    .filter((group) => group.answers > 0);
  return poolUpwards(groups, survey.rootPath).map(({ path, isRest, groups: taken }) => {
    const steps = taken.flatMap((group) => pooled.get(answerKey(kind, group.path)) ?? []);
    return {
      dimension: 'pool' as const,
      key: path,
      name: survey.nameOf(path),
      isRest,
      invited: null,
      answers: steps.length,
      opinions: sumAnswers(survey.questions, steps),
    };
  });
}
