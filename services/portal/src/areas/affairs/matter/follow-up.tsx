import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Matter, type MatterLine, reasonCharactersMax } from './matter.model.js';
import { WordsAct } from './words-act.js';

/** Until when what was decided holds, and from when on the next one is due. */
export function FollowUp({ followUp }: Pick<Matter, 'followUp'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (followUp === null) return null;
  const { label, holdsUntil, nextDueOn, due, followedUpAt } = followUp;
  return (
    <div className="notice">
      <p>
        <strong>{t('matter.holdsUntilDay', { day: format.date(holdsUntil) })}</strong> {label}
      </p>
      <p>
        {t('matter.nextDue', { day: format.date(nextDueOn) })}{' '}
        {due && <span className="tag is-closing">{t('matter.isDueAgain')}</span>}
        {followedUpAt !== null && t('matter.followedUpOn', { day: format.instant(followedUpAt) })}
      </p>
    </div>
  );
}

interface FollowUpFormProps {
  readonly matter: Pick<MatterLine, 'id' | 'version'>;
  /** With it the form can be closed. */
  readonly onClose?: () => void;
}

/** Somebody says how it goes on; then nobody is reminded of it any more. */
export function FollowUpForm({ matter: { id: matterId, version }, onClose }: FollowUpFormProps) {
  const followUp = useCommand('matter', 'post', '/matters/{matterId}/follow-up');
  return (
    <WordsAct
      command={followUp}
      input={(text) => ({ matterId, version, body: { text } })}
      act="followUp"
      draft={matterId}
      maxLength={reasonCharactersMax}
      {...(onClose === undefined ? {} : { onDone: onClose, onCancel: onClose })}
    />
  );
}
