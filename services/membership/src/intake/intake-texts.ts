import type { IntakeView } from '@gongxiang/contracts';

/** A view in which everything that a person wrote is changed, e.g. sealed or opened. */
export function withTexts(view: IntakeView, change: (text: string) => string): IntakeView {
  const answers = view.answers.map((one) => ({ ...one, text: change(one.text) }));
  const followUps = view.followUps.map((one) => ({ ...one, text: change(one.text) }));
  return {
    ...view,
    text: change(view.text),
    closeReason: view.closeReason && change(view.closeReason),
    answer: answers.at(-1) ?? null,
    answers,
    followUps,
  };
}
