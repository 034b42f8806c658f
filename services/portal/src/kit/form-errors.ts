import type { FormInstance } from 'antd';
import { ProblemError, sortErrors } from '../api/problem.js';

/** Shows each error of a refusal at its field and leads to the first. What no field can show is for `Refusal`. */
export function showErrors<Values>(
  form: FormInstance<Values>,
  error: unknown,
  known: readonly string[],
): void {
  if (!(error instanceof ProblemError)) return;
  const { fields } = sortErrors(error.problem, known);
  const entries = fields.map(({ path, text }) => ({ name: [...path] as never, errors: [text] }));
  form.setFields(entries);
  const [first] = fields;
  if (first !== undefined) form.scrollToField([...first.path], { focus: true, block: 'center' });
}
