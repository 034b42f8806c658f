import type { QuestionDto } from '@gongxiang/contracts/sharing/activities/sign-up-form.contract';
import type { AttendanceLineView } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import type { CouponView } from '@gongxiang/contracts/sharing/seats/coupon.contract';
import type { AnswersLineView } from '@gongxiang/contracts/sharing/seats/registration-answers.contract';
import type { RegistrationLineView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import type { TableCell } from '@gongxiang/domain';
import type { ListTexts } from './list-texts.model.js';

export interface ListColumn<Line> {
  readonly title: string;
  /** In characters of the workbook's font. */
  readonly width: number;
  readonly cell: (line: Line) => TableCell;
}

/** A time in the activity's zone: `2026-11-21 09:00`. */
function localTime(timeZone: string): (instant: string) => string {
  // The Swedish locale writes dates in ISO 8601 format.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return (instant) => format.format(new Date(instant));
}

export function registrationColumns(texts: ListTexts, timeZone: string): ListColumn<RegistrationLineView>[] {
  const time = localTime(timeZone);
  return [
    { title: texts.name, width: 14, cell: ({ maskedName }) => maskedName },
    { title: texts.state, width: 16, cell: ({ state }) => texts.states[state] },
    { title: texts.place, width: 10, cell: ({ waitlistPlace }) => waitlistPlace },
    { title: texts.pool, width: 22, cell: ({ poolName }) => poolName },
    { title: texts.heads, width: 8, cell: ({ heads }) => heads },
    { title: texts.overridden, width: 10, cell: ({ overridden }) => texts.flag(overridden) },
    { title: texts.registeredAt(timeZone), width: 28, cell: ({ registeredAt }) => time(registeredAt) },
    { title: texts.registrationId, width: 40, cell: ({ id }) => id },
  ];
}

/** @param unionNames by id */
export function attendanceColumns(
  texts: ListTexts,
  timeZone: string,
  unionNames: ReadonlyMap<string, string>,
): ListColumn<AttendanceLineView>[] {
  const time = localTime(timeZone);
  return [
    { title: texts.name, width: 14, cell: ({ maskedName }) => maskedName },
    { title: texts.union, width: 28, cell: ({ unionId }) => unionNames.get(unionId) ?? unionId },
    { title: texts.heads, width: 8, cell: ({ heads }) => heads },
    { title: texts.walkIn, width: 12, cell: ({ walkIn }) => texts.flag(walkIn) },
    { title: texts.checkedInAt(timeZone), width: 28, cell: ({ checkedInAt }) => time(checkedInAt) },
  ];
}

export function couponColumns(texts: ListTexts, timeZone: string): ListColumn<CouponView>[] {
  const time = localTime(timeZone);
  return [
    { title: texts.name, width: 14, cell: ({ maskedName }) => maskedName },
    { title: texts.couponNumber, width: 10, cell: ({ number }) => number },
    { title: texts.state, width: 12, cell: ({ state }) => texts.couponStates[state] },
    { title: texts.issuedAt(timeZone), width: 28, cell: ({ issuedAt }) => time(issuedAt) },
    {
      title: texts.redeemedAt(timeZone),
      width: 28,
      cell: ({ redeemedAt }) => redeemedAt && time(redeemedAt),
    },
    { title: texts.redeemingPoint, width: 20, cell: ({ pointName }) => pointName },
    { title: texts.registrationId, width: 40, cell: ({ registrationId }) => registrationId },
  ];
}

/** @param questions those the reader may read, in order of the form */
export function answerColumns(
  texts: ListTexts,
  questions: readonly QuestionDto[],
): ListColumn<AnswersLineView>[] {
  return [
    { title: texts.name, width: 14, cell: ({ maskedName }) => maskedName },
    { title: texts.pool, width: 22, cell: ({ poolName }) => poolName },
    {
      title: texts.state,
      width: 16,
      cell: ({ state, toComplete }) => (toComplete ? texts.toComplete : texts.states[state]),
    },
    ...questions.map((question) => ({
      title: question.title,
      width: 24,
      cell: ({ answers }: AnswersLineView) => answerCell(texts, question, answers[question.id]),
    })),
  ];
}

/** An answer for the whole party is a number if it is one; per-head answers share one cell. */
function answerCell(texts: ListTexts, question: QuestionDto, value: unknown): TableCell {
  if (!Array.isArray(value)) return oneAnswer(texts, question, value);
  return value
    .flat()
    .map((one) => oneAnswer(texts, question, one) ?? texts.noAnswer)
    .join(texts.separator);
}

function oneAnswer(texts: ListTexts, { options }: QuestionDto, value: unknown): TableCell {
  if (typeof value === 'boolean') return texts.flag(value);
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  return options?.find(({ id }) => id === value)?.label ?? value;
}
