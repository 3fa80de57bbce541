import { useTranslation } from '~/i18n/words'

type Line = { id: string; when: string; who: string; did: string; what: string; href: string | null; where: string; more: string[] }

/** The log as sentences, newest first. */
export function AuditLines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation('org')
  return (
    <ol className="border-t border-line">
      {lines.map((line) => (
        <li key={line.id} className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[13rem_1fr]">
          <p className="text-14 text-ink2 sm:pt-0.5">{line.when}</p>
          <div>
            <p>
              <span className="font-semibold">{line.who}</span> {line.did}
              {t('audit.colon')}
              {line.href ? <a href={line.href}>{line.what}</a> : line.what}
              {line.where && <span className="text-ink2"> {t('audit.at', { where: line.where })}</span>}
            </p>
            {line.more.length > 0 && <p className="text-14 text-ink2">{line.more.join(' · ')}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
