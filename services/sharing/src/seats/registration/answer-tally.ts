import type { QuestionDto } from '@gongxiang/contracts/sharing/activities/sign-up-form.contract';
import type {
  NumbersView,
  QuestionSummaryView,
} from '@gongxiang/contracts/sharing/seats/registration-answers.contract';
import type { StoredAnswers } from '@gongxiang/domain/forms';

interface Answered {
  readonly heads: number;
  readonly answers: StoredAnswers | null;
}

interface Tally {
  answered: number;
  unanswered: number;
  readonly counts: Map<string, number>;
  numbers: NumbersView | null;
}

/** Counts answers as a stream, so that those of a large activity need not be in memory together. */
export class AnswerTally {
  private readonly tallies: ReadonlyMap<string, Tally>;

  constructor(private readonly questions: readonly QuestionDto[]) {
    this.tallies = new Map(questions.map((question) => [question.id, emptyTally(question)]));
  }

  /** @param readable the questions whose answers by this registration may be counted; others count as unanswered */
  add({ heads, answers }: Answered, readable: ReadonlySet<string>): void {
    for (const { id, perHead } of this.questions) {
      const tally = this.tallies.get(id);
      if (tally === undefined) continue;
      const readableAnswers = readable.has(id) ? answers : null;
      const values = perHead
        ? Array.from({ length: heads }, (_unused, head) => readableAnswers?.heads[head]?.[id])
        : [readableAnswers?.all[id]];
      for (const value of values) count(tally, value);
    }
  }

  result(): QuestionSummaryView[] {
    return [...this.tallies].map(([questionId, { answered, unanswered, counts, numbers }]) => ({
      questionId,
      answered,
      unanswered,
      numbers,
      counts: [...counts].map(([option, times]) => ({ option, count: times })),
    }));
  }
}

function emptyTally({ kind, options }: QuestionDto): Tally {
  const ids = kind === 'yesNo' ? ['yes', 'no'] : (options ?? []).map(({ id }) => id);
  return { answered: 0, unanswered: 0, counts: new Map(ids.map((id) => [id, 0])), numbers: null };
}

function count(tally: Tally, value: unknown): void {
  if (value === undefined) {
    tally.unanswered += 1;
    return;
  }
  tally.answered += 1;
  if (typeof value === 'number') tally.numbers = withNumber(tally.numbers, value);
  for (const option of optionsIn(value)) {
    // Counts leave out options the form no longer has.
    const before = tally.counts.get(option);
    if (before !== undefined) tally.counts.set(option, before + 1);
  }
}

function optionsIn(value: unknown): string[] {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
}

function withNumber(before: NumbersView | null, value: number): NumbersView {
  if (before === null) return { sum: value, least: value, greatest: value };
  const { sum, least, greatest } = before;
  return { sum: sum + value, least: Math.min(least, value), greatest: Math.max(greatest, value) };
}
