import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/words'
import type { PermitView } from './permit-view'

/** The permit on paper, A4: what hangs at the site, with places to sign by hand. */
export function PermitSheet({ permit }: { permit: PermitView }) {
  const { t } = useTranslation('hotwork')
  const step = (act: string) => {
    const found = permit.steps.findLast((one) => one.act === act && one.good)
    return found === undefined ? '' : `${found.by} ${found.when}`
  }
  const looks = permit.steps.filter(({ act, good }) => act === 'looked' && good)
  return (
    <div className="hidden text-14 print:block">
      <p className="text-center text-22 font-semibold">{t('sheet.title')}</p>
      <p className="mt-2 flex justify-between">
        <span>{permit.unit.name}</span>
        <span>{t('permit.title', { number: permit.number })}</span>
        <span>{t(`state.${permit.state}`)}</span>
      </p>
      <table className="mt-2 w-full border-collapse">
        <tbody>
          <Row name={t('field.place')}>{permit.place}</Row>
          <Row name={t('field.work')}>{`${permit.work} · ${permit.kind}`}</Row>
          <Row name={t('field.when')}>{permit.when}</Row>
          <Row name={t('field.level')}>{t('permit.level', { level: permit.level, approvers: permit.approvers })}</Row>
          <Row name={t('field.hours')}>{permit.hours === '' ? t('permit.closedPlace') : permit.hours}</Row>
          <Row name={t('field.machine')}>{permit.machine ?? ''}</Row>
          {permit.workers.map((worker) => (
            <Row key={worker.id} name={t('permit.workers')}>
              {[
                worker.name,
                worker.employer ?? '',
                worker.licence === null ? '' : `${worker.licence.kind} ${worker.licence.number}`,
                ...(worker.check?.licences.map(({ kind, through, state }) => [kind, through ?? '', state].join(' ')) ?? []),
                worker.check === null ? '' : t(worker.check.good ? 'worker.checked' : 'worker.other', worker.check),
              ]
                .filter((words) => words !== '')
                .join(t('semicolon'))}
            </Row>
          ))}
          <Row name={t('field.guard')}>{permit.guard}</Row>
          <Row name={t('field.measures')}>{permit.measures.join(t('semicolon'))}</Row>
          <Row name={t('field.applicant')}>{`${permit.applicant} ${permit.requestedAt}`}</Row>
          <Row name={t('did.approved')}>{step('approved')}</Row>
          <Row name={t('did.guard-present')}>{step('guard-present')}</Row>
          <Row name={t('did.notice-posted')}>{step('notice-posted')}</Row>
          <Row name={t('did.started')}>{step('started')}</Row>
          <Row name={t('did.ended')}>{step('ended') || step('stopped')}</Row>
          <Row name={t('field.watch')}>
            {looks.length === 0
              ? t('permit.watch', { minutes: permit.looks })
              : looks.map(({ by, when }) => `${by} ${when}`).join(t('semicolon'))}
          </Row>
        </tbody>
      </table>
      <p className="mt-6 flex justify-between">
        {['approver', 'guard', 'worker'].map((who) => (
          <span key={who} className="flex items-end">
            {t(`sheet.${who}`)}
            <span className="ml-2 inline-block w-28 border-b border-field" />
          </span>
        ))}
      </p>
    </div>
  )
}

const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <tr>
    <th scope="row" className="w-28 border border-field p-2 text-left font-semibold">
      {name}
    </th>
    <td className="border border-field p-2">{children}</td>
  </tr>
)
