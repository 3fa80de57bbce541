import { catalogue } from '~/content/catalogue.server'
import { detailWords } from '~/content/word-options.server'
import { programmeTitles } from '~/data/classes/programme-titles.server'
import { listAudit } from '~/data/org/audit-log.server'
import { auditSentence } from '~/documents/org/audit-sentence.server'
import { formatDay } from '~/domain/shared/day'
import { auditFilterOf } from '~/http/audit-filter.server'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { csvLeaves } from '../personal+/list-leaves.server'

const most = 100_000

/** The audit log as a file: exactly what the page's filters leave, all pages of it. */
export const loader = serve('administrator', (ctx, { request }) => {
  const { rows } = listAudit(actorScope(ctx, 'see'), auditFilterOf(readQuery(request)), { skip: 0, take: most })
  const words = translator(ctx.locale)
  const wordOf = detailWords(catalogue(), ctx.locale, programmeTitles())
  const heads = ['when', 'who', 'did', 'what', 'where', 'more'].map((name) => words.t(`org:audit.column.${name}`))
  const lines = rows.map((row) => {
    const { when, who, did, what, where, more } = auditSentence(row, ctx.locale, wordOf)
    return [when, who, did, what, where, more.join('; ')]
  })
  const file = `audit-${formatDay(ctx.today)}`
  return csvLeaves(ctx, request, { title: file, plain: file }, heads, lines)
})
