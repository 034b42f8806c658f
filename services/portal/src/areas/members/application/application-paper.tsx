import './application.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';

/** What stands on the form; null where it is not known or deleted. */
export interface PaperFacts {
  readonly number: string;
  readonly name: string | null;
  readonly maskedResidentNumber: string | null;
  readonly phone: string | null;
  readonly enterpriseName: string | null;
  readonly work: string | null;
  readonly place: string | null;
  readonly unionName: string;
  readonly sentAt: string;
}

/** Prints the form through the browser. */
export function PrintButton() {
  const { t } = useTranslation();
  return <Button onClick={() => window.print()}>{t('application.print')}</Button>;
}

/** 入会申请书 and 会员登记表 on one page, which only paper shows. The page around it has the class `on-paper`. */
export function ApplicationPaper({ facts }: { readonly facts: PaperFacts }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const lines = [
    ['name', facts.name],
    ['residentNumber', facts.maskedResidentNumber],
    ['phone', facts.phone],
    ['employer', facts.enterpriseName],
    ['work', facts.work],
    ['place', facts.place],
    ['union', facts.unionName],
    ['sentAt', instant(facts.sentAt)],
    ['number', facts.number],
  ] as const;
  return (
    <div className="application-paper" aria-hidden>
      <h1>{t('application.paperTitle')}</h1>
      <p>{t('application.paperText')}</p>
      <table>
        <tbody>
          {lines.map(([key, value]) => (
            <tr key={key}>
              <th scope="row">{t(`application.${key}`)}</th>
              <td>{value ?? ''}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('application.signedBy')}</th>
            <td className="to-sign" />
          </tr>
          <tr>
            <th scope="row">{t('application.opinion')}</th>
            <td className="to-sign" />
          </tr>
        </tbody>
      </table>
    </div>
  );
}
