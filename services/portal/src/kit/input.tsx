import AntInput, { type InputProps, type InputRef } from 'antd/es/input/Input.js';
import type { ChangeEvent, Ref } from 'react';
import { plainFigure } from './plain-figure.js';

/**
 * Ant Design's fields for text. Taken one by one: `Input` of the package brings its fields for codes and searching along,
 * which no page here uses, and every page would load.
 */
export { default as PasswordInput } from 'antd/es/input/Password.js';
export { default as TextArea } from 'antd/es/input/TextArea.js';

interface FieldProps extends InputProps {
  readonly ref?: Ref<InputRef>;
}

/** A field for one line. Where a figure is asked for, full-width digits become plain ones as they are typed. */
export function Input({ onChange, ...rest }: FieldProps) {
  const isFigure = rest.inputMode === 'numeric' || rest.inputMode === 'decimal';
  const change = (event: ChangeEvent<HTMLInputElement>): void => {
    if (isFigure) makePlain(event.target);
    onChange?.(event);
  };
  return <AntInput {...rest} onChange={change} />;
}

/** The cursor stays where it is, as no character is gained or lost. */
function makePlain(field: HTMLInputElement): void {
  const plain = plainFigure(field.value);
  if (plain === field.value) return;
  const { selectionStart } = field;
  field.value = plain;
  field.setSelectionRange(selectionStart, selectionStart);
}
