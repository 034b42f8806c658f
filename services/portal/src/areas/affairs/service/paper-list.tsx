import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../activities/agreement/plain-field.js';
import { ProblemsAt } from '../../activities/agreement/problems-at.js';
import { newOption } from '../../activities/sign-up-form/designed.model.js';
import { type Paper, papersMax } from './service.model.js';

interface PaperListProps {
  readonly papers: readonly Paper[];
  readonly onChange: (papers: Paper[]) => void;
}

/** Which papers whoever brings a matter shows. */
export function PaperList({ papers, onChange }: PaperListProps) {
  const { t } = useTranslation();
  const put = (id: string, part: Partial<Paper>): void =>
    onChange(papers.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const labels = papers.map(({ id, title }) => ({ id, label: title }));
  return (
    <>
      <p className="hint">{t('serviceDesign.papersHint')}</p>
      {papers.map((paper, index) => (
        <div key={paper.id} className="option-row">
          <TextField
            label={t('serviceDesign.paperNumber', { number: index + 1 })}
            pointer={`/papers/${index}/title`}
            value={paper.title}
            maxLength={100}
            onChange={(title) => put(paper.id, { title })}
          />
          <label className="box">
            <input
              type="checkbox"
              checked={paper.required}
              onChange={(event) => put(paper.id, { required: event.target.checked })}
            />
            {t('serviceDesign.paperNeeded')}
          </label>
          <Button
            aria-label={t('serviceDesign.dropPaper', { number: index + 1 })}
            onClick={() => onChange(papers.filter(({ id }) => id !== paper.id))}
          >
            {t('serviceDesign.remove')}
          </Button>
        </div>
      ))}
      <ProblemsAt pointers={['/papers']} />
      {papers.length < papersMax && (
        <p>
          <Button
            onClick={() => onChange([...papers, { id: newOption(labels).id, title: '', required: true }])}
          >
            {t('serviceDesign.askForPaper')}
          </Button>
        </p>
      )}
    </>
  );
}
