import type { FormAnswer } from '~/domain/shared/refusal'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'

export type SuggestionRow = {
  id: string
  at: string
  page: string
  text: string
  contact: string | null
  from: { id: string; name: string } | null
  handledAt: string | null
  handler: string | null
  note: string | null
}

/** Suggestions with what was done about them, or where to say so. */
export function SuggestionList({ rows, answer }: { rows: readonly SuggestionRow[]; answer: FormAnswer | undefined }) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} id={row.id} className="scroll-mt-4 border-b border-line py-5">
          <Said row={row} />
          {row.handledAt === null ? <Handle id={row.id} answer={answer?.values.id === row.id ? answer : undefined} /> : <Done row={row} />}
        </li>
      ))}
    </ul>
  )
}

function Said({ row }: { row: SuggestionRow }) {
  const { t } = useTranslation('notices')
  const locale = useLocale()
  return (
    <>
      <p className="flex flex-wrap gap-x-4 text-14 text-ink2">
        <span>{instantText(row.at, locale)}</span>
        <span>{row.from ? <a href={`/admin/people/${row.from.id}`}>{row.from.name}</a> : t('list.nameless')}</span>
        <span>
          {t('list.about')} <a href={row.page}>{row.page}</a>
        </span>
      </p>
      <p className="mt-2 max-w-measure whitespace-pre-wrap text-18">{row.text}</p>
      {row.contact && <p className="mt-2">{t('list.contact', { contact: row.contact })}</p>}
    </>
  )
}

function Handle({ id, answer }: { id: string; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('notices')
  return (
    <details open={answer !== undefined} className="no-print mt-2">
      <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">{t('list.handle')}</summary>
      <form method="post" className="mt-2 max-w-measure">
        <FormErrors answer={answer} />
        <input type="hidden" name="id" value={id} />
        <label>
          <span className="font-semibold">{t('list.note')}</span>
          <span className="block text-14 text-ink2">{t('list.noteHint')}</span>
          <textarea
            name="note"
            rows={3}
            required
            maxLength={1000}
            defaultValue={answer?.values.note}
            aria-invalid={answer ? true : undefined}
            className="mt-1 block w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink aria-[invalid=true]:border-vermilion"
          />
          {answer?.errors.note?.map((key) => (
            <span key={key} className="mt-1 block text-vermilion">
              {t(key, answer.reasonValues ?? {})}
            </span>
          ))}
        </label>
        <Button className="mt-3">{t('list.submit')}</Button>
      </form>
    </details>
  )
}

function Done({ row }: { row: SuggestionRow }) {
  const { t } = useTranslation('notices')
  const locale = useLocale()
  return (
    <div className="mt-3 border-l-4 border-met pl-4">
      <p className="text-14 text-ink2">
        {t('list.handledBy', { name: row.handler ?? t('list.somebody'), instant: instantText(row.handledAt ?? row.at, locale) })}
      </p>
      <p className="max-w-measure whitespace-pre-wrap">{row.note}</p>
    </div>
  )
}
