import { useTranslation } from '~/i18n/words'

export type HistoryLine =
  | { kind: 'issued'; when: string; serial: number }
  | { kind: 'corrects' | 'correctedBy'; when: string; reason: string; number: string; href: string | null }
  | { kind: 'revoked'; when: string; reason: string }

/** What happened to a certificate, from its issue on. */
export function CertificateHistory({ lines }: { lines: HistoryLine[] }) {
  const { t } = useTranslation('credentials')
  return (
    <section aria-labelledby="history" className="no-print mt-8">
      <h2 id="history" className="mb-2 text-18">
        {t('register.history.title')}
      </h2>
      <ol className="border-t border-line">
        {lines.map((line) => (
          <li key={`${line.kind}${line.when}`} className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[13rem_1fr]">
            <span className="text-14 text-ink2 sm:pt-0.5">{line.when}</span>
            <span>
              <What line={line} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function What({ line }: { line: HistoryLine }) {
  const { t } = useTranslation('credentials')
  if (line.kind === 'issued') return t('register.history.issued', { serial: line.serial })
  if (line.kind === 'revoked') return t('register.history.revoked', { reason: line.reason })
  const { href, number, reason } = line
  return (
    <>
      {t(`register.history.${line.kind}`)} {href === null ? number : <a href={href}>{number}</a>}
      <span className="block text-14 text-ink2">{t('register.history.because', { reason })}</span>
    </>
  )
}
