import { useTranslation } from '~/i18n/words'

export type Paper = {
  title: string
  on: string
  rows: readonly { key: string; lines: readonly string[] }[]
}

const blank = ['stopped', 'notices', 'looker', 'approver', 'begun', 'after', 'thirty', 'sixty'] as const

/** The filled permit as an A4 sheet: what was chosen, and empty lines for hands and times. It says that it is practice. */
export function PermitPaper({ paper }: { paper: Paper }) {
  const { t } = useTranslation('learn')
  return (
    <article className="permit-paper">
      <h1>{t('permit.paper.title')}</h1>
      <p className="permit-practice">{t('permit.paper.practice')}</p>
      <table>
        <caption className="sr-only">{t('permit.paper.title')}</caption>
        <tbody>
          <tr>
            <th scope="row">{t('permit.paper.scene')}</th>
            <td>
              {paper.title} · {paper.on}
            </td>
          </tr>
          {paper.rows.map(({ key, lines }) => (
            <tr key={key}>
              <th scope="row">{t(`permit.paper.${key}`)}</th>
              <td>
                {lines.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </td>
            </tr>
          ))}
          {blank.map((key) => (
            <tr key={key} className="permit-blank">
              <th scope="row">{t(`permit.paper.${key}`)}</th>
              <td>{t('permit.paper.sign')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="permit-foot">{t('permit.paper.foot')}</p>
    </article>
  )
}
