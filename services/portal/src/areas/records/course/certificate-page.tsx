import '../../../kit/styles/check-in-code.css';
import './course.css';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { verifyAddressOf } from './course.model.js';

type Certificate = components['schemas']['CourseCertificateView'];

const QrCode = lazyPart('QrCode', () => import('../../../kit/qr-code.js'), { rows: 4 });

/** The certificate of the reader, to be printed, and how anybody verifies it. */
export function CertificatePage() {
  const { courseId = '' } = useParams();
  const query = useRead('course', '/courses/{courseId}/certificate', { courseId });
  return (
    <Loaded query={query}>
      {(certificate) => <OneCertificate courseId={courseId} certificate={certificate} />}
    </Loaded>
  );
}

interface CertificateProps {
  readonly courseId: string;
  readonly certificate: Certificate;
}

function OneCertificate({ courseId, certificate }: CertificateProps) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('course.certificateOf', { title: certificate.title })} back={`/courses/${courseId}`}>
        <Button type="primary" onClick={() => window.print()}>
          {t('course.print')}
        </Button>
      </PageHead>
      {!certificate.valid && (
        <Alert type="warning" showIcon className="notice" title={t('course.notValid')} />
      )}
      <Paper certificate={certificate} />
    </>
  );
}

function Paper({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { number, name, title, issuer, issuedOn, validUntil, percent } = certificate;
  const address = verifyAddressOf(location.origin, number);
  return (
    <article className="card course-certificate" aria-labelledby="certificate-title">
      <h2 id="certificate-title">{t('course.certificate')}</h2>
      <p className="course-holder">{name}</p>
      <p>{t('course.certifies', { title, percent })}</p>
      <dl className="facts">
        <dt>{t('course.number')}</dt>
        <dd>{number}</dd>
        <dt>{t('course.issuer')}</dt>
        <dd>{issuer}</dd>
        <dt>{t('course.issuedOn')}</dt>
        <dd>{date(issuedOn)}</dd>
        <dt>{t('course.validUntil')}</dt>
        <dd>{validUntil === null ? t('course.validForGood') : date(validUntil)}</dd>
      </dl>
      <QrCode text={address} label={t('course.verifyCode')} />
      <p className="hint">
        {t('course.howToVerify', { address: `${location.host}/public/course-certificates` })}
      </p>
    </article>
  );
}
