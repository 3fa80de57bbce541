import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { standingOfSheet } from '~/data/imports/past-trainings.server'
import { countLines, linesAPage, pageOfLines, type RosterImport } from '~/data/imports/roster-imports.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import { type ResultCounts, resultKinds } from '~/domain/imports/line-result'
import { isRefused, refuse } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, type Signed, serve } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { type ResultFacts, ResultView } from '~/ui/imports/result-view'
import { titled } from '~/ui/shell/title'
import { confirmSheet } from '~/usecases/imports/confirm-sheet.server'
import { openedLine } from '~/usecases/imports/drafts.server'
import { dropSheet } from '~/usecases/imports/drop-sheet.server'
import { reachedImport } from '~/usecases/imports/reached-import.server'
import { takeBackTrainings } from '~/usecases/imports/take-back-trainings.server'
import { lineView } from './line-views.server'

type Page = ResultFacts & { file: string; unit: string | null }

/** What a sheet wrote and when. Of what its kind has none it says nothing. */
function writtenBy({ counts, writtenAt }: RosterImport, locale: Locale): Page['written'] {
  if (counts === null || writtenAt === null) return null
  const { licences = 0, trainings = 0, drills = 0, ...roster } = counts
  return { ...roster, licences, trainings, drills, when: instantText(writtenAt.toISOString(), locale) }
}

export const loader = serve('person', async (ctx, { request, params }): Promise<Page> => {
  const sheet = await reachedImport(ctx, param(params, 'id'))
  const { id, kind, state, fault, done, unitId } = sheet
  const query = readQuery(request)
  const chosen = query.oneOf('result', resultKinds)
  const tally = countLines(id)
  const counts: ResultCounts = { new: 0, changed: 0, same: 0, asks: 0, refused: 0, ...Object.fromEntries(tally) }
  const found = [...tally].reduce((sum, [result, count]) => (chosen === null || chosen === result ? sum + count : sum), 0)
  const pages = Math.max(1, Math.ceil(found / linesAPage))
  const page = Math.min(query.page(), pages)
  const words = { kind, locale: ctx.locale, today: ctx.today }
  return {
    ...{ id, kind, state, fault, done, counts, chosen, page, pages, found, search: query.search, file: sheet.fileName },
    unit: unitId === null ? null : (unitDirectory().byId.get(unitId)?.name ?? null),
    written: writtenBy(sheet, ctx.locale),
    rows: pageOfLines(id, chosen, page).map((stored) => lineView(openedLine(stored), words)),
    again: `/imports?kind=${kind}${unitId === null ? '' : `&unit=${unitId}`}`,
    standing: kind === 'trainings' && state === 'written' ? (await standingOfSheet(id)).length : 0,
  }
})

const wish = z.object({
  intent: z.enum(['confirm', 'drop', 'takeBack']),
  reason: z.string().max(300, 'imports:refusal.longCell').default(''),
})

const outcomeOf = (ctx: Signed, id: string, { intent, reason }: z.output<typeof wish>) => {
  switch (intent) {
    case 'confirm':
      return confirmSheet(ctx, id)
    case 'drop':
      return dropSheet(ctx, id)
    case 'takeBack':
      return takeBackTrainings(ctx, { id, reason })
  }
}

export const action = serve('person', async (ctx, { request, params }) => {
  const id = param(params, 'id')
  await reachedImport(ctx, id)
  const form = await formOf(request)
  const read = parseForm(form, wish)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await outcomeOf(ctx, id, read.value)
  if (isRefused(outcome)) return refusedForm(outcome, form)
  if (outcome.kind === 'moved') return refusedForm(refuse('imports:result.moved', undefined, { count: outcome.count }), form)
  return redirect(`/imports/${id}`, 303)
})

export const handle = titled<typeof loader>((t, { file }) => `${t('imports:list.title')} · ${file}`)

export default function Sheet() {
  const { file, unit, ...facts } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('imports')
  const kind = t(`kind.${facts.kind}`)
  return (
    <>
      <p className="no-print">
        <a href={facts.again} className="inline-flex min-h-touch items-center">
          {t('list.back')}
        </a>
      </p>
      <p className="break-all text-ink2">{unit === null ? t('list.one', { kind, file }) : t('list.oneUnit', { kind, unit, file })}</p>
      <ResultView facts={facts} answer={answer} />
    </>
  )
}
