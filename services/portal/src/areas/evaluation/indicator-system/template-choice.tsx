import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Template } from './use-templates.js';

interface TemplateChoiceProps {
  readonly templates: readonly Template[];
  /** @param key of a template, or `empty` */
  readonly onChoose: (key: string) => void;
}

/** Most systems begin with one of these, and few with nothing. */
export function TemplateChoice({ templates, onChoose }: TemplateChoiceProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className="hint">{t('indicatorDesign.chooseTemplate')}</p>
      <ul className="plain-list template-list">
        {templates.map(({ key, name, purpose, nodes }) => (
          <li key={key} className="card">
            <h2>{name}</h2>
            <p>{purpose}</p>
            <p className="hint">
              {t('indicatorDesign.templateSize', { count: nodes.filter(({ leaf }) => leaf !== null).length })}
            </p>
            <Button onClick={() => onChoose(key)}>{t('indicatorDesign.beginWith', { name })}</Button>
          </li>
        ))}
        <li className="card">
          <h2>{t('indicatorDesign.empty')}</h2>
          <p>{t('indicatorDesign.emptyHint')}</p>
          <Button onClick={() => onChoose('empty')}>{t('indicatorDesign.beginEmpty')}</Button>
        </li>
      </ul>
    </>
  );
}
