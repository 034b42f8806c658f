import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { Refusal } from '../../../kit/states.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { answersTo, type ImportRow, type MemberImport } from './roster.model.js';

interface RowAnswerProps {
  readonly found: MemberImport;
  readonly row: ImportRow;
}

/** Whom an ambiguous row is about: the candidates with reasons, and the answer of an officer. */
export function RowAnswer({ found, row }: RowAnswerProps) {
  const { t } = useTranslation();
  const decide = useCommand('memberImport', 'post', '/member-imports/{importId}/choices');
  const mayAct = useReaches(found.unionId, ['officer']) && found.state === 'checked';
  const { mayBeNew, people } = answersTo(row);
  const choose = (answer: string | undefined): void => {
    if (answer === undefined) return;
    const choice =
      answer === 'new' || answer === 'skip'
        ? { row: row.row, choice: answer as 'new' | 'skip' }
        : { row: row.row, choice: 'same' as const, personId: answer };
    decide.mutate({ importId: found.id, version: found.version, body: { choices: [choice] } });
  };
  const chosen = row.chosenPersonId ?? row.choice ?? undefined;
  return (
    <div className="row-answer">
      <ul className="plain-list">
        {people.map(({ personId, name, unionName, reason }) => (
          <li key={personId}>
            {t('roster.candidate', { name, union: unionName, reason: t(`roster.reasonOf.${reason}`) })}
          </li>
        ))}
      </ul>
      {mayAct ? (
        <Choice<string>
          label={t('roster.answerTo', { row: `${row.row}` })}
          {...(chosen === undefined ? {} : { value: chosen })}
          options={[
            { value: '', label: t('roster.answer.none') },
            ...people.map(({ personId, name }) => ({
              value: personId,
              label: t('roster.answer.same', { name }),
            })),
            ...(mayBeNew ? [{ value: 'new', label: t('roster.answer.new') }] : []),
            { value: 'skip', label: t('roster.answer.skip') },
          ]}
          onChange={choose}
        />
      ) : (
        row.choice !== null && <p>{t(`roster.answered.${row.choice}`)}</p>
      )}
      {decide.isError && <Refusal title={t('roster.answerRefused')} error={decide.error} />}
    </div>
  );
}
