import './marked-text-area.css';
import { Button } from 'antd';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TextArea } from './input.js';
import { type Mark, marked, marks } from './markup.model.js';

interface MarkedTextAreaProps {
  /** From its `Form.Item`. */
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (text: string) => void;
  readonly rows: number;
  readonly maxLength: number;
  readonly placeholder?: string;
}

/** A field for a longer text, with buttons for what Markdown can say, so that nobody needs to know Markdown. */
export function MarkedTextArea({ value = '', onChange, ...field }: MarkedTextAreaProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const selected = useRef<readonly [number, number] | null>(null);
  const area = (): HTMLTextAreaElement | null => box.current?.querySelector('textarea') ?? null;
  // The selection is set once the new text stands in the field.
  useLayoutEffect(() => {
    if (selected.current === null) return;
    area()?.focus();
    area()?.setSelectionRange(...selected.current);
    selected.current = null;
  });
  const put = (mark: Mark): void => {
    const element = area();
    if (element === null) return;
    const { selectionStart, selectionEnd } = element;
    const { text, from, to } = marked(
      { text: value, from: selectionStart, to: selectionEnd },
      mark,
      t('common.mark.sample'),
    );
    if (text.length > field.maxLength) return;
    selected.current = [from, to];
    onChange?.(text);
  };
  return (
    <div ref={box}>
      <div className="mark-buttons" role="group" aria-label={t('common.mark.label')}>
        {marks.map((mark) => (
          <Button key={mark} type="text" onClick={() => put(mark)}>
            {t(`common.mark.${mark}`)}
          </Button>
        ))}
      </div>
      <TextArea {...field} value={value} onChange={(event) => onChange?.(event.target.value)} />
    </div>
  );
}
