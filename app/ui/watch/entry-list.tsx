import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { EntryFields } from './entry-forms'
import type { EntryShown, EntryVersion } from './shift'

const order = ['gives', 'keys', 'mode', 'faults', 'shielded', 'where', 'outcome', 'text', 'handled']

/** The log, oldest first; corrected entries keep what they said before. */
export function EntryList({ entries, mayCorrect, entryId }: { entries: EntryShown[]; mayCorrect: boolean; entryId: string }) {
  const { t } = useTranslation('watch')
  if (entries.length === 0) return <p className="py-2 text-ink2">{t('shift.emptyLog')}</p>
  return (
    <ol>
      {entries.map((entry) => (
        <li key={entry.id} className="break-inside-avoid border-b border-line py-3">
          <Said entry={entry} />
          {entry.earlier.length > 0 && (
            <details className="print-open">
              <summary className="opens inline-flex min-h-touch items-center text-14">
                {t('entry.corrected', { n: entry.earlier.length })}
              </summary>
              {entry.earlier.map((version) => (
                <div key={version.id} className="border-l-2 border-line pl-3 text-ink2">
                  <Said entry={version} />
                </div>
              ))}
            </details>
          )}
          {mayCorrect && <Correct entry={entry} entryId={entryId} />}
        </li>
      ))}
    </ol>
  )
}

function Said({ entry }: { entry: EntryVersion }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  const value = (name: string, text: string) => (name === 'mode' ? t(`mode.${text}`) : name === 'outcome' ? t(`outcome.${text}`) : text)
  return (
    <>
      <p className="font-semibold">
        {entry.time} {t(`entry.kind.${entry.kind}`)}
      </p>
      {order
        .filter((name) => (entry.detail[name] ?? '') !== '')
        .map((name) => (
          <p key={name}>
            <span className="text-ink2">{t(`entry.field.${name}`)}</span> {value(name, entry.detail[name] ?? '')}
          </p>
        ))}
      <p className="text-14 text-ink2">{t('entry.by', { name: entry.by, at: instantText(entry.writtenAt, locale) })}</p>
    </>
  )
}

/** A correction is a new entry that takes the place of this one. Of taking over only remarks are corrected, by a note. */
function Correct({ entry, entryId }: { entry: EntryShown; entryId: string }) {
  const { t } = useTranslation('watch')
  const { kind } = entry
  if (kind === 'takeover' || kind === 'off') return null
  return (
    <details className="no-print">
      <summary className="opens inline-flex min-h-touch items-center text-14">{t('entry.correct')}</summary>
      <form method="post" className="border-l-2 border-line py-2 pl-4">
        <input type="hidden" name="entryId" value={`${entryId}-${entry.id.slice(-8)}`} />
        <input type="hidden" name="supersedes" value={entry.id} />
        <EntryFields kind={kind} time={entry.time} detail={entry.detail} answer={undefined} />
        <Button name="intent" value={kind}>
          {t('entry.saveCorrection')}
        </Button>
      </form>
    </details>
  )
}
