import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { LargerPicture } from '../../../kit/larger-picture.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { useMemberName } from '../../../session/use-member-name.js';
import { actsOf, type PictureActs } from './acts.model.js';
import { AlbumImage } from './album-image.js';
import type { AlbumPicture } from './use-album.js';

const HideForm = lazyPart('HideForm', () => import('./decision-forms.js'), { rows: 2 });
const ReportForm = lazyPart('ReportForm', () => import('./decision-forms.js'), { rows: 2 });

interface AlbumTileProps {
  readonly activityId: string;
  readonly picture: AlbumPicture;
  readonly number: number;
  readonly mayModerate: boolean;
}

/** A picture with its caption and state, and the buttons for it. */
export function AlbumTile(props: AlbumTileProps) {
  const { t } = useTranslation();
  const { activityId, picture, number, mayModerate } = props;
  const [form, setForm] = useState<'hide' | 'report' | null>(null);
  const close = (): void => setForm(null);
  const about = { activityId, picture };
  return (
    <li>
      <LargerPicture
        open={t('album.larger', { number })}
        name={picture.caption ?? t('album.unnamed')}
        shut={t('album.shut')}
        small={<AlbumImage {...about} width="320" />}
        large={<AlbumImage {...about} width="1600" />}
      />
      <Words picture={picture} />
      {form === 'hide' && <HideForm {...about} onDone={close} />}
      {form === 'report' && <ReportForm {...about} onDone={close} />}
      {form === null && <Acts {...props} acts={actsOf(picture, mayModerate)} onForm={setForm} />}
    </li>
  );
}

function Words({ picture }: { readonly picture: AlbumPicture }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { caption, state, isMine, isPublic, addedBy, addedById, hideReason, reportReason, erasedAt } =
    picture;
  return (
    <>
      {caption !== null && <p>{caption}</p>}
      <p className="hint album-tags">
        {state !== 'approved' && <span className="tag">{t(`album.state.${state}`)}</span>}
        {isPublic && <span className="tag">{t('album.public')}</span>}
        {isMine && <strong>{t('album.mine')}</strong>}
        {!isMine && addedBy !== null && <AddedBy personId={addedById} mask={addedBy} />}
      </p>
      {reportReason !== null && (
        <p className="hint">
          {t('album.reportedBecause', { reason: t(`album.reportReason.${reportReason}`) })}
        </p>
      )}
      {hideReason !== null && <p className="hint">{t('album.hideReason', { reason: hideReason })}</p>}
      {erasedAt !== null && <p className="hint">{t('album.erasedAt', { time: format.instant(erasedAt) })}</p>}
    </>
  );
}

function AddedBy({ personId, mask }: { readonly personId: string | null; readonly mask: string }) {
  const { t } = useTranslation();
  const name = useMemberName(personId, mask);
  return <span>{t('album.addedBy', { name })}</span>;
}

interface ActsProps extends AlbumTileProps {
  readonly acts: PictureActs;
  readonly onForm: (form: 'hide' | 'report') => void;
}

function Acts({ activityId, picture, number, acts, onForm }: ActsProps) {
  const { t } = useTranslation();
  const approve = useCommand(
    'albumPicture',
    'post',
    '/activities/{activityId}/album-pictures/{pictureId}/approve',
  );
  return (
    <>
      <div className="actions">
        {acts.approve && (
          <Button
            loading={approve.isPending}
            onClick={() => approve.mutate({ activityId, pictureId: picture.id, version: picture.version })}
            aria-label={t('album.approveOf', { number })}
          >
            {t('album.approve')}
          </Button>
        )}
        {acts.hide && (
          <Button onClick={() => onForm('hide')} aria-label={t('album.hideOf', { number })}>
            {t('album.hide')}
          </Button>
        )}
        {(acts.share || acts.unshare) && (
          <Share activityId={activityId} picture={picture} number={number} isPublic={acts.unshare} />
        )}
        {acts.report && (
          <Button
            className="wraps"
            onClick={() => onForm('report')}
            aria-label={t('album.reportOf', { number })}
          >
            {t('album.report')}
          </Button>
        )}
        {acts.withdraw && <Withdraw activityId={activityId} picture={picture} number={number} />}
      </div>
      {approve.isError && <Refusal title={t('album.notApproved')} error={approve.error} />}
    </>
  );
}

type OneAct = Omit<AlbumTileProps, 'mayModerate'>;

function Share({ activityId, picture, number, isPublic }: OneAct & { readonly isPublic: boolean }) {
  const { t } = useTranslation();
  const share = useCommand('albumPicture', 'patch', '/activities/{activityId}/album-pictures/{pictureId}');
  const send = (toPublic: boolean): void =>
    share.mutate({ activityId, pictureId: picture.id, body: { isPublic: toPublic } });
  return (
    <>
      {isPublic ? (
        <Button
          loading={share.isPending}
          onClick={() => send(false)}
          aria-label={t('album.unshareOf', { number })}
        >
          {t('album.unshare')}
        </Button>
      ) : (
        <ConfirmButton
          loading={share.isPending}
          question={t('album.shareQuestion')}
          confirmText={t('album.share')}
          onConfirm={() => send(true)}
          aria-label={t('album.shareOf', { number })}
        >
          {t('album.share')}
        </ConfirmButton>
      )}
      {share.isError && <Refusal title={t('album.notShared')} error={share.error} />}
    </>
  );
}

function Withdraw({ activityId, picture, number }: OneAct) {
  const { t } = useTranslation();
  const withdraw = useCommand(
    'albumPicture',
    'delete',
    '/activities/{activityId}/album-pictures/{pictureId}',
  );
  return (
    <>
      <ConfirmButton
        danger
        loading={withdraw.isPending}
        question={t('album.withdrawQuestion')}
        confirmText={t('album.withdrawYes')}
        onConfirm={() => withdraw.mutate({ activityId, pictureId: picture.id })}
        aria-label={t('album.withdrawOf', { number })}
      >
        {t('album.withdraw')}
      </ConfirmButton>
      {withdraw.isError && <Refusal title={t('album.notWithdrawn')} error={withdraw.error} />}
    </>
  );
}
